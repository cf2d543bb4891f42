import Geometry
import Glibc

/// The names of roads, written along them.
///
/// A name stands on a nearly straight stretch of its street, upright, clear of all other names. It
/// is turned text, which every program shows alike; text along a path is not shown by all.
struct RoadNames {
  /// A road as it is drawn.
  struct Road {
    let name: String
    let roadClass: BackdropLayer.RoadClass
    /// Its vertices on the page, in points.
    let points: [Point]

    /// Describes a road.
    init(name: String, roadClass: BackdropLayer.RoadClass, points: [Point]) {
      (self.name, self.roadClass, self.points) = (name, roadClass, points)
    }

    /// Describes a road by the line that is drawn.
    init(name: String, roadClass: BackdropLayer.RoadClass, _ line: GridLine) {
      self.init(
        name: name, roadClass: roadClass,
        points: zip(line.x, line.y).map {
          Point(x: Double($0) / GridLine.unitsPerPoint, y: Double($1) / GridLine.unitsPerPoint)
        })
    }
  }

  /// The distance after which a long street is named again: 8 cm.
  static let repeatDistance = 80 * Page.pointsPerMillimetre
  /// The most names, more than which nobody reads on one map.
  static let limit = 160

  /// How much larger than on A4 things are drawn.
  let scale: Double
  private let names: [Name]

  /// A name with the streets that have it.
  private struct Name {
    let chains: [RoadChains.Chain]
    /// Whether it is worth a place farther from its street, or beyond its ends.
    let isWanted: Bool
  }

  /// Prepares to write names.
  ///
  /// - Parameters:
  ///   - roads: The roads that are drawn.
  ///   - wanted: Names that come before all others, the first first; a longer text will do that
  ///     ends in the name, as `On or near Dean Street` does.
  ///   - scale: How much larger than on A4 things are drawn.
  init(_ roads: [Road], wanted: [String] = [], scale: Double) {
    self.scale = scale
    func place(_ name: String) -> Int {
      let name = name.lowercased()
      return wanted.firstIndex { $0.lowercased().hasSuffix(name) } ?? wanted.count
    }
    names = RoadChains(roads).byName.map { chains in
      (
        chains: chains, place: place(chains[0].name), roadClass: chains[0].roadClass,
        length: chains.reduce(0) { $0 + $1.length }
      )
    }.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      if left.roadClass != right.roadClass { return left.roadClass > right.roadClass }
      if left.length != right.length { return left.length > right.length }
      return left.chains[0].name < right.chains[0].name
    }.map { Name(chains: $0.chains, isWanted: $0.place < wanted.count) }
  }

  /// Returns the names that find room.
  ///
  /// Every name is placed once before a long street is named again, every ``repeatDistance``.
  ///
  /// - Parameters:
  ///   - frame: Where names may be.
  ///   - taken: What they stay clear of.
  ///   - crossed: What they had better not cover.
  /// - Returns: The names, turned about the middles of their baselines.
  /// - Complexity: O(*n* *m*) for *n* places that names may have and *m* names placed.
  func placed(in frame: Box, avoiding taken: [Box] = [], sparing crossed: [Box] = [])
    -> [TextMark]
  {
    var room = Room(frame: frame, taken: taken.map { TurnedBox($0) }, crossed: crossed)
    var labels: [TextMark] = []
    var waiting: [[Candidate]] = []
    for name in names {
      let candidates = candidates(of: name, in: room)
      guard let first = candidates.firstIndex(where: { room.isFree($0.mark.outline) }) else {
        continue
      }
      room.take(candidates[first].mark, halfLeading: scale)
      labels.append(candidates[first].mark)
      waiting.append(Array(candidates[(first + 1)...]))
      if labels.count == Self.limit { return labels }
    }
    for (index, candidates) in waiting.enumerated() {
      var own = [labels[index].position]
      for candidate in candidates where labels.count < Self.limit {
        let place = candidate.mark.position
        guard
          own.allSatisfy({ hypot($0.x - place.x, $0.y - place.y) >= Self.repeatDistance * scale }),
          room.isFree(candidate.mark.outline)
        else { continue }
        room.take(candidate.mark, halfLeading: scale)
        labels.append(candidate.mark)
        own.append(place)
      }
    }
    return labels
  }

  // MARK: -

  /// A place that a name may have.
  private struct Candidate {
    let mark: TextMark
    /// How bad the place is, in points away from a good one.
    let cost: Double
  }

  /// Returns the places for a name inside the frame, the best first.
  private func candidates(of name: Name, in room: Room) -> [Candidate] {
    let first = name.chains[0]
    let sizes: [Double] =
      switch first.roadClass {
      case .trunk: [8.5, 7.5]
      case .main: [8, 7.25]
      case .minor: [7.5, 7]
      case .path: [7]
      }
    for size in sizes {
      var style = TextMark.style(size: size * scale, anchor: .middle)
      style.text = first.name
      style.halo = 2.4 * scale
      let candidates = name.chains.flatMap {
        self.candidates(of: $0, style, isWanted: name.isWanted, in: room)
      }
      if !candidates.isEmpty { return candidates.sorted { $0.cost < $1.cost } }
    }
    return []
  }

  private func candidates(
    of chain: RoadChains.Chain, _ style: TextMark, isWanted: Bool, in room: Room
  ) -> [Candidate] {
    let width = TextMetrics.width(of: style.text, size: style.size)
    // A name may stand over the ends of its street by a letter, a wanted one by a syllable.
    let slack = (isWanted ? 2 : 0.6) * style.size
    let spare = chain.length + 2 * slack - width
    guard spare >= 0 else { return [] }
    let steps = min(max(Int(spare / (3 * scale)), 1), 400)
    let centre = room.frame.centre
    // Beside the road only where something had better not be covered.
    let sides: [Double] =
      room.crossed.isEmpty
      ? [0] : [0, -0.95, 0.95, -1.5, 1.5] + (isWanted ? [-2.3, 2.3, -3.1, 3.1] : [])
    return (0...steps).flatMap { step -> [Candidate] in
      let start = spare * Double(step) / Double(steps) - slack
      guard let stretch = chain.stretch(from: start, to: start + width),
        stretch.deviation <= 0.3 * style.size
      else { return [] }
      let fromMiddle = abs(start + width / 2 - chain.length / 2)
      return sides.compactMap { side -> Candidate? in
        let mark = self.mark(style, on: stretch, beside: side * style.size)
        guard room.frame.contains(mark.box) else { return nil }
        let fromCentre = hypot(mark.position.x - centre.x, mark.position.y - centre.y)
        return Candidate(
          mark: mark,
          cost: 6 * stretch.deviation + 120 * Double(room.coveredCount(mark))
            + 8 * abs(side) + 0.2 * fromMiddle + 0.15 * fromCentre)
      }
    }
  }

  /// Returns a name on a stretch, moved below the middle of the road by a distance, as it is read.
  private func mark(
    _ style: TextMark, on stretch: RoadChains.Chain.Stretch, beside distance: Double
  ) -> TextMark {
    var mark = style
    mark.turn = stretch.turn
    // Capitals, not baselines, stand in the middle of the road.
    let (sine, cosine) = (sin(stretch.turn * .pi / 180), cos(stretch.turn * .pi / 180))
    let drop = TextMark.capitalHeight * style.size / 2 + distance
    mark.position = Point(
      x: stretch.middle.x - sine * drop, y: stretch.middle.y + cosine * drop)
    return mark
  }

  /// The room for names: what is taken stays clear of what comes later.
  private struct Room {
    let frame: Box
    var taken: [TurnedBox]
    let crossed: [Box]

    func isFree(_ outline: TurnedBox) -> Bool {
      frame.contains(outline.box) && !taken.contains { $0.meets(outline) }
    }

    /// Returns how much a name covers that it had better not.
    func coveredCount(_ mark: TextMark) -> Int {
      let near = crossed.filter { $0.intersects(mark.box) }
      return near.isEmpty ? 0 : near.count { mark.outline.meets(TurnedBox($0)) }
    }

    mutating func take(_ mark: TextMark, halfLeading: Double) {
      taken.append(mark.outline(padding: halfLeading))
    }
  }
}

extension TextMark {
  /// Returns the rectangle that the text covers at most with room around it, turned as it is.
  func outline(padding: Double) -> TurnedBox {
    var level = self
    level.turn = 0
    return TurnedBox(level.box.padded(by: padding), turn: turn, about: position)
  }
}
