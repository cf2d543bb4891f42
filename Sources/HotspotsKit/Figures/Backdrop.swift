package import Cartography

/// A backdrop with the file it comes from.
package struct Backdrop: Sendable {
  /// The file.
  package var path: String
  /// The number of its features.
  package var features: Int
  /// What is drawn.
  package var layer: BackdropLayer
}
