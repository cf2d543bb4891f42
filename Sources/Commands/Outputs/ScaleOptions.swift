import CommandLineKit
import HotspotsKit

/// What the options say of a map's classes, beside how they are fitted.
struct ScaleOptions: Sendable {
  /// The breaks given by hand.
  var breaks: [Double]?
  /// The file of an earlier scale.
  var path: String?
  /// How classes of areas are fitted, if that was chosen.
  var classes: AreaClasses?
  /// How many are fitted.
  var classCount = AreaClasses.usualCount

  static let breaks = breaks(
    "Lower bounds of the classes of the map, for example 5,10,20; the top class is open")
  static let breaksFrom = breaksFrom(
    """
    Use the classes of an earlier run, from its manifest, so that the maps can be compared; with \
    --breaks, the map says that its scale has changed
    """)

  private static func breaks(_ help: String) -> Option<CommaSeparated<Double>?> {
    Option(
      "breaks", valueName: "N,N,...", help: help, section: "Output",
      allowed: "up to 11 increasing numbers, such as 5,10,20",
      where: { list in
        let values = list.elements
        return values.count <= 11 && values.allSatisfy(\.isFinite)
          && zip(values, values.dropFirst()).allSatisfy(<)
      })
  }

  private static func breaksFrom(_ help: String) -> Option<String?> {
    Option(
      "breaks-from", valueName: "FILE.json", help: help, section: "Output", role: .reads(["json"]))
  }

  static let classes = Option<AreaClasses?>(
    "classes", valueName: "NAME",
    help: """
      How areas are divided into the classes of the map: volume (each class holds about an equal share \
      of the incidents, so that the darkest areas hold a fifth of all), quantile (equally many areas), \
      natural, equal or geometric. By default volume for counts and weights, geometric for rates
      """,
    section: "Output",
    rules: [
      .excludes("--breaks", "--breaks-from", because: "the breaks are the limits of the classes")
    ])
  static let classCount = Option<Int>(
    "class-count", valueName: "N",
    help: "Number of classes, beside that of areas without any", section: "Output",
    default: AreaClasses.usualCount,
    rules: [
      .excludes("--breaks", "--breaks-from", because: "the breaks are the limits of the classes")
    ],
    allowed: "a whole number from 2 to 9", where: { (2...9).contains($0) })

  private static let packBreaks = breaks(
    "Lower bounds of the classes of the map of the first layer, for example 5,10,20; the top class is open"
  )
  private static let packBreaksFrom = breaksFrom(
    "Use the map classes of an earlier pack, from its manifest, so that the maps can be compared")

  /// The options that are read here.
  static let specs = [breaks.spec, breaksFrom.spec]
  /// The same of maps of areas, which are fitted in several ways.
  static let areaSpecs = [classes.spec, classCount.spec] + specs
  /// The same of a pack, whose maps of several layers share no breaks.
  static let packSpecs = [classes.spec, classCount.spec, packBreaks.spec, packBreaksFrom.spec]

  /// Creates options that leave the classes to be fitted.
  init() {}

  /// Reads the options.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - allowsNegative: Whether values may lie below zero; counts and rates do not, and none is a
  ///     class of its own there.
  /// - Throws: ``UsageError`` for breaks that are not allowed.
  init(_ arguments: Arguments, allowsNegative: Bool = false) throws(UsageError) {
    let given = try arguments.value(of: Self.breaks)
    breaks = given?.elements
    if let given, given.elements[0] <= 0, !allowsNegative {
      throw .invalidValue(
        given.defaultValueDescription, option: Self.breaks.spec.longName,
        allowed: "up to 11 increasing numbers above zero, such as 5,10,20", suggestions: [])
    }
    path = try arguments.value(of: Self.breaksFrom)
  }

  /// Reads the options of a command that lists ``areaSpecs``.
  ///
  /// - Throws: ``UsageError`` for what is not allowed.
  init(ofAreas arguments: Arguments, allowsNegative: Bool = false) throws(UsageError) {
    try self.init(arguments, allowsNegative: allowsNegative)
    classes = try arguments.value(of: Self.classes)
    classCount = try arguments.value(of: Self.classCount)
  }

  /// Whether classes are given.
  var isGiven: Bool { breaks != nil || path != nil }

  /// Reads the file of the earlier scale.
  ///
  /// - Parameter value: The column that the map will show; `nil` if only the table tells its name.
  /// - Returns: The classes asked for.
  /// - Throws: ``MapScaleError``.
  func load(for value: String?) throws(MapScaleError) -> ScaleChoice {
    let saved = try path.map(SavedScales.init)
    if let value { _ = try saved?.scale(of: value, layer: nil) }
    return ScaleChoice(breaks: breaks, saved: saved, classes: classes, count: classCount)
  }
}

extension AreaClasses: ExpressibleByArgument {}
