import Foundation
import TestSupport
import Testing

@testable import Commands

/// The land on the map of the density: its outline and the bands have one shore.
@Suite("The shore of the density")
struct MapShoreTests {
  /// A step between neighbouring places of the drawing's grid, in tenths of a point.
  private struct Step: Hashable {
    let ends: [Int]

    /// Returns how far a place lies from the step, in tenths of a point.
    func distance(to place: [Int]) -> Double {
      let (dx, dy) = (Double(ends[2] - ends[0]), Double(ends[3] - ends[1]))
      let (px, py) = (Double(place[0] - ends[0]), Double(place[1] - ends[1]))
      let along = min(max((px * dx + py * dy) / (dx * dx + dy * dy), 0), 1)
      return ((px - along * dx) * (px - along * dx) + (py - along * dy) * (py - along * dy))
        .squareRoot()
    }
  }

  /// Returns the steps of the paths of SVG data that are run along an odd number of times.
  private static func steps(_ data: some Sequence<Substring>) -> Set<Step> {
    var steps: Set<Step> = []
    for line in data.flatMap({ $0.split(separator: "M") }) {
      // As the writer has them: one absolute place, then relative ones, and a z where it is closed.
      let numbers = line.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
      var places = [(Int, Int)]()
      for place in stride(from: 0, to: numbers.count - 1, by: 2) {
        let (x, y) = (
          Int((numbers[place] * 10).rounded()), Int((numbers[place + 1] * 10).rounded())
        )
        places.append(places.last.map { ($0.0 + x, $0.1 + y) } ?? (x, y))
      }
      if line.hasSuffix("z") { places.append(places[0]) }
      for (a, b) in zip(places, places.dropFirst()) {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1)
        var (count, rest) = (abs(dx), abs(dy))
        while rest != 0 { (count, rest) = (rest, count % rest) }
        for step in 0..<max(count, 0) {
          let from = [a.0 + dx / count * step, a.1 + dy / count * step]
          let to = [from[0] + dx / count, from[1] + dy / count]
          let key = Step(ends: from.lexicographicallyPrecedes(to) ? from + to : to + from)
          if steps.remove(key) == nil { steps.insert(key) }
        }
      }
    }
    return steps
  }

  private static func check(_ map: String) throws {
    func layer(_ name: String) throws -> [Substring] {
      let start = try #require(map.range(of: "<g id=\"\(name)\""))
      let rest = map[start.upperBound...]
      let end = rest.range(of: "<g id=")?.lowerBound ?? rest.endIndex
      return rest[..<end].matches(of: /\sd="([^"]*)"/).map(\.output.1)
    }
    let bands = try layer("areas")
    let outline = try layer("outline")
    #expect(outline.count == 2)
    let rim = Self.steps(outline.suffix(1))
    #expect(rim.count > 100)
    // Borders between areas are drawn twice, borders between bands too: what is left is the shore. A
    // contour may end so near to a vertex of it that one grid cannot tell them apart.
    #expect(Self.steps(outline.prefix(1)) == rim)
    let shore = Self.steps(bands)
    for (step, other) in shore.subtracting(rim).map({ ($0, rim) })
      + rim.subtracting(shore).map({ ($0, shore) })
    {
      for end in [step.ends.prefix(2), step.ends.suffix(2)].map(Array.init) {
        #expect(other.contains { $0.distance(to: end) <= 2 })
      }
    }
    #expect(shore.symmetricDifference(rim).count <= rim.count / 50)
  }

  @Test("bands, areas and outline of the made-up borough end in the same vertices")
  func borough() async throws {
    try Self.check(try await MadePack.borough.value.text("maps/density.svg"))
  }

  @Test(
    "bands, areas and outline of Westminster end in the same vertices",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    try Self.check(try await MadePack.westminster.value.text("maps/density.svg"))
  }
}
