import Geometry

/// Where the cells of an ``AreaIndex`` lie, and which of them are near a place.
struct AreaGrid: Sendable {
  /// The grid's extent; a point outside it lies in no area and within reach of none.
  let extent: Box
  let columns: Int
  let rows: Int
  let cellWidth: Double
  let cellHeight: Double
  /// How far from a border a cell still lists it.
  let reach: Double
  /// The lowest and the highest y of each area.
  let lowest: [Double]
  let highest: [Double]

  private let columnsPerUnit: Double
  private let rowsPerUnit: Double

  /// Twice the reach, so that rounding in the divisions cannot lose a cell.
  var pad: Double { reach * 2 }

  /// Above this many segments a cell is divided; shared borders count twice.
  let crowd: Int

  /// Lays a grid.
  init(_ outlines: OutlineTable, reach: Double, fineness: AreaIndex.Fineness = .fine) {
    let boxes = (0..<outlines.areaCount).map { outlines.box(ofArea: $0) }
    lowest = boxes.map(\.minY)
    highest = boxes.map(\.maxY)
    var box = Box.empty
    for area in boxes { box.formUnion(area) }
    let span = box.isEmpty ? 1 : max(box.width, box.height, 1e-6)
    let size = box.isEmpty ? 1 : max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    // The least reach covers the rounding of cell corners, some units in the last place.
    self.reach = max(reach, span * 1e-9, size * 1e-12)
    let margin = self.reach * 2 + span * 1e-6
    extent = (box.isEmpty ? Box(minX: 0, minY: 0, maxX: 1, maxY: 1) : box).padded(by: margin)
    let wanted = min(max(Double(outlines.vertexCount) * fineness.cellsPerVertex, 256), 4_000_000)
    crowd = fineness.crowd
    let aspect = (extent.width / extent.height).squareRoot()
    columns = min(max(Int((wanted.squareRoot() * aspect).rounded(.up)), 1), 1 << 14)
    rows = min(max(Int((wanted.squareRoot() / aspect).rounded(.up)), 1), 1 << 14)
    cellWidth = extent.width / Double(columns)
    cellHeight = extent.height / Double(rows)
    columnsPerUnit = 1 / cellWidth
    rowsPerUnit = 1 / cellHeight
  }

  /// The rows in bands that can be filled at the same time; the same for any number of threads.
  var bands: [Range<Int>] {
    let count = min(8, max(1, rows / 32))
    return (0..<count).map { rows * $0 / count..<rows * ($0 + 1) / count }
  }

  /// Returns the rows within reach of an interval of y.
  @inline(__always)
  func rows(near low: Double, _ high: Double) -> Range<Int> {
    clamp((low - pad - extent.minY) * rowsPerUnit, below: rows)..<clamp(
      (high + pad - extent.minY) * rowsPerUnit, below: rows) + 1
  }

  /// Returns the columns within reach of an interval of x.
  @inline(__always)
  func columns(near west: Double, _ east: Double) -> Range<Int> {
    clamp((west - pad - extent.minX) * columnsPerUnit, below: columns)..<clamp(
      (east + pad - extent.minX) * columnsPerUnit, below: columns) + 1
  }

  @inline(__always)
  private func clamp(_ position: Double, below count: Int) -> Int {
    // The extent's margin keeps positions from being negative by more than rounding.
    min(max(Int(position), 0), count - 1)
  }
}
