import Cartography
import CommandLineKit
import Statistics

/// What the options say of a map's classes, beside how they are fitted.
struct ScaleOptions: Sendable {
  /// The breaks given by hand.
  var breaks: [Double]?
  /// The file of an earlier scale.
  var path: String?

  static let breaks = Option<CommaSeparated<Double>?>(
    "breaks", valueName: "N,N,...",
    help: "Lower bounds of the classes of the map, for example 5,10,20; the top class is open",
    section: "Output", allowed: "up to 11 increasing numbers above zero, such as 5,10,20",
    where: { list in
      let values = list.elements
      return values.count <= 11 && values[0] > 0 && values.allSatisfy(\.isFinite)
        && zip(values, values.dropFirst()).allSatisfy(<)
    })
  static let breaksFrom = Option<String?>(
    "breaks-from", valueName: "FILE.json",
    help: """
      Use the classes of an earlier run, from its manifest, so that the maps can be compared; with \
      --breaks, the map says that its scale has changed
      """,
    section: "Output", completion: .file(extensions: ["json"]))

  /// The options that are read here.
  static let specs = [breaks.spec, breaksFrom.spec]

  /// Creates options that leave the classes to be fitted.
  init() {}

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    breaks = try arguments.value(of: Self.breaks)?.elements
    path = try arguments.value(of: Self.breaksFrom)
  }

  /// Whether classes are given.
  var isGiven: Bool { breaks != nil || path != nil }

  /// Reads the file of the earlier scale.
  ///
  /// - Parameter value: The column that the map will show.
  /// - Returns: The classes asked for.
  /// - Throws: ``MapScaleError``.
  func load(for value: String) throws(MapScaleError) -> ScaleChoice {
    let saved = try path.map(SavedScales.init)
    _ = try saved?.scale(of: value, layer: nil)
    return ScaleChoice(breaks: breaks, saved: saved)
  }
}

/// The classes that the user asked for, the file of an earlier scale read.
struct ScaleChoice: Sendable {
  var breaks: [Double]?
  var saved: SavedScales?

  /// The classes of one map and what it says of them.
  struct Given: Sendable {
    var classes: ClassBreaks
    var note: String
  }

  /// Settles the classes of a map.
  ///
  /// - Parameters:
  ///   - value: The column that the map shows.
  ///   - layer: The layer of areas; absent where the map is not of areas.
  ///   - values: The values on the map.
  ///   - separatesZero: Whether zero is a class by itself where the breaks are given by hand.
  ///   - madeWith: How the values came about, where that decides whether they compare.
  /// - Returns: The classes; absent where they are to be fitted.
  /// - Throws: ``MapScaleError``.
  func given(
    value: String, layer: String?, values: [Double], separatesZero: Bool,
    madeWith: String? = nil
  ) throws(MapScaleError) -> Given? {
    let earlier = try saved?.scale(of: value, layer: layer)
    if let breaks, breaks != earlier?.classes.thresholds {
      guard
        let classes = try? ClassBreaks(thresholds: breaks, separatesZero: separatesZero)
      else { preconditionFailure("ScaleChoice: breaks that were not checked") }
      let byHand = "Classes: as given, not fitted to the values of this map."
      guard let earlier, let saved else { return Given(classes: classes, note: byHand) }
      return Given(
        classes: classes,
        note: "\(byHand) Scale changed: '\(saved.name)' has its breaks at \(earlier.words), so the "
          + "colours of the two maps do not compare.")
    }
    guard let earlier, let saved else { return nil }
    var note = "Classes: those of '\(saved.name)', so that the maps compare."
    if let highest = earlier.classes.range?.upperBound {
      func text(_ value: Double) -> String {
        NumberWords.decimal(value, places: min(1, NumberWords.places(of: value)))
      }
      if let here = values.max(), here > highest {
        note +=
          " The top class is open: the highest value is \(text(here)) here, \(text(highest)) there."
      }
    }
    if let before = earlier.madeWith, let madeWith, before != madeWith {
      note += " The values there were made with \(before)."
    }
    return Given(classes: earlier.classes, note: note)
  }
}

extension SavedScales {
  /// The file's name without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }
}
