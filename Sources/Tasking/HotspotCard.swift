package import Cartography

/// The close-up of a hotspot, as the page of a pack shows it.
package struct HotspotCard: Sendable {
  /// What is said of it.
  package let contents: CloseUpContents
  /// Its map, as SVG.
  package let map: [UInt8]
  /// The path of its sheet in the pack.
  package let sheet: String

  /// Describes a close-up; everything is given.
  package init(contents: CloseUpContents, map: [UInt8], sheet: String) {
    (self.contents, self.map, self.sheet) = (contents, map, sheet)
  }

  /// The identifier of the card on the page.
  var identifier: String { Self.identifier(of: contents.number) }

  /// Returns the identifier of the card of a hotspot.
  static func identifier(of number: Int) -> String { "close-up-\(number)" }
}
