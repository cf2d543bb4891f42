import CommandLineKit
import HotspotsKit

extension LocalStatistics.Statistic: ExpressibleByArgument {}
extension LocalStatistics.Units: ExpressibleByArgument {}
extension LocalStatistics.Value: ExpressibleByArgument {}

/// What makes two units neighbours, as it is typed; the distance is an option of its own.
enum NeighbourWord: String, CaseIterable, ExpressibleByArgument {
  case queen, rook, distance
}

extension LocalStatistics {
  static let statisticOption = Option<Statistic>(
    "method", valueName: "NAME",
    help: """
      Getis-Ord Gi*, which finds groups of high or low values, or local Moran, which also finds \
      outliers
      """,
    default: .getisOrd)
  static let unitsOption = Option<Units>(
    "on", valueName: "UNITS", help: "Compare areas, or the cells of a grid over them",
    default: .areas, rules: [Units.cellsExcludeSnap])
  static let ruleOption = Option<NeighbourWord>(
    "neighbours", valueName: "RULE",
    help: """
      Neighbours share a point of their borders (queen), a stretch of border (rook), or lie within \
      --distance
      """,
    default: .queen, rules: [.needs("--distance").with("distance")])
  static let distanceOption = Option<Length?>(
    "distance", valueName: "METRES",
    help: "The greatest distance between the centroids of neighbours",
    rules: [.needs("--neighbours distance")])
  static let valueOption = Option<Value>(
    "value", valueName: "NAME", help: "The value to compare", default: .incidents)
  static let permutationsOption = Option<Int?>(
    "permutations", valueName: "N",
    help: """
      Random rearrangements of the other values, for p_permutation and to decide what is \
      significant. By default 999 for local Moran and none for Gi*, and they do not decide
      """,
    rules: [
      .excludes(
        "--method local-moran", because: "its p_permutation needs at least 1, 999 are usual"
      )
      .with("0")
    ], allowed: "a whole number from 0 to 999999", where: { (0...999_999).contains($0) })

  /// The options that are read here.
  static let specs =
    [
      statisticOption.spec, unitsOption.spec,
      SharedOptions.cellSize.spec.adding(.needs("--on square|hexagon")), ruleOption.spec,
      distanceOption.spec, valueOption.spec, permutationsOption.spec, SharedOptions.seed.spec,
    ]
    + SharedOptions.areaValues.adding(
      .excludes(
        "--on square|hexagon", "--value", "--hotspots",
        because: "the table has one value for each area"),
      .excludes(
        "--incidents", "--unique", "--from", "--to", "--category", "--exclude-category", "--hours",
        "--days", "--where", because: "the table holds values, not incidents"),
      to: "--values")

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    self.init(
      try arguments.value(of: Self.statisticOption),
      units: try arguments.value(of: Self.unitsOption),
      cellSize: try arguments.value(of: SharedOptions.cellSize)?.metres)
    let distance = try arguments.value(of: Self.distanceOption)?.metres
    switch try arguments.value(of: Self.ruleOption) {
    case .queen: neighbours = .queen
    case .rook: neighbours = .rook
    case .distance: neighbours = .within(metres: distance ?? 0)
    }
    value = try arguments.value(of: Self.valueOption)
    seed = try arguments.value(of: SharedOptions.seed)
    permutations = try arguments.value(of: Self.permutationsOption)
  }
}

extension LocalStatistics.Units {
  /// What the option that chooses units excludes: an incident beside all areas lies in no cell.
  static let cellsExcludeSnap = OptionRule.excludes(
    OptionUse("--snap", except: "0"),
    because: "incidents outside the areas belong to the nearest area, and lie in no cell"
  ).with(square.rawValue, hexagon.rawValue)
}

extension ValueFile {
  /// Reads the options of a command that lists ``SharedOptions/areaValues``; `nil` if no table is
  /// named.
  init?(_ arguments: Arguments) throws(UsageError) {
    guard let path = try arguments.value(of: SharedOptions.values),
      let column = try arguments.value(of: SharedOptions.valueField)
    else { return nil }
    self.init(
      path, column: column, codeColumn: try arguments.value(of: SharedOptions.valuesCodeField))
  }
}
