public import Interchange
import Tables

/// Writes the counts of a query.
///
///     let months = try await study.count(query, by: .month)
///     try CountWriter(months).write(to: "months.csv")
///
/// CSV has nine significant digits, JSON all of them, text is rounded.
public struct CountWriter {
  private let table: FeatureTable

  /// Creates a writer of a result's counts; of rows that were written there are none.
  public init(_ result: QueryResult) { table = result.table ?? FeatureTable(name: "", columns: []) }

  /// The counts as aligned text, without a line break at the end.
  public var text: String {
    var text = HourText([])
    text.append(table)
    return text.text
  }

  /// Writes the counts to a file that appears when it is complete.
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
    case .txt: try file.write(ByteBuffer(Array("\(text)\n".utf8)))
    }
    try file.commit()
  }
}
