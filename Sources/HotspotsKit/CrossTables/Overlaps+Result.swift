import Cartography
import HotspotAnalysis
import Interchange
public import Tables

extension Overlaps.Result {
  /// Puts in order what was counted.
  init(_ method: Overlaps, _ counts: CrossCounts.Result) {
    self.method = method
    reading = counts.reading
    overlaps = SetOverlaps(
      names: method.sets.map(\.name),
      counted: counts.cells.map { cell in
        SetOverlaps.Combination(
          mask: cell.keys[0], incidents: cell.incidents, expected: cell.expected)
      })
    precondition(
      overlaps.incidents == reading.reconciliations[0].assignedIncidents,
      "Overlaps: the incidents of the combinations and those assigned differ")
  }

  /// Whether hours were asked for, so that shares are of expected incidents.
  package var usesHours: Bool { reading.options.filter.hours != nil }

  /// The combinations that occur, the largest first, and `none` last: `combination`, `incidents` and
  /// `share`; with hours `expected`, which shares are then of.
  ///
  /// Each incident is in exactly one.
  public var table: FeatureTable { overlaps.table(hasHours: usesHours) }

  /// The sets in their order: `set`, `incidents`, `share`; with hours `expected`.
  ///
  /// An incident is in each set that it belongs to: these must not be added up.
  public var totals: FeatureTable { overlaps.totals(hasHours: usesHours) }

  /// What was chosen and found.
  public var choices: [Choice] {
    reading.choices + [
      Choice("sets", .array(method.sets.map { .text($0.name) }), setSentence),
      Choice("overlaps", .text(sentence), sentence),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  /// How many are in several sets, in one and in none: `overlaps: of 5,120 incidents 312 (6.1%) are
  /// both alcohol and domestic, …`.
  package var sentence: String {
    let several = overlaps.sum { $0.setCount > 1 }.expected
    let one = overlaps.sum { $0.setCount == 1 }.expected
    let none = overlaps.sum { $0.setCount == 0 }.expected
    let names = overlaps.names
    let subject =
      names.count == 2
      ? "\(counted(several)) are both \(names[0]) and \(names[1])"
      : "\(counted(several)) are in two or more of \(names.count) sets"
    let most = overlaps.combinations.first { $0.setCount > 1 }
    let leading =
      names.count == 2
      ? ""
      : most.map { " (most often \(overlaps.name(of: $0)), \(amount($0.expected)))" } ?? ""
    return "overlaps: of \(usesHours ? "an estimated " : "")\(amount(overlaps.expected)) incidents "
      + "\(subject)\(leading), \(counted(one)) in exactly one and \(counted(none)) in none; sets "
      + "overlap and are not added up"
  }

  /// How large each set is.
  package var setSentence: String {
    "sets: "
      + overlaps.names.indices.map { set in
        "\(overlaps.names[set]) \(counted(overlaps.total(ofSet: set).expected))"
      }.joined(separator: ", ")
  }

  /// Returns an amount as it is printed.
  package func amount(_ value: Double) -> String {
    NumberWords.decimal(value, places: usesHours ? 1 : 0)
  }

  /// Returns an amount with its share of all: `312 (6.1%)`.
  package func counted(_ value: Double) -> String { "\(amount(value)) (\(share(value)))" }

  /// Returns a share of all as it is printed.
  package func share(_ value: Double) -> String {
    NumberWords.percent(overlaps.expected > 0 ? value / overlaps.expected : 0)
  }
}
