import CommandLineKit
import HotspotsKit

/// A column of an index as it is typed: `burglary`, `-attainment`.
struct IndexColumn: ExpressibleByArgument {
  let column: CompositeIndex.Column

  init?(argument: String) {
    let isTurned = argument.hasPrefix("-")
    let name = isTurned ? String(argument.dropFirst()) : argument
    guard !name.isEmpty else { return nil }
    column = CompositeIndex.Column(name, isTurned: isTurned)
  }

  var defaultValueDescription: String { (column.isTurned ? "-" : "") + column.name }

  static var allowedValues: String { "the name of a column, with a minus to turn it round" }
}
