import HotspotsKit
import Interchange
import Tables

/// The formats in which tables of hours can be written, told by the extension.
enum HourFormat: String, CaseIterable {
  case csv, json, txt

  /// Reads the format from a file's name; `-` is CSV.
  ///
  /// - Throws: ``OutputError/unknownFormat(path:allowed:)``.
  init(path: String) throws(OutputError) {
    let name = path == "-" ? "-.csv" : path.lowercased()
    guard let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
      throw .unknownFormat(
        path: path, allowed: Self.allCases.map { ".\($0.rawValue)" }.joined(separator: ", "))
    }
    self = format
  }
}

/// Writes the tables of an analysis of hours.
struct HourWriter {
  var hours: AoristicHours.Result

  /// The tables and the split of night and day, as text for people.
  var text: String {
    var text = HourText(tables)
    text.append(hours.nightTable)
    return text.text
  }

  /// Writes the tables by hour and weekday.
  ///
  /// - Throws: ``OutputError``.
  func writeHours(to path: String) throws(OutputError) {
    try write(hours.table, text: HourText(tables), to: path)
  }

  /// Writes the split of night and day by category.
  ///
  /// - Throws: ``OutputError``.
  func writeNight(to path: String) throws(OutputError) {
    var text = HourText([])
    text.append(hours.nightTable)
    try write(hours.nightTable, text: text, to: path)
  }

  private var tables: [HourTable] { hours.tables(dayStart: hours.method.dayStart) }

  private func write(
    _ table: FeatureTable, text: HourText, to path: String
  ) throws(OutputError) {
    let format = try HourFormat(path: path)
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter().write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .txt: try file.write(ByteBuffer(Array("\(text.text)\n".utf8)))
    }
    try file.commit()
  }
}
