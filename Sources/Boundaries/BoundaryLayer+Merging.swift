import Geometry
import Topology

extension BoundaryLayer {
  /// Returns the layer with its areas merged that have the same value in a field.
  ///
  /// The value is the code of what they become. The name is that of the field of names that belongs to
  /// the field, as `LAD22NM` does to `LAD22CD`, where the areas of each value have one name there; else
  /// the value. Of the file's fields those stay in which the areas of each value agree.
  ///
  /// To be called once the outlines are in the system in which they are used, and mended.
  ///
  /// - Parameters:
  ///   - field: The field in any letter case.
  ///   - nameField: The field of the names in any letter case; `nil` to find it.
  /// - Returns: The merged areas in the byte order of their codes; `nil` if there is no such field.
  /// - Throws: ``BoundaryError/emptyGroup(path:field:area:others:)`` for areas without a value,
  ///   ``BoundaryError/severalNames(path:field:group:names:)`` for a field of names that was given and
  ///   tells areas of one value apart, ``BoundaryError/badRecord(path:record:reason:)`` when GEOS
  ///   cannot unite areas.
  /// - Complexity: O(*n* log *n*) for *n* vertices, and linear in the values of all fields.
  package func merged(
    byField field: String, nameField: String? = nil
  ) throws(BoundaryError) -> BoundaryLayer? {
    guard let index = attributes.index(ofField: field) else { return nil }
    let codeField = fields[index].name
    let values = try values(ofFieldAt: index)
    let empty = values.indices.filter { values[$0].isEmpty }
    if let first = empty.first {
      throw .emptyGroup(
        path: path, field: codeField, area: codes[first], others: empty.count - 1)
    }
    let groups = Dictionary(grouping: values.indices) { values[$0] }
      .sorted { precedes($0.key, $1.key) }
    let merging = Merging(codes: groups.map(\.key), areas: groups.map(\.value))
    let outlines: OutlineTable
    do {
      outlines = try MergedAreas.merge(self.outlines, groups: merging.areas)
    } catch {
      throw .badRecord(path: path, record: "an area", reason: error.description)
    }
    let names = try names(of: merging, codeField: codeField, nameField: nameField)
    let kept = try attributes(of: merging)
    var layer = BoundaryLayer(
      name: name, path: path, codes: merging.codes, names: names.values, outlines: outlines,
      records: merging.firstAreas.map { records[$0] }, projection: projection,
      isProjectionAssumed: isProjectionAssumed, encoding: encoding, codeField: codeField,
      nameField: names.field, recordCount: recordCount, fileWarnings: warnings, attributes: kept,
      attributeRows: Array(merging.codes.indices), faultyAreas: [])
    layer.mergedCount = areaCount
    // Numbers of records are no codes that anybody else knows.
    if attributes.index(ofField: self.codeField) != nil {
      for (area, parts) in merging.areas.enumerated() {
        for part in parts { layer.partAreas[codes[part]] = area }
      }
    }
    return layer
  }

  /// The areas that become one, by their code.
  private struct Merging {
    let codes: [String]
    /// The areas of each code, ascending.
    let areas: [[Int]]

    /// One area of each code.
    var firstAreas: [Int] { areas.map { $0[0] } }

    /// Returns the first code whose areas have several values, and two of these; `nil` if none has.
    func disagreement(in values: [String]) -> (code: String, values: [String])? {
      for (code, own) in zip(codes, areas) {
        if let other = own.first(where: { values[$0] != values[own[0]] }) {
          return (code, [values[own[0]], values[other]])
        }
      }
      return nil
    }
  }

  /// Returns the names of merged areas, and the field that they come from.
  private func names(
    of merging: Merging, codeField: String, nameField: String?
  ) throws(BoundaryError) -> (field: String?, values: [String]) {
    let index =
      if let nameField { attributes.index(ofField: nameField) } else {
        FieldDetection.nameField(fieldNames, forCodes: codeField)
      }
    guard let index else { return (nil, merging.codes) }
    let values = try values(ofFieldAt: index)
    if let (code, names) = merging.disagreement(in: values) {
      guard let nameField else { return (nil, merging.codes) }
      throw .severalNames(path: path, field: nameField, group: code, names: names)
    }
    let names = zip(merging.firstAreas, merging.codes).map { area, code in
      values[area].isEmpty ? code : values[area]
    }
    return (fields[index].name, names)
  }

  /// Returns the fields in which the areas of each code agree.
  private func attributes(of merging: Merging) throws(BoundaryError) -> AreaAttributes {
    var kept: [AreaField] = []
    var columns: [[String]] = []
    for (index, field) in fields.enumerated() where field.kind != .other {
      let values = try values(ofFieldAt: index)
      guard merging.disagreement(in: values) == nil else { continue }
      kept.append(field)
      columns.append(merging.firstAreas.map { values[$0] })
    }
    return AreaAttributes(fields: kept, columns: columns)
  }

  private func values(ofFieldAt index: Int) throws(BoundaryError) -> [String] {
    let column = try attributes.column(index)
    return attributeRows.map { column[$0] }
  }
}
