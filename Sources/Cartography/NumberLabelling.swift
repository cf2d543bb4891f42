import Geometry

/// The numbers of a map where they found room, and what is said of the others, which stand in the
/// list only.
struct NumberLabelling {
  /// The numbers placed.
  let labels: [NumberLabels.Label]
  /// Numbers whose places lie beyond the frame.
  let beyond: [Int]
  /// Numbers that found no room among the others.
  let crowded: [Int]
  private let scale: Double

  /// Places numbers.
  ///
  /// - Parameters:
  ///   - candidates: The places to be numbered, in the order of the list.
  ///   - frame: Where numbers may be.
  ///   - taken: What they stay clear of.
  ///   - scale: How much larger than on A4 things are drawn.
  init(
    _ candidates: [NumberLabels.Candidate], frame: Box, avoiding taken: [Box] = [], scale: Double
  ) {
    let labels = NumberLabels(scale: scale).placed(candidates, in: frame, avoiding: taken)
    let placed = Set(labels.map(\.number))
    let missing = candidates.filter { !placed.contains($0.number) }
    func isInside(_ candidate: NumberLabels.Candidate) -> Bool {
      frame.contains(x: candidate.anchor.x, y: candidate.anchor.y)
    }
    self.labels = labels
    beyond = missing.filter { !isInside($0) }.map(\.number)
    crowded = missing.filter(isInside).map(\.number)
    self.scale = scale
  }

  /// The numbers on the map.
  var marks: [Mark] { NumberLabels(scale: scale).marks(of: labels) }

  /// What is said of the numbers that are not on the map.
  var sentences: [String] {
    func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
    return (crowded.isEmpty ? [] : ["No room on the map: \(list(crowded))"])
      + (beyond.isEmpty ? [] : ["Beyond this map: \(list(beyond))"])
  }

  /// Returns these sentences at the right of the strip below the map.
  func remarks(in strip: Box) -> [Mark] {
    sentences.enumerated().map { line, sentence in
      var mark = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
      mark.text = sentence
      mark.position = Point(x: strip.maxX, y: strip.minY + (10 + 9 * Double(line)) * scale)
      return .text(mark)
    }
  }
}
