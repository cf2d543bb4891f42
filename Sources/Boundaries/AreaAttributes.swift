import Shapefiles

/// What a file says of its records besides their outlines: fields, and a value of each as text.
struct AreaAttributes: Sendable {
  /// The fields in the order of the file.
  let fields: [AreaField]
  private let storage: Storage

  private enum Storage: Sendable {
    /// Decoded when asked for.
    case shapefile(AttributeTable)
    /// The values of each field.
    case columns([[String]])
  }

  /// Takes the attributes of a Shapefile.
  init(_ table: AttributeTable) {
    fields = table.fields.map(AreaField.init)
    storage = .shapefile(table)
  }

  /// Takes columns of text.
  init(fields: [AreaField], columns: [[String]]) {
    self.fields = fields
    storage = .columns(columns)
  }

  /// Returns the place of a field, whatever the letter case of its name; the first where several
  /// match.
  func index(ofField name: String) -> Int? {
    let wanted = name.lowercased()
    return fields.firstIndex { $0.name == name }
      ?? fields.firstIndex { $0.name.lowercased() == wanted }
  }

  /// Returns a field's values, one for each record; empty for none.
  ///
  /// - Throws: ``BoundaryError/shapefile(_:)`` for a field of a kind that is not read.
  func column(_ index: Int) throws(BoundaryError) -> [String] {
    switch storage {
    case .columns(let columns): return columns[index]
    case .shapefile(let table):
      do { return try table.column(index) } catch { throw .shapefile(error) }
    }
  }
}
