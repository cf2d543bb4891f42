import Cartography
public import Interchange
package import Statistics

/// The classes of a map, as manifests keep them for later maps.
public struct MapScale: Sendable, Equatable {
  /// The layer of areas; `nil` if the map is not of areas.
  public var layer: String?
  /// The column that the map shows; `nil` in a list of breaks written by hand.
  public var value: String?
  /// The classes.
  package var classes: ClassBreaks
  /// How the classes were made: the name of a way of fitting, `breaks` or `earlier`; `nil` if that is not
  /// known.
  public var method: String?
  /// The part of all incidents, or of their weight, that each class holds; `nil` unless classes are made
  /// by it.
  public var shares: [Double]?
  /// How the values were computed, if that decides whether they can be compared.
  public var madeWith: String?

  /// Describes the classes of a map.
  package init(
    layer: String?, value: String?, classes: ClassBreaks, method: String? = nil,
    shares: [Double]? = nil, madeWith: String? = nil
  ) {
    self.layer = layer
    self.value = value
    self.classes = classes
    self.method = method
    self.shares = shares
    self.madeWith = madeWith
  }

  /// The lower bounds of all classes but the first, increasing.
  public var breaks: [Double] { classes.thresholds }

  /// The scale for the manifest.
  public var json: JSONValue {
    .object([
      .init("layer", .optional(layer)), .init("value", .optional(value)),
      .init("breaks", .array(classes.thresholds.map(JSONValue.real))),
      .init("zero_apart", .boolean(classes.separatesZero)),
      .init(
        "range",
        classes.range.map { .array([.real($0.lowerBound), .real($0.upperBound)]) } ?? .null),
      .init("method", .optional(method)),
      .init("shares", shares.map { .array($0.map(JSONValue.real)) } ?? .null),
      .init("made_with", .optional(madeWith)),
    ])
  }

  /// The breaks in words: `5, 10, 20`.
  package var words: String {
    classes.thresholds.map { NumberWords.decimal($0, places: NumberWords.places(of: $0)) }
      .joined(separator: ", ")
  }
}
