public import Interchange
import Tables
import WorkbookWriting

/// Writes tables of hours in the format of a file's extension.
///
///     let hours = try await study.run(AoristicHours())
///     try HourWriter(hours).writeHours(to: "hours.csv")
public struct HourWriter: Sendable {
  /// The hours.
  public var hours: AoristicHours.Result

  /// Creates a writer.
  public init(_ hours: AoristicHours.Result) { self.hours = hours }

  /// The tables and the split of night and day, as text for people.
  package var text: String {
    var text = HourText(tables)
    text.append(hours.nightTable)
    return text.text
  }

  /// Writes the tables by hour and weekday: ``AoristicHours/Result/table``.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard output.
  ///   - format: The format; `nil` for that of the extension, on standard output CSV.
  /// - Throws: ``Interchange/OutputError``.
  public func writeHours(to path: String, as format: HourFormat? = nil) throws(OutputError) {
    try write(hours.table, text: HourText(tables), to: path, as: format)
  }

  /// Writes the split of night and day by category: ``AoristicHours/Result/nightTable``.
  ///
  /// - Parameter path: A file with an extension of ``HourFormat``, or `-` for CSV on standard
  ///   output.
  /// - Throws: ``Interchange/OutputError``.
  public func writeNight(to path: String) throws(OutputError) {
    var text = HourText([])
    text.append(hours.nightTable)
    try write(hours.nightTable, text: text, to: path)
  }

  /// The tables, with weights each followed by what its incidents weigh.
  private var tables: [HourTable] {
    let dayStart = hours.method.dayStart
    let counted = hours.tables(dayStart: dayStart)
    let weighed = hours.weightTables(dayStart: dayStart)
    guard let weights = hours.reading.weighing?.weights, weighed.count == counted.count else {
      return counted
    }
    return zip(counted, weighed).flatMap { table, weight in
      let (prefix, name) = (table.name.map { "\($0), " } ?? "", weights.name)
      var (table, weight) = (table, weight)
      (table.name, weight.name) = (prefix + "incidents", prefix + name)
      return [table, weight]
    }
  }

  private func write(
    _ table: FeatureTable, text: HourText, to path: String, as format: HourFormat? = nil
  ) throws(OutputError) {
    let format = if let format { format } else { try HourFormat(path: path) }
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter().write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .xlsx: try WorkbookWriter(table).write(to: file)
    case .txt: try file.write(ByteBuffer(Array("\(text.text)\n".utf8)))
    }
    try file.commit()
  }
}
