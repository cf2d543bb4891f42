import Geometry
import HotspotAnalysis
import Statistics
import Tables

/// The definitions of kernel density written down without any thought of speed.
///
/// Kernels are written again here, from the formulas of the literature and in their variables.
struct SlowDensity {
  var kernel: DensityKernel
  var bandwidth: Double
  var edgeCorrection: EdgeCorrection
  var area: StudyMask

  func kernelValue(_ dx: Double, _ dy: Double, _ h: Double) -> Double {
    let squared = (dx * dx + dy * dy) / (h * h)
    let circle = Double.pi * h * h
    if kernel == .gaussian { return GaussianValue.exponential(-squared / 2) / (2 * circle) }
    guard squared <= 1 else { return 0 }
    let rest = 1 - squared
    return switch kernel {
    case .quartic: 3 / circle * rest * rest
    case .uniform: 1 / circle
    case .triangular: 3 / circle * (1 - squared.squareRoot())
    case .epanechnikov: 2 / circle * rest
    case .triweight: 4 / circle * rest * rest * rest
    case .gaussian: .nan
    }
  }

  /// The kernel around a place summed over the study area's cells, times their area.
  func mass(_ x: Double, _ y: Double, _ h: Double) -> Double {
    var sum = 0.0
    for cell in area.isInside.indices where area.isInside[cell] {
      let centre = area.grid.centre(of: cell)
      sum += kernelValue(centre.x - x, centre.y - y, h)
    }
    return sum * area.grid.cellSize * area.grid.cellSize
  }

  func surface(
    x: [Double], y: [Double], weights: [Double]? = nil, bandwidths: [Double]? = nil
  ) -> Surface {
    let own = bandwidths ?? [Double](repeating: bandwidth, count: x.count)
    var factors = weights ?? [Double](repeating: 1, count: x.count)
    if edgeCorrection == .diggle {
      for row in x.indices {
        let mass = mass(x[row], y[row], own[row])
        factors[row] = mass > 0 ? factors[row] / mass : 0
      }
    }
    let values = area.isInside.indices.map { cell -> Double in
      guard area.isInside[cell] else { return .nan }
      let centre = area.grid.centre(of: cell)
      var sum = 0.0
      for row in x.indices {
        sum += factors[row] * kernelValue(centre.x - x[row], centre.y - y[row], own[row])
      }
      if edgeCorrection == .uniform { sum /= mass(centre.x, centre.y, bandwidth) }
      return sum * 1_000_000
    }
    return Surface(grid: area.grid, values: values)
  }

  /// Abramson's bandwidths, from every pair of incidents.
  func adaptedBandwidths(x: [Double], y: [Double], weights: [Double]?) -> [Double] {
    let weights = weights ?? [Double](repeating: 1, count: x.count)
    let pilot = x.indices.map { here in
      x.indices.reduce(0.0) {
        $0 + weights[$1] * kernelValue(x[here] - x[$1], y[here] - y[$1], bandwidth)
      }
    }
    let logarithms = zip(weights, pilot).reduce(0.0) {
      $0 + $1.0 * GaussianValue.logarithm($1.1)
    }
    let mean = GaussianValue.exponential(logarithms / weights.reduce(0, +))
    return pilot.map { bandwidth * min(5, max(0.1, (mean / $0).squareRoot())) }
  }
}

/// Incidents in clusters around seeded centres, some of them beyond the study area.
struct ClusteredIncidents {
  var x: [Double] = []
  var y: [Double] = []
  var weights: [Double] = []

  init(seed: UInt64, count: Int, in box: Box, spread: Double) {
    var random = SplitMix64(seed: seed)
    let centres = (0..<5).map { _ in
      Point(
        x: box.minX + random.nextUnit() * box.width, y: box.minY + random.nextUnit() * box.height)
    }
    for _ in 0..<count {
      let centre = centres[Int(random.nextUnit() * 5)]
      // The sum of uniform numbers is near enough a normal one.
      func offset() -> Double {
        (random.nextUnit() + random.nextUnit() + random.nextUnit() - 1.5) * spread
      }
      x.append(centre.x + offset())
      y.append(centre.y + offset())
      weights.append(Double(Int(random.nextUnit() * 4)) / 2)
    }
  }

  /// Keeps the incidents in cells of the study area.
  mutating func keep(inside area: StudyMask) {
    let rows = x.indices.filter { row in
      area.grid.cell(x: x[row], y: y[row]).map { area.isInside[$0] } ?? false
    }
    (x, y, weights) = (rows.map { x[$0] }, rows.map { y[$0] }, rows.map { weights[$0] })
  }
}

/// A study area of cells with a bite, a hole and a cell on its own.
func raggedMask(cellSize: Double = 100, columns: Int = 13, rows: Int = 9) -> StudyMask {
  let grid = SurfaceGrid(
    cellSize: cellSize, firstColumn: 5200, firstRow: -40, columns: columns, rows: rows)
  var inside = [Bool](repeating: true, count: grid.cellCount)
  for row in 0..<rows {
    for column in 0..<columns {
      let isHole = (4...5).contains(column) && row == 4
      let isBite = column + row < 3 || (column > columns - 3 && row < rows - 1)
      if isHole || isBite { inside[row * columns + column] = false }
    }
  }
  return StudyMask(grid: grid, isInside: inside)
}

/// The largest difference of two surfaces over the highest value of the second; infinite where one
/// has a value and the other none.
func largestDifference(_ a: Surface, _ b: Surface) -> Double {
  guard a.grid == b.grid, let peak = b.range?.upperBound, peak > 0 else { return .infinity }
  var worst = 0.0
  for (left, right) in zip(a.values, b.values) {
    if left.isNaN != right.isNaN { return .infinity }
    if !left.isNaN { worst = max(worst, abs(left - right) / peak) }
  }
  return worst
}
