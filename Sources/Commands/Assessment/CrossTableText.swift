import CommandLineKit
import HotspotsKit

/// A cross table as it is typed: `category by Victim age in 18,25,35`.
struct CrossTableText: ExpressibleByArgument {
  /// What rows are of.
  let rows: String
  /// What columns are of.
  let across: String
  /// Where the bands of numbers begin; `nil` for none.
  let bands: NumberBands?

  /// Describes a table, whose bands are of the only column of numbers.
  init(_ table: CrossTabulation) {
    (rows, across) = (table.rows.heading, table.across.heading)
    bands = table.bands.first?.bands
  }

  init?(argument: String) {
    // The bands are behind the last 'in', since a name may hold the word.
    var text = argument[...]
    var bands: NumberBands?
    if let found = argument.ranges(of: " in ").last,
      let numbers = BandsText(argument: String(argument[found.upperBound...])),
      numbers.column == nil
    {
      (text, bands) = (argument[..<found.lowerBound], numbers.bands)
    }
    let sides = text.split(separator: " by ", maxSplits: 1).map(String.init)
    guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }) else { return nil }
    (rows, across, self.bands) = (sides[0], sides[1], bands)
  }

  var defaultValueDescription: String {
    "\(rows) by \(across)"
      + (bands.map { " in \($0.bounds.map(\.defaultValueDescription).joined(separator: ","))" }
        ?? "")
  }

  static var allowedValues: String {
    "two names with 'by' between them, such as 'category by month' or 'category by Victim age in 18,25,35'"
  }

  /// Returns the table.
  ///
  /// - Parameter night: The hours of the night.
  /// - Returns: The table.
  /// - Throws: ``UsageError`` for two sides that are the same, and bands of what is no column.
  func table(night: HoursOfDay) throws(UsageError) -> CrossTabulation {
    var table = CrossTabulation(
      rows: CrossTabulation.side(rows, night), across: CrossTabulation.side(across, night))
    if table.rows == table.across {
      throw .invalid("cannot count '\(rows)' by itself: a cross table names two different things")
    }
    if let bands { table.bands = [.init(bands)] }
    try table.checkBands()
    return table
  }
}
