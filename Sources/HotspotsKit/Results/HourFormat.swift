public import Interchange

/// The formats of tables of hours and of counts, which follow from the extension.
public enum HourFormat: String, Sendable, CaseIterable {
  /// Comma-separated values.
  case csv
  /// An array of objects with the keys of the CSV.
  case json
  /// A workbook with one sheet.
  case xlsx
  /// Aligned text, rounded.
  case txt

  /// Reads the format from a file's name; `-` is CSV.
  ///
  /// - Throws: ``Interchange/OutputError/unknownFormat(path:allowed:)``.
  public init(path: String) throws(OutputError) {
    let name = path == "-" ? "-.csv" : path.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
      throw .unknownFormat(
        path: path, allowed: Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))
    }
    self = format
  }
}
