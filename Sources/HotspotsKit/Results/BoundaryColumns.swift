package import Boundaries
package import Tables

/// The fields of a layer as the columns of a table.
package enum BoundaryColumns {
  /// Returns `code`, `name` and the fields of the file in its order, with numbers as numbers.
  ///
  /// Many programs ignore the case of names. A field called `CODE` or `Name` is therefore left out
  /// if the codes or names come from it, and otherwise numbered: `NAME_2`.
  ///
  /// - Throws: ``BoundaryError/shapefile(_:)`` for a field of an unsupported type.
  package static func of(_ layer: BoundaryLayer) throws(BoundaryError) -> [Column] {
    var columns = [Column("code", .text(layer.codes)), Column("name", .text(layer.names))]
    var taken: Set<String> = ["code", "name"]
    for field in layer.fields {
      let key = field.name.lowercased()
      if key == "code" && field.name == layer.codeField { continue }
      if key == "name" && field.name == layer.nameField { continue }
      guard let column = try column(field, of: layer) else { continue }
      var name = field.name
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(field.name)_\(number)"
      }
      columns.append(Column(name, column.values))
    }
    return columns
  }

  /// Returns a field as a column of its name, with numbers as numbers.
  ///
  /// - Throws: ``BoundaryError/shapefile(_:)`` for a field of an unsupported type.
  package static func column(
    _ field: AreaField, of layer: BoundaryLayer
  ) throws(BoundaryError) -> Column? {
    try layer.values(ofField: field.name).map { Column(field.name, values($0, kind: field.kind)) }
  }

  /// Returns the values in the type of the field; all as text if a number does not fit.
  private static func values(_ texts: [String], kind: AreaField.Kind) -> ColumnValues {
    switch kind {
    case .integer:
      let numbers = texts.map { Int($0) }
      if isComplete(numbers, texts) { return .integers(numbers) }
    case .real:
      let numbers = texts.map { Double($0) }
      if isComplete(numbers, texts) { return .reals(numbers) }
    case .date:
      return .text(texts.map(isoDate))
    case .text, .logical, .other:
      break
    }
    return .text(texts.map { $0.isEmpty ? nil : $0 })
  }

  private static func isComplete<Value>(_ values: [Value?], _ texts: [String]) -> Bool {
    zip(values, texts).allSatisfy { $0 != nil || $1.isEmpty }
  }

  /// Returns a date in ISO 8601 form; other text is returned unchanged.
  private static func isoDate(_ text: String) -> String? {
    if text.isEmpty || text == "00000000" { return nil }
    guard text.utf8.count == 8, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return text
    }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
