public import Interchange
public import Tables
import WorkbookWriting

/// Writes tables without geometry.
///
///     let months = try await study.count(query, by: .month)
///     if let table = months.table { try TableWriter(table).write(to: "months.csv") }
///
/// CSV has nine significant digits, JSON all of them, text is rounded.
public struct TableWriter {
  private let table: FeatureTable

  /// Creates a writer of a table, whose geometry is left out.
  public init(_ table: FeatureTable) { self.table = table }

  /// The table as aligned text, without a line break at the end.
  public var text: String {
    var text = HourText([])
    text.append(table)
    return text.text
  }

  /// Writes the table to a file that appears when it is complete.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard output.
  ///   - format: The format; `nil` for that of the extension.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String, as format: HourFormat? = nil) throws(OutputError) {
    let format = if let format { format } else { try HourFormat(path: path) }
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter().write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .xlsx: try WorkbookWriter(table).write(to: file)
    case .txt: try file.write(ByteBuffer(Array("\(text)\n".utf8)))
    }
    try file.commit()
  }
}
