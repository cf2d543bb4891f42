import Geometry

/// Which part of a layer a map shows.
struct MapExtent {
  /// The rectangle shown, in metres.
  let box: Box
  /// Whether part of the layer lies beyond it.
  let isPart: Bool

  /// The share of the incidents that a partial map shows at least.
  static let shareShown = 0.99

  /// Chooses the extent: the whole layer, or where the incidents are when most areas have none.
  ///
  /// One stray incident at the far end of a county must not shrink the town, so the partial map
  /// frames the busiest areas that hold 99 % of the sum, and a little around them.
  ///
  /// - Parameters:
  ///   - outlines: The outlines of all areas.
  ///   - ranked: The areas by a value that adds up; `nil` for the whole layer.
  init(of outlines: OutlineTable, ranked: RankedAreas?) {
    let whole = outlines.box
    let positive = (ranked?.entries ?? []).prefix { $0.value > 0 }
    guard let ranked, !positive.isEmpty, positive.count * 2 < outlines.areaCount,
      ranked.entries.allSatisfy({ $0.value >= 0 })
    else {
      (box, isPart) = (whole, false)
      return
    }
    let wanted = positive.reduce(0) { $0 + $1.value } * MapExtent.shareShown
    var sum = 0.0
    var part = Box.empty
    for entry in positive where sum < wanted {
      sum += entry.value
      part.formUnion(outlines.box(ofArea: entry.row))
    }
    part = part.padded(by: 0.04 * max(part.width, part.height))
    let shown = Box(
      minX: max(part.minX, whole.minX), minY: max(part.minY, whole.minY),
      maxX: min(part.maxX, whole.maxX), maxY: min(part.maxY, whole.maxY))
    (box, isPart) = (shown, shown != whole)
  }
}
