import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Labels")
struct LabelTests {
  static let frame = Box(minX: 0, minY: 0, maxX: 400, maxY: 300)

  @Test("names neither overlap nor leave the frame", arguments: 0..<30 as Range<UInt64>)
  func names(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = ["St", "James's", "Knightsbridge", "and", "Belgravia", "Maida", "Vale", "東京"]
    let candidates = (0..<40).map { _ in
      let x = Int.random(in: 0...3800, using: &random)
      let y = Int.random(in: 0...2800, using: &random)
      let side = Int.random(in: 50...900, using: &random)
      let count = Int.random(in: 1...4, using: &random)
      return NameLabels.Candidate(
        name: (0..<count).compactMap { _ in words.randomElement(using: &random) }
          .joined(separator: " "),
        anchor: Point(x: Double(x + side / 2) / 10, y: Double(y + side / 2) / 10),
        rings: [GridLine(x: [x, x + side, x + side, x], y: [y, y, y + side, y + side])])
    }
    let labels = NameLabels(scale: 1).placed(candidates, in: Self.frame)
    #expect(labels.count >= 5)
    let boxes = labels.map { $0.map(\.box) }
    for (index, label) in boxes.enumerated() {
      #expect(label.allSatisfy { Self.frame.contains($0) })
      for other in boxes.dropFirst(index + 1).joined() {
        #expect(!label.contains { $0.intersects(other) })
      }
    }
    #expect(labels.joined().allSatisfy { $0.size >= 7 })
  }

  @Test("the first name has its place, whatever follows")
  func priority() {
    let ring = GridLine(x: [1000, 3000, 3000, 1000], y: [1000, 1000, 2000, 2000])
    let first = NameLabels.Candidate(
      name: "Maida Vale", anchor: Point(x: 200, y: 150), rings: [ring])
    let second = NameLabels.Candidate(name: "Rival", anchor: Point(x: 202, y: 151), rings: [ring])
    let labels = NameLabels(scale: 1).placed([first, second], in: Self.frame)
    #expect(labels[0].map(\.text) == ["Maida Vale"])
    #expect(labels[0][0].size == 9)
    #expect(labels[0][0].position.x == 200)
  }

  @Test("a long name is broken to fit a narrow area")
  func broken() {
    let ring = GridLine(x: [1700, 2300, 2300, 1700], y: [1000, 1000, 2000, 2000])
    let candidate = NameLabels.Candidate(
      name: "Marylebone High Street", anchor: Point(x: 200, y: 150), rings: [ring])
    let labels = NameLabels(scale: 1).placed([candidate], in: Self.frame)
    #expect(labels.first?.map(\.text) == ["Marylebone", "High Street"])
    #expect(labels.first.map(candidate.holds) == true)
  }

  @Test("numbers and their lines keep clear of each other", arguments: 0..<40 as Range<UInt64>)
  func numbers(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let spread: Double = [10, 40, 120, 300][Int.random(in: 0..<4, using: &random)]
    let candidates = (0..<10).map { (place: Int) -> NumberLabels.Candidate in
      NumberLabels.Candidate(
        number: place + 1,
        anchor: Point(
          x: 200 + (random.nextUnit() - 0.5) * spread, y: 150 + (random.nextUnit() - 0.5) * spread),
        clearance: random.nextUnit() * 10)
    }
    let labels = NumberLabels(scale: 1).placed(candidates, in: Self.frame)
    if spread >= 40 { #expect(labels.count >= 9) }
    #expect(labels.count >= 5)
    let leaders = labels.map { label in label.anchor.map { Segment(from: $0, to: label.centre) } }
    for (index, label) in labels.enumerated() {
      #expect(Self.frame.contains(label.box))
      for other in labels.indices where other != index {
        #expect(!label.box.intersects(labels[other].box))
        guard let leader = leaders[other] else { continue }
        #expect(!leader.meets(label.box))
        if let own = leaders[index] { #expect(!own.meets(leader)) }
      }
    }
  }

  @Test("a number with room lies on its area")
  func onAnchor() {
    let alone = NumberLabels.Candidate(number: 1, anchor: Point(x: 50, y: 60), clearance: 20)
    let far = NumberLabels.Candidate(number: 2, anchor: Point(x: 250, y: 60), clearance: 8)
    let labels = NumberLabels(scale: 1).placed([alone, far], in: Self.frame)
    #expect(labels.map(\.centre) == [alone.anchor, far.anchor])
    #expect(labels.allSatisfy { $0.anchor == nil })
  }

  @Test("a number that would hide its area is led out, and goes on it where nothing else is left")
  func ledOut() {
    let small = NumberLabels.Candidate(number: 1, anchor: Point(x: 50, y: 60), clearance: 3)
    let labels = NumberLabels(scale: 1).placed([small], in: Self.frame)
    #expect(labels.first?.anchor == small.anchor)
    let tight = Box(minX: 42, minY: 52, maxX: 58, maxY: 68)
    #expect(NumberLabels(scale: 1).placed([small], in: tight).map(\.centre) == [small.anchor])
  }

  @Test(
    "a segment meets a rectangle when they share a point",
    arguments: [
      (0.0, 0.0, 10.0, 10.0, true), (0, 0, 3, 3, false), (0, 5, 10, 5, true), (5, 5, 6, 6, true),
      (0, 9, 3, 0, false), (4, 0, 4, 10, true), (0, 8.1, 8.1, 16, false), (3, 3, 3, 3, false),
    ])
  func segment(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ expected: Bool) {
    let box = Box(minX: 4, minY: 4, maxX: 8, maxY: 8)
    #expect(Segment(from: Point(x: ax, y: ay), to: Point(x: bx, y: by)).meets(box) == expected)
    #expect(Segment(from: Point(x: bx, y: by), to: Point(x: ax, y: ay)).meets(box) == expected)
  }
}
