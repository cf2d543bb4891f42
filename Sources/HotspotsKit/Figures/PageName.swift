package import Cartography

/// A page by its name.
public enum PageName: String, Sendable, CaseIterable {
  /// A4 upright.
  case a4
  /// A4 lying.
  case a4Landscape = "a4-landscape"
  /// A3 upright.
  case a3
  /// A3 lying.
  case a3Landscape = "a3-landscape"
  /// A slide of a presentation.
  case slide = "16:9"

  /// The sheet.
  package var page: Page {
    switch self {
    case .a4: .a4Portrait
    case .a4Landscape: .a4Landscape
    case .a3: .a3Portrait
    case .a3Landscape: .a3Landscape
    case .slide: .slide
    }
  }
}
