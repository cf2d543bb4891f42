import Geometry
import HotspotAnalysis

extension LocalStatistics {
  /// Returns which cells are neighbours.
  func neighbours(of grid: CellGrid) -> Neighbours {
    switch neighbours {
    case .queen: return grid.neighbours
    case .rook: return Self.sharedSides(of: grid)
    case .within(let metres):
      let centres = (0..<grid.count).map { grid.centre(of: $0) }
      return .within(metres, x: centres.map(\.x), y: centres.map(\.y))
    }
  }

  /// Returns which areas are neighbours.
  func neighbours(of outlines: OutlineTable) -> Neighbours {
    switch neighbours {
    case .queen: return .contiguity(of: outlines, rule: .queen)
    case .rook: return .contiguity(of: outlines, rule: .rook)
    case .within(let metres):
      let points = (0..<outlines.areaCount).map { outlines.centroid(ofArea: $0) }
      return .within(metres, x: points.map { $0?.x ?? .nan }, y: points.map { $0?.y ?? .nan })
    }
  }

  /// Returns which cells share a side: the centres of such cells lie a cell size apart, others at least
  /// 1.4 of them.
  static func sharedSides(of grid: CellGrid) -> Neighbours {
    let centres = (0..<grid.count).map { grid.centre(of: $0) }
    return .within(1.2 * grid.size, x: centres.map(\.x), y: centres.map(\.y))
  }
}
