import Geometry

/// Areas that are drawn together with those of other layers.
struct OutlineLayer {
  /// The outlines, in metres.
  let outlines: OutlineTable
  /// The areas to draw, in the order of the result.
  let areas: [Int]
  /// What each of these is drawn as one with: all that have the same number; `nil` for an area
  /// that is drawn by itself.
  let grounds: [Int?]

  /// Describes areas that are drawn one by one.
  init(_ outlines: OutlineTable, areas: [Int]? = nil) {
    self.init(
      outlines, areas: areas ?? Array(0..<outlines.areaCount),
      grounds: Array(repeating: nil, count: areas?.count ?? outlines.areaCount))
  }

  /// Describes areas of which some are drawn as one.
  init(_ outlines: OutlineTable, areas: [Int], grounds: [Int?]) {
    precondition(areas.count == grounds.count, "OutlineLayer: areas and grounds differ in number")
    (self.outlines, self.areas, self.grounds) = (outlines, areas, grounds)
  }
}
