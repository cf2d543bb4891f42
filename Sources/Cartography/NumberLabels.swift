import Geometry
import Glibc

/// The numbers of the listed places on the map, led out by a line where they crowd.
struct NumberLabels {
  /// An area to be numbered.
  struct Candidate {
    /// The place in the list, from 1.
    let number: Int
    /// The inner point of the area on the page.
    let anchor: Point
    /// How far the inner point lies from the area's border, in points.
    let clearance: Double
  }

  /// A number as it is placed.
  struct Label {
    let number: Int
    let badge: NumberBadge
    let centre: Point
    /// The inner point, where the badge does not lie on it.
    let anchor: Point?

    /// The rectangle around the disc.
    var box: Box { Box.around(centre, radius: badge.radius) }
  }

  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the numbers that find room, near their areas and clear of each other.
  ///
  /// A badge lies on its area's inner point when the area shows around it and no other inner point
  /// is under it; otherwise it is moved out, away from the middle of them all where it can, and a
  /// line leads back. Lines cross neither badges nor lines.
  ///
  /// - Parameters:
  ///   - candidates: The areas, the highest first.
  ///   - frame: Where labels may be.
  ///   - taken: What they stay clear of.
  /// - Returns: The labels placed, in the order of the areas.
  /// - Complexity: O(*n*²) for *n* areas.
  func placed(
    _ candidates: [Candidate], in frame: Box, avoiding taken: [Box] = []
  ) -> [Label] {
    var arrangement = Arrangement(
      candidates: candidates.filter { frame.contains(x: $0.anchor.x, y: $0.anchor.y) },
      frame: frame, taken: taken, scale: scale)
    // Whatever can lie on its own area does, before anything is led past it.
    for index in arrangement.candidates.indices where arrangement.showsAround(index) {
      arrangement.placeOnAnchor(index)
    }
    for index in arrangement.candidates.indices { arrangement.placeBeside(index) }
    for index in arrangement.candidates.indices { arrangement.placeOnAnchor(index) }
    return arrangement.labels.compactMap { $0 }
  }

  /// Returns the marks of labels, all lines below all badges.
  func marks(of labels: [Label]) -> [Mark] {
    let line = Paint(stroke: Palette.ink, strokeWidth: 0.8 * scale)
    let dot = Paint(fill: Palette.ink, stroke: Palette.paper, strokeWidth: 0.5 * scale)
    let leaders = labels.flatMap { label -> [Mark] in
      guard let anchor = label.anchor else { return [] }
      return [
        .line([anchor, label.centre], line), .circle(centre: anchor, radius: 1.5 * scale, dot),
      ]
    }
    return leaders + labels.flatMap { $0.badge.marks(at: $0.centre) }
  }
}

extension Box {
  /// Returns the square around a circle.
  static func around(_ centre: Point, radius: Double) -> Box {
    Box(
      minX: centre.x - radius, minY: centre.y - radius, maxX: centre.x + radius,
      maxY: centre.y + radius)
  }
}

/// Badges and lines as they are being placed.
private struct Arrangement {
  let candidates: [NumberLabels.Candidate]
  let frame: Box
  let scale: Double
  /// The label of each candidate, once it is placed.
  var labels: [NumberLabels.Label?]
  private var room: LabelRoom
  private var leaders: [Segment] = []
  private let middle: Point

  init(candidates: [NumberLabels.Candidate], frame: Box, taken: [Box], scale: Double) {
    self.candidates = candidates
    self.frame = frame
    self.scale = scale
    labels = Array(repeating: nil, count: candidates.count)
    room = LabelRoom(frame: frame, taken: taken)
    let count = Double(max(candidates.count, 1))
    middle = Point(
      x: candidates.reduce(0) { $0 + $1.anchor.x } / count,
      y: candidates.reduce(0) { $0 + $1.anchor.y } / count)
  }

  /// Returns whether an area is large enough that its colour shows around the badge.
  func showsAround(_ index: Int) -> Bool {
    let badge = NumberBadge(text: "", scale: scale)
    return candidates[index].clearance >= 1.1 * badge.radius
  }

  /// Places a badge that has no place yet on its anchor, if nothing else is near.
  mutating func placeOnAnchor(_ index: Int) {
    guard labels[index] == nil else { return }
    let anchor = candidates[index].anchor
    let number = candidates[index].number
    let badge = NumberBadge(text: String(number), scale: scale)
    let reach = Box.around(anchor, radius: badge.radius + 3 * scale)
    let isCrowded = candidates.indices.contains { other in
      other != index && reach.contains(x: candidates[other].anchor.x, y: candidates[other].anchor.y)
    }
    let label = NumberLabels.Label(number: number, badge: badge, centre: anchor, anchor: nil)
    guard !isCrowded, room.isFree(label.box), !leaders.contains(where: { $0.meets(label.box) })
    else { return }
    take(label, at: index)
  }

  /// Places a badge that has no place yet beside its anchor.
  mutating func placeBeside(_ index: Int) {
    guard labels[index] == nil else { return }
    let anchor = candidates[index].anchor
    let number = candidates[index].number
    let badge = NumberBadge(text: String(number), scale: scale)
    let outwards = atan2(anchor.y - middle.y, anchor.x - middle.x)
    for distance in [15.0, 20, 26, 33, 41, 50, 62, 76, 92, 110, 140] {
      for step in 0..<24 {
        // 0, 1, -1, 2, -2 … twenty-fourths of a turn from the way outwards.
        let turn = Double(step.isMultiple(of: 2) ? -step / 2 : (step + 1) / 2) * Double.pi / 12
        let centre = Point(
          x: anchor.x + distance * scale * cos(outwards + turn),
          y: anchor.y + distance * scale * sin(outwards + turn))
        let label = NumberLabels.Label(number: number, badge: badge, centre: centre, anchor: anchor)
        if isClear(label, of: index) {
          take(label, at: index)
          return
        }
      }
    }
  }

  private func isClear(_ label: NumberLabels.Label, of index: Int) -> Bool {
    guard room.isFree(label.box) else { return false }
    let near = label.box.padded(by: 2 * scale)
    let leader = Segment(from: candidates[index].anchor, to: label.centre)
    for (other, candidate) in candidates.enumerated() where other != index {
      if near.contains(x: candidate.anchor.x, y: candidate.anchor.y) { return false }
      // Two inner points may be nearer to each other than a line should pass.
      let (dx, dy) = (candidate.anchor.x - leader.from.x, candidate.anchor.y - leader.from.y)
      let clearance = min(2 * scale, max(abs(dx), abs(dy)) / 2)
      if leader.meets(Box.around(candidate.anchor, radius: clearance)) { return false }
    }
    return !room.taken.contains { leader.meets($0) }
      && !leaders.contains { $0.meets(leader) || $0.meets(label.box) }
  }

  private mutating func take(_ label: NumberLabels.Label, at index: Int) {
    labels[index] = label
    room.take(label.box.padded(by: scale))
    if let anchor = label.anchor { leaders.append(Segment(from: anchor, to: label.centre)) }
  }
}
