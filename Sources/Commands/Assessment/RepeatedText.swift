import CommandLineKit
import HotspotsKit

/// What is looked at for repeats, as it is typed: `location`, `Victim`, `Victim and Suspect`.
struct RepeatedText: ExpressibleByArgument {
  /// The two things; `nil` for a single one.
  let names: (first: String, second: String?)

  init?(argument: String) {
    let parts = argument.split(separator: " and ", maxSplits: 1).map(String.init)
    guard let first = parts.first, !first.isEmpty, parts.count == 1 || parts[1] != first else {
      return nil
    }
    names = (first, parts.count > 1 ? parts[1] : nil)
  }

  var defaultValueDescription: String {
    [names.first, names.second].compactMap(\.self).joined(separator: " and ")
  }

  static var allowedValues: String {
    "location, the name of a column, or two of these with 'and' between them"
  }

  /// The method that finds them.
  var method: RepeatUnits {
    func unit(_ name: String) -> RepeatUnits.Unit {
      name.lowercased() == "location" ? .location : .column(name)
    }
    return RepeatUnits(by: unit(names.first), and: names.second.map(unit))
  }
}
