package import Cartography
package import Statistics

/// The classes of a map: given, or how they are fitted to its values.
///
///     figure.scale = ScaleChoice(breaks: [5, 10, 20])
///     figure.scale = ScaleChoice(classes: .quantile, count: 4)
///     figure.scale = ScaleChoice(saved: try SavedScales(path: "march.json"))
public struct ScaleChoice: Sendable {
  /// The lower bounds of all classes but the first, increasing and, for counts, above zero.
  public var breaks: [Double]?
  /// The scales of an earlier map, so that both can be compared; with ``breaks`` the map says that
  /// its scale has changed.
  public var saved: SavedScales?

  /// How classes are fitted if none are given; `nil` for the way that suits the kind of value.
  public var classes: AreaClasses?
  /// How many classes are fitted, beside that of areas without any.
  public var count: Int

  /// Creates a choice; without breaks and saved scales classes are fitted.
  public init(
    breaks: [Double]? = nil, saved: SavedScales? = nil, classes: AreaClasses? = nil,
    count: Int = AreaClasses.usualCount
  ) {
    self.breaks = breaks
    self.saved = saved
    self.classes = classes
    self.count = count
  }

  /// Returns how a map of areas is cut.
  ///
  /// - Parameters:
  ///   - given: The classes that are given; `nil` to fit them.
  ///   - value: What the map shows.
  ///   - usual: How they are fitted unless a way was chosen.
  /// - Returns: The classification.
  /// - Throws: ``MapScaleError/notAdditive(_:)`` for shares of values that do not add up.
  package func classification(
    _ given: Given?, of value: MapValue, usual: AreaClasses? = nil
  ) throws(MapScaleError) -> Classification {
    if let given { return .given(given.classes) }
    if classes == .volume && value.kind != .count { throw .notAdditive(value.label) }
    let way = classes ?? usual ?? .usual(for: value.kind)
    return .fitted(way.method, classes: count)
  }

  /// Returns the way in which classes were made, for manifests: `volume`, `breaks` or `earlier`.
  package func source(of value: MapValue, usual: AreaClasses? = nil) -> String {
    if breaks != nil { return "breaks" }
    if saved != nil { return "earlier" }
    return (classes ?? usual ?? .usual(for: value.kind)).rawValue
  }

  /// Returns how the classes of a map are made, in words.
  package func words(of value: MapValue, usual: AreaClasses? = nil) -> String {
    if breaks != nil { return "as given" }
    if let saved { return "those of '\(saved.name)'" }
    return (classes ?? usual ?? .usual(for: value.kind)).method.name
  }

  /// The classes of a map, with its note about them.
  package struct Given: Sendable {
    /// The classes.
    package var classes: ClassBreaks
    /// The note on the map about them.
    package var note: String
  }

  /// Determines the classes of a map.
  ///
  /// - Parameters:
  ///   - value: The column that the map shows.
  ///   - layer: The layer of areas; `nil` if the map is not of areas.
  ///   - values: The values on the map.
  ///   - separatesZero: Whether zero is a class of its own if breaks are given.
  ///   - madeWith: How the values were computed, if that decides whether they can be compared.
  /// - Returns: The classes; `nil` if they are to be fitted.
  /// - Throws: ``MapScaleError``.
  package func given(
    value: String, layer: String?, values: [Double], separatesZero: Bool,
    madeWith: String? = nil
  ) throws(MapScaleError) -> Given? {
    let earlier = try saved?.scale(of: value, layer: layer)
    if let breaks, breaks != earlier?.classes.thresholds {
      let classes: ClassBreaks
      do throws(ClassBreaksError) {
        classes = try ClassBreaks(thresholds: breaks, separatesZero: separatesZero)
      } catch {
        throw .unusableBreaks(error)
      }
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
