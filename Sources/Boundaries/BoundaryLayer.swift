package import Geometry
import Shapefiles
package import Topology

/// A set of areas with codes, names and outlines, in the byte order of their codes.
package struct BoundaryLayer: Sendable {
  /// The file's name without folders and extension, which names the layer everywhere.
  package let name: String
  /// The path of the file.
  package let path: String
  /// The areas' codes, each different, in byte order.
  package let codes: [String]
  /// The areas' names; the codes where the file has no names.
  package let names: [String]
  /// The areas' outlines, in the coordinates of the file until they are projected in place.
  package var outlines: OutlineTable
  /// The number of each area's record in the file, from 1.
  package let records: [Int]
  /// What the coordinates mean: what the file says, the text of a `.prj` for one, or the user.
  package private(set) var projection: String
  /// Whether the projection is what the user said because the file says nothing of use.
  package private(set) var isProjectionAssumed: Bool
  /// How the attributes' text is encoded, and why.
  package let encoding: TextChoice
  /// The field that the codes come from.
  package let codeField: String
  /// The field that the names come from; `nil` if they are the codes.
  package let nameField: String?
  /// The number of records in the file, those left out included.
  package let recordCount: Int
  /// What was left out or put right while the file was read, and what else to beware of, in words.
  package var fileWarnings: [String]
  /// The areas whose outlines are not valid as they stand in the file; ``mendOutlines()`` gives
  /// them the ground that they mean.
  package private(set) var invalidAreas: [InvalidArea] = []

  /// What the file says of its records besides their outlines.
  let attributes: AreaAttributes
  /// The row of each area in the attributes.
  let attributeRows: [Int]
  /// The areas whose outlines are to be mended.
  var faultyAreas: [Int]
  /// How many areas of the file these were before they were merged; `nil` if they were not.
  package var mergedCount: Int?
  /// The area that each area of the file became, by the code that it had; empty if they were not
  /// merged, or had no codes.
  package var partAreas: [String: Int] = [:]
  /// The sizes of areas whose outlines are not known; `nil` where they are.
  var knownSquareMetres: [Double]?

  /// The number of areas.
  package var areaCount: Int { codes.count }

  /// The file's fields, in its order.
  package var fields: [AreaField] { attributes.fields }

  /// The names of the file's fields, in its order.
  package var fieldNames: [String] { attributes.fields.map(\.name) }

  /// Returns the area with a code, or nil.
  ///
  /// - Complexity: O(log *n*) for *n* areas.
  package func area(withCode code: String) -> Int? {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(codes[middle], code) { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low] == code ? low : nil
  }

  /// Returns a field's values in the order of the areas, or `nil` if there is no such field.
  ///
  /// - Parameter field: The field's name in any letter case.
  /// - Returns: The values as text without padding.
  /// - Throws: ``BoundaryError/shapefile(_:)`` for a field of a kind that is not read.
  package func values(ofField field: String) throws(BoundaryError) -> [String]? {
    guard let index = attributes.index(ofField: field) else { return nil }
    let column = try attributes.column(index)
    return attributeRows.map { column[$0] }
  }

  /// Returns the layer with some of its areas.
  ///
  /// - Parameter areas: The areas to keep, in rising order.
  /// - Returns: The layer with the same file's facts and warnings.
  func keeping(_ areas: [Int]) -> BoundaryLayer {
    var kept = OutlineTable()
    for area in areas { kept.appendArea(area, of: outlines) }
    let places = Dictionary(uniqueKeysWithValues: zip(areas, areas.indices))
    var layer = BoundaryLayer(
      name: name, path: path, codes: areas.map { codes[$0] }, names: areas.map { names[$0] },
      outlines: kept, records: areas.map { records[$0] }, projection: projection,
      isProjectionAssumed: isProjectionAssumed, encoding: encoding, codeField: codeField,
      nameField: nameField, recordCount: recordCount, fileWarnings: fileWarnings,
      attributes: attributes, attributeRows: areas.map { attributeRows[$0] },
      faultyAreas: faultyAreas.compactMap { places[$0] })
    layer.invalidAreas = invalidAreas.compactMap { invalid in
      places[invalid.area].map(invalid.moved)
    }
    return layer
  }
}

extension BoundaryLayer {
  /// What was left out, put right or mended, in words.
  package var warnings: [String] { fileWarnings + invalidAreas.map(words) }

  /// Takes the coordinates for those of another system than the file says.
  package mutating func assume(projection: String) {
    self.projection = projection
    isProjectionAssumed = true
  }

  /// Gives the areas whose outlines are not valid the ground that they mean.
  ///
  /// To be called once the outlines are in the system in which they are used, where edges are
  /// straight. Valid outlines stay as they are, vertex for vertex.
  ///
  /// - Throws: ``BoundaryError/badRecord(path:record:reason:)`` when GEOS cannot overlay the parts.
  package mutating func mendOutlines() throws(BoundaryError) {
    do {
      invalidAreas += try OutlineMending.mend(&outlines, areas: faultyAreas)
      faultyAreas = []
    } catch {
      throw .badRecord(path: path, record: "an area", reason: error.description)
    }
  }

  private func words(for invalid: InvalidArea) -> String {
    let place = invalid.location.map { " near \(Self.words(for: $0))" } ?? ""
    return "area '\(codes[invalid.area])': \(invalid.fault.description)\(place); "
      + "it is taken as the ground that its parts cover"
  }

  /// Returns a position: six decimals where it can be degrees, else one.
  private static func words(for point: Point) -> String {
    let scale = abs(point.x) <= 180 && abs(point.y) <= 180 ? 1e6 : 10
    return [point.x, point.y].map { coordinate in
      let rounded = (coordinate * scale).rounded() / scale
      return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
    }.joined(separator: ",")
  }
}

extension BoundaryLayer {
  /// Returns the name that the layer of a file will have, without reading the file.
  ///
  /// - Parameter path: As for ``load(path:codeField:nameField:assumedProjection:)``.
  /// - Returns: The name.
  /// - Throws: ``BoundaryError`` for formats that are not read, and for archives.
  package static func name(ofFile path: String) throws(BoundaryError) -> String {
    try BoundarySource(path, unpacks: false).layerName
  }

  /// Reads a layer from a polygon Shapefile, a GeoJSON file or a layer of a GeoPackage.
  ///
  /// - Parameters:
  ///   - path: The path of the file: a `.shp` with or without its extension, `.geojson`, `.gpkg`,
  ///     or `.gpkg:LAYER` where the GeoPackage has several layers; a `.zip` that holds one of
  ///     them, or `.zip:inside/wards.shp` where it holds several.
  ///   - codeField: The field of the codes in any letter case; found by its name when nil.
  ///   - nameField: The field of the names in any letter case; found by its name when nil.
  ///   - assumedProjection: What the coordinates mean where the file does not say.
  ///   - rule: How faults in the file are dealt with.
  ///   - groupField: The field by which the areas are going to be merged. A file that has it needs no
  ///     codes of its areas: without any that can be used, the numbers of the records stand for them.
  /// - Returns: The areas in the byte order of their codes. Records without an outline and deleted
  ///   ones are left out and named in the warnings.
  /// - Throws: ``BoundaryError``: ``BoundaryError/shapefile(_:)``, ``BoundaryError/geoJSON(_:)``
  ///   and ``BoundaryError/geoPackage(_:)`` for files that are missing or damaged,
  ///   ``BoundaryError/badRecord(path:record:reason:)``, ``BoundaryError/unknownFormat(path:)``,
  ///   ``BoundaryError/noCodeField(path:fields:)``,
  ///   ``BoundaryError/noSuchField(path:field:role:fields:)``,
  ///   ``BoundaryError/emptyCode(path:field:record:)``,
  ///   ``BoundaryError/duplicateCode(path:field:code:records:)``,
  ///   ``BoundaryError/noProjection(path:likely:)`` and ``BoundaryError/noAreas(path:)``.
  /// - Complexity: O(*n* log *n*) for *n* records, and linear in the vertices of simple areas.
  package static func load(
    path: String, codeField: String? = nil, nameField: String? = nil,
    assumedProjection: String? = nil, rule: BoundaryRule = BoundaryRule(),
    groupField: String? = nil
  ) throws(BoundaryError) -> BoundaryLayer {
    let file = try BoundaryFile(path: path, rule)
    let rows = file.recordNumbers.indices.filter { !file.rings.rings(ofRecord: $0).isEmpty }
    guard !rows.isEmpty else { throw file.absence }

    let isGrouped = groupField.flatMap(file.attributes.index) != nil
    let codes = try CodeColumn(
      of: file, rows: rows, named: codeField, mayNumber: isGrouped && codeField == nil)
    let nameIndex = try nameFieldIndex(of: file, named: nameField, codeField: codes.field)
    let names = try nameIndex.map { (index) throws(BoundaryError) in
      try file.attributes.column(index)
    }
    let order = rows.sorted { precedes(codes.values[$0], codes.values[$1]) }
    let made = try file.outlines(ofRecords: order)
    let (outlines, faulty, rearranged) = (made.table, made.faulty, made.rearranged)

    guard let projection = file.projection ?? assumedProjection else {
      throw .noProjection(path: file.path, likely: LikelyProjection(outlines.box))
    }
    let orderedCodes = order.map { codes.values[$0] }
    return BoundaryLayer(
      name: file.name, path: file.path, codes: orderedCodes,
      names: names.map { names in
        zip(order, orderedCodes).map { names[$0].isEmpty ? $1 : names[$0] }
      } ?? orderedCodes,
      outlines: outlines, records: order.map { file.recordNumbers[$0] }, projection: projection,
      isProjectionAssumed: file.projection == nil, encoding: file.encoding,
      codeField: codes.field, nameField: nameIndex.map { file.attributes.fields[$0].name },
      recordCount: file.recordCount,
      fileWarnings: words(for: file, codes: codes.values)
        + words(forRearranged: rearranged.map { orderedCodes[$0] }),
      attributes: file.attributes, attributeRows: order, faultyAreas: faulty)
  }

  /// Returns what a file's coordinates mean without reading the rest; `nil` if only reading tells.
  package static func projection(ofFileAt path: String) -> String? {
    guard (try? BoundaryFormat(path: path)) == .shapefile else { return nil }
    let text = try? Shapefile.projection(ofFileAt: path)
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func nameFieldIndex(
    of file: BoundaryFile, named name: String?, codeField: String
  ) throws(BoundaryError) -> Int? {
    let fields = file.attributes.fields.map(\.name)
    guard let name else { return FieldDetection.nameField(fields, forCodes: codeField) }
    guard let index = file.attributes.index(ofField: name) else {
      throw .noSuchField(path: file.path, field: name, role: .name, fields: fields)
    }
    return index
  }

  /// Returns a warning of areas with a ring of another kind than the file says.
  private static func words(forRearranged codes: [String]) -> [String] {
    guard let first = codes.first else { return [] }
    return [
      codes.count == 1
        ? "area '\(first)': a ring is a hole or not by where it lies, against what the file says"
        : "\(codes.count) areas, the first '\(first)': rings are holes or not by where they lie, "
          + "against what the file says"
    ]
  }

  /// Returns the file's warnings in words, with the codes of the records they are about.
  private static func words(for file: BoundaryFile, codes: [String]) -> [String] {
    let rows = Dictionary(uniqueKeysWithValues: zip(file.recordNumbers, codes.indices))
    return file.warnings.map { warning in
      let code = warning.record.flatMap { rows[$0] }.map { codes[$0] }
      return warning.words(code: code.flatMap { $0.isEmpty ? nil : $0 }, noun: file.noun)
    }
  }
}

/// Returns whether text comes before other text in the order of its bytes.
func precedes(_ first: String, _ second: String) -> Bool {
  first.utf8.lexicographicallyPrecedes(second.utf8)
}
