package import Cartography

/// The name of a page.
public enum PageName: String, Sendable, CaseIterable {
  /// A4, portrait.
  case a4
  /// A4, landscape.
  case a4Landscape = "a4-landscape"
  /// A3, portrait.
  case a3
  /// A3, landscape.
  case a3Landscape = "a3-landscape"
  /// A presentation slide, 16:9.
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
