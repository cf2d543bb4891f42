import Cartography
import Names

/// Why a query area cannot be used.
public enum QueryAreaError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No area has the code or name; `names` holds those of the areas.
  case noSuchArea(path: String, text: String, names: [String], codes: [String])
  /// Several areas have the name.
  case ambiguousName(path: String, text: String, codes: [String])
  /// Nothing says what the coordinates mean.
  case noProjection(text: String)
  /// The coordinates cannot be converted to the system in which distances are measured.
  case notProjectable(text: String, system: String)
  /// Lengths that far from the centre or the lines are not those on the ground.
  case tooWide(text: String, metres: Double, system: String)
  /// A coordinate is impossible in its system.
  case beyond(text: String, system: String)

  /// What was found.
  public var description: String {
    switch self {
    case .noSuchArea(let path, let text, let names, let codes):
      "cannot find the area '\(text)': no area of '\(path)' has this code or name"
        + Suggestion.question(Suggestion.closest(to: text, among: names + codes))
    case .ambiguousName(let path, let text, let codes):
      "cannot choose the area '\(text)': \(codes.count) areas of '\(path)' have this name"
    case .noProjection(let text):
      "cannot use \(text): nothing says what its coordinates mean"
    case .notProjectable(let text, let system):
      "cannot use \(text): it lies beyond where distances can be measured in \(system)"
    case .tooWide(let text, let metres, let system):
      "cannot measure \(NumberWords.decimal(metres, places: 0)) m from \(text) in \(system): "
        + "lengths that far out are more than 1 % off"
    case .beyond(let text, let system):
      "cannot use \(text): some of its coordinates cannot be those of a place in \(system)"
    }
  }
}
