import Geometry
package import Parts

/// What results ask of a layer of areas apart from their outlines.
package struct LayerFacts: PartCodable, Equatable {
  /// The name of the layer.
  package let name: String
  /// The path of its file.
  package let path: String
  /// The codes of the areas.
  package let codes: [String]
  /// Their names.
  package let names: [String]
  /// Their sizes.
  package let squareMetres: [Double]
  /// The system of the file.
  package let projection: String
  /// How its attributes are encoded.
  let encoding: TextChoice
  /// The field of the codes.
  let codeField: String
  /// The field of the names.
  let nameField: String?
  /// The records of the file.
  let recordCount: Int
  /// What was left out, put right or mended.
  let warnings: [String]
  /// How many areas of the file these were before they were merged.
  let mergedCount: Int?

  /// Takes down the facts of a layer whose outlines are in the system of the analysis.
  package init(of layer: BoundaryLayer) {
    name = layer.name
    path = layer.path
    codes = layer.codes
    names = layer.names
    squareMetres = layer.squareMetres
    projection = layer.projection
    encoding = layer.encoding
    codeField = layer.codeField
    nameField = layer.nameField
    recordCount = layer.recordCount
    warnings = layer.warnings
    mergedCount = layer.mergedCount
  }

  package func encode(into part: inout PartEncoder) {
    part.encode(name)
    part.encode(path)
    part.encode(codes)
    part.encode(names)
    part.encode(squareMetres)
    part.encode(projection)
    part.encode(encoding.encoding)
    part.encode(encoding.source)
    part.encode(codeField)
    part.encode(nameField)
    part.encode(recordCount)
    part.encode(warnings)
    part.encode(mergedCount)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    name = try part.decode()
    path = try part.decode()
    codes = try part.decode()
    names = try part.decode()
    squareMetres = try part.decode()
    projection = try part.decode()
    encoding = TextChoice(encoding: try part.decode(), source: try part.decode())
    codeField = try part.decode()
    nameField = try part.decode()
    recordCount = try part.decode()
    warnings = try part.decode()
    mergedCount = try part.decode()
    guard names.count == codes.count, squareMetres.count == codes.count else {
      throw .inconsistent("areas with columns of different lengths")
    }
  }
}

extension BoundaryLayer {
  /// The size of each area, from its outline or from the part that holds the layer's facts.
  package var squareMetres: [Double] {
    knownSquareMetres ?? (0..<areaCount).map { outlines.area(of: $0) }
  }

  /// Whether the areas have outlines; those of a part have none.
  package var hasOutlines: Bool { knownSquareMetres == nil }

  /// Makes a layer that has all that tables ask of it, and no outlines.
  package init(_ facts: LayerFacts) {
    var outlines = OutlineTable()
    for _ in facts.codes { outlines.appendArea([]) }
    self.init(
      name: facts.name, path: facts.path, codes: facts.codes, names: facts.names,
      outlines: outlines, records: facts.codes.indices.map { $0 + 1 },
      projection: facts.projection, isProjectionAssumed: false,
      encoding: facts.encoding, codeField: facts.codeField, nameField: facts.nameField,
      recordCount: facts.recordCount, fileWarnings: facts.warnings,
      attributes: AreaAttributes(fields: [], columns: []),
      attributeRows: facts.codes.indices.map { $0 }, faultyAreas: [])
    mergedCount = facts.mergedCount
    knownSquareMetres = facts.squareMetres
  }
}
