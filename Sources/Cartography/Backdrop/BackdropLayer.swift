/// Roads, parks, stations and the like, which tell people on a map where they are.
package struct BackdropLayer: Sendable {
  /// What a part is.
  package enum Kind: Sendable {
    /// Points, each for itself.
    case points
    /// A line.
    case line
    /// The ring of an area; holes are rings that run the other way.
    case ring
  }

  /// The name of its file, without folders and extension, which becomes its identifier.
  package var name: String
  /// The vertices' eastings in the system of the map, in metres.
  package var x: [Double] = []
  /// The vertices' northings.
  package var y: [Double] = []
  /// Where each part ends among the vertices.
  package var ends: [Int] = []
  /// What each part is.
  package var kinds: [Kind] = []

  /// Creates a layer without parts.
  package init(name: String) { self.name = name }

  /// Ends a part at the last vertex; one without vertices is left out.
  package mutating func endPart(_ kind: Kind) {
    guard x.count > (ends.last ?? 0) else { return }
    ends.append(x.count)
    kinds.append(kind)
  }

  /// Returns the vertices of a part.
  func vertices(ofPart part: Int) -> Range<Int> { (part == 0 ? 0 : ends[part - 1])..<ends[part] }
}
