import CommandLineKit
import HotspotsKit

/// What the options say of a map's classes, beside how they are fitted.
struct ScaleOptions: Sendable {
  /// The breaks given by hand.
  var breaks: [Double]?
  /// The file of an earlier scale.
  var path: String?

  static let breaks = Option<CommaSeparated<Double>?>(
    "breaks", valueName: "N,N,...",
    help: "Lower bounds of the classes of the map, for example 5,10,20; the top class is open",
    section: "Output", allowed: "up to 11 increasing numbers, such as 5,10,20",
    where: { list in
      let values = list.elements
      return values.count <= 11 && values.allSatisfy(\.isFinite)
        && zip(values, values.dropFirst()).allSatisfy(<)
    })
  static let breaksFrom = Option<String?>(
    "breaks-from", valueName: "FILE.json",
    help: """
      Use the classes of an earlier run, from its manifest, so that the maps can be compared; with \
      --breaks, the map says that its scale has changed
      """,
    section: "Output", role: .reads(["json"]))

  /// The options that are read here.
  static let specs = [breaks.spec, breaksFrom.spec]

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
    return ScaleChoice(breaks: breaks, saved: saved)
  }
}
