import Cartography

/// Why areas have no pages.
public enum ProfilePagesError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There are more areas than pages are made of.
  case tooManyAreas(Int, limit: Int)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .tooManyAreas(let count, let limit):
      "cannot make a page of each of \(NumberWords.grouped(count)) areas: at most "
        + "\(NumberWords.grouped(limit)) have one"
    }
  }
}
