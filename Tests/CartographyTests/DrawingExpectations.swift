import Geometry
import Testing

@testable import Cartography

/// Expects that texts can be read: none touches another, leaves the page or is too small.
///
/// - Parameters:
///   - drawing: The drawing.
///   - least: It has more texts than this, so that there is something to look at.
///   - sourceLocation: Where it is expected.
func expectLegible(
  _ drawing: Drawing, textsAbove least: Int, sourceLocation: SourceLocation = #_sourceLocation
) {
  let page = Box(minX: 0, minY: 0, maxX: drawing.page.width, maxY: drawing.page.height)
  let all = drawing.layers.flatMap { texts($0.marks) }
  #expect(all.count > least, sourceLocation: sourceLocation)
  for (index, text) in all.enumerated() {
    #expect(
      page.contains(text.box), "'\(text.text)' leaves the page", sourceLocation: sourceLocation)
    #expect(text.size >= 6.9, "\(text.text)", sourceLocation: sourceLocation)
    for other in all.dropFirst(index + 1) {
      #expect(
        !text.outline(padding: -0.3).meets(other.outline(padding: -0.3)),
        "'\(text.text)' touches '\(other.text)'", sourceLocation: sourceLocation)
    }
  }
}

/// Expects well-formed XML whose identifiers differ, with one description.
func expectWellFormed(_ svg: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
  let reader = XMLReader()
  #expect(reader.read(svg), "\(reader.failure)", sourceLocation: sourceLocation)
  #expect(
    Set(reader.identifiers).count == reader.identifiers.count, sourceLocation: sourceLocation)
  #expect(reader.elements["desc"] == 1, sourceLocation: sourceLocation)
}
