import CommandLineKit
import HotspotsKit

extension CrossShare: ExpressibleByArgument {}

extension CrossTabulation {
  private static let rowSide = Option<String>(
    "rows", valueName: "WHAT",
    help: "What rows are of: a column, or area, category, month or night",
    rules: [.needs("--boundaries").with("area")], allowed: "the name of a column",
    where: { !$0.isEmpty })
  private static let acrossSide = Option<String>(
    "across", valueName: "WHAT",
    help: "What columns are of: a column, or area, category, month or night",
    rules: [.needs("--boundaries").with("area")], allowed: "the name of a column",
    where: { !$0.isEmpty })
  private static let numberBands = Option<[BandsText]>(
    "bands", valueName: "[NAME=]N,N,...",
    help: """
      Cut the numbers of a column into bands that begin at these: 18,25 makes under 18, 18-24, 25 and \
      over; NAME= says which column, if both are columns of numbers
      """)
  private static let percent = Option<CrossShare?>(
    "percent", valueName: "OF", help: "Give fractions of each row, of each column, or of all")
  private static let knownValues = Flag(
    "known-only", help: "Leave out incidents without one of the two values")
  private static let top = Option<CommaSeparated<Int>?>(
    "top", valueName: "N[,N]",
    help: """
      Keep the N rows with the most, and with a second number so many columns, and add up the rest as \
      Other; months, bands and night stay whole
      """, allowed: "a whole number from 1, or two with a comma between them",
    where: { $0.elements.count <= 2 && $0.elements.allSatisfy { $0 >= 1 } })

  /// The options that are read here.
  static let specs = [
    rowSide.spec, acrossSide.spec, numberBands.spec, percent.spec, knownValues.spec, top.spec,
    AoristicHours.nightHours.spec,
  ]

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    let night = try Self.night(arguments)
    let texts = (
      try arguments.value(of: Self.rowSide), try arguments.value(of: Self.acrossSide)
    )
    self.init(rows: Self.side(texts.0, night), across: Self.side(texts.1, night))
    if rows == across {
      throw .invalid(
        "cannot count '\(texts.0)' by itself: --rows and --across name two different things")
    }
    bands = try arguments.value(of: Self.numberBands).map { Bands($0.bands, of: $0.column) }
    share = try arguments.value(of: Self.percent)
    knownOnly = arguments.isSet(Self.knownValues)
    let limits = try arguments.value(of: Self.top)?.elements ?? []
    topRows = limits.first
    topColumns = limits.count > 1 ? limits[1] : nil
    try checkBands()
  }

  private static func night(_ arguments: Arguments) throws(UsageError) -> HoursOfDay {
    let text = try arguments.value(of: AoristicHours.nightHours)
    do throws(WeekTextError) { return try HoursOfDay(text) } catch {
      throw .invalid(error.description)
    }
  }

  /// Returns what a name stands for; in `backquotes` it is that of a column.
  static func side(_ text: String, _ night: HoursOfDay) -> Side {
    switch text.lowercased() {
    case "area": return .area
    case "category": return .category
    case "month": return .month
    case "night": return .night(night)
    default:
      let isQuoted = text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      return .column(isQuoted ? String(text.dropFirst().dropLast()) : text)
    }
  }

  /// Checks that there are bands of sides that are columns only, and of each once.
  func checkBands() throws(UsageError) {
    let columns = [rows, across].compactMap { side -> String? in
      if case .column(let name) = side { name } else { nil }
    }
    if !bands.isEmpty && columns.isEmpty {
      throw .invalid("--bands cuts the numbers of a column, and neither side is one")
    }
    for name in bands.compactMap(\.column) where !columns.contains(name) {
      throw .invalid(
        "--bands names '\(name)', which neither --rows nor --across names",
        help: "the columns are \(columns.joined(separator: ", "))")
    }
    let named = bands.map(\.column)
    if bands.count > columns.count || Set(named).count < named.count
      || (bands.count > 1 && named.contains(nil))
    {
      throw .invalid("--bands is given more than once for one column")
    }
  }
}

/// Bands as they are typed: `18,25,35`, or `Age=18,25,35`.
struct BandsText: ExpressibleByArgument {
  /// The column; `nil` where none is named.
  let column: String?
  /// The bands.
  let bands: NumberBands

  init?(argument: String) {
    // The numbers are behind the last sign, since a column's name may hold one.
    let sign = argument.lastIndex(of: "=")
    column = sign.map { String(argument[..<$0]) }
    let numbers = argument[(sign.map { argument.index(after: $0) } ?? argument.startIndex)...]
    var bounds: [Double] = []
    for text in numbers.split(separator: ",", omittingEmptySubsequences: false) {
      guard let bound = Double(argument: String(text)) else { return nil }
      bounds.append(bound)
    }
    guard column != "", let bands = NumberBands(bounds: bounds) else { return nil }
    self.bands = bands
  }

  var defaultValueDescription: String {
    (column.map { "\($0)=" } ?? "")
      + bands.bounds.map(\.defaultValueDescription).joined(separator: ",")
  }

  static var allowedValues: String {
    "numbers that rise with commas between them, such as 18,25,35, after NAME= if a column is named"
  }
}
