/// The density of a fixed bandwidth at the incidents themselves, every pair within reach counted.
///
/// Incidents are filed in square bins as wide as the kernel reaches, or half of it, so that those
/// within reach of an incident lie in a few runs of bins.
struct PilotDensity: Sendable {
  private let kernel: DensityKernel
  private let bandwidth: Double
  /// How many bins the reach spans.
  private let binsInReach: Int
  private let columns: Int
  private let rows: Int
  /// The incidents in the order of their bins.
  private let order: [Int]
  private let binStarts: [Int]
  /// Their places and weights, with eight more of no weight, so that eight can always be read.
  private let x: [Double]
  private let y: [Double]
  private let weight: [Double]
  private let count: Int

  init(x: [Double], y: [Double], weights: [Double]?, kernel: DensityKernel, bandwidth: Double) {
    self.kernel = kernel
    self.bandwidth = bandwidth
    count = x.count
    let usable = x.indices.filter {
      x[$0].isFinite && y[$0].isFinite && (weights?[$0] ?? 1) > 0
    }
    var (west, south, east, north) =
      (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
    for incident in usable {
      west = min(west, x[incident])
      east = max(east, x[incident])
      south = min(south, y[incident])
      north = max(north, y[incident])
    }
    // Bins beyond a few thousand a side would only cost memory.
    let reach = bandwidth * kernel.reachInBandwidths
    let extent = max(east - west, north - south, 0)
    let size = usable.isEmpty ? reach : max(reach / 2, extent / 2048)
    binsInReach = Int((reach / size).rounded(.up))
    let (binColumns, binRows) =
      usable.isEmpty ? (1, 1) : (Int((east - west) / size) + 1, Int((north - south) / size) + 1)
    (columns, rows) = (binColumns, binRows)
    var starts = [Int](repeating: 0, count: binColumns * binRows + 1)
    let bins = usable.map {
      min(binRows - 1, Int((y[$0] - south) / size)) * binColumns
        + min(binColumns - 1, Int((x[$0] - west) / size))
    }
    for bin in bins { starts[bin + 1] += 1 }
    for bin in 0..<binColumns * binRows { starts[bin + 1] += starts[bin] }
    binStarts = starts
    var order = usable
    for (position, bin) in bins.enumerated() {
      order[starts[bin]] = usable[position]
      starts[bin] += 1
    }
    self.order = order
    let spare = [Double](repeating: 0, count: 8)
    self.x = order.map { x[$0] } + spare
    self.y = order.map { y[$0] } + spare
    weight = order.map { weights?[$0] ?? 1 } + spare
  }

  /// Returns the density at each incident, per square metre, in the order they were given; zero for
  /// those without a place or weight.
  func densities(threads: Int) async -> [Double] {
    let pieces = OrderedWork.ranges(of: rows, size: 1)
    let parts = await OrderedWork.map(pieces: pieces.count, threads: threads) { piece -> [Double] in
      switch kernel {
      case .quartic: sums(inRow: piece, QuarticProfile.self)
      case .uniform: sums(inRow: piece, UniformProfile.self)
      case .triangular: sums(inRow: piece, TriangularProfile.self)
      case .epanechnikov: sums(inRow: piece, EpanechnikovProfile.self)
      case .triweight: sums(inRow: piece, TriweightProfile.self)
      case .gaussian: sums(inRow: piece, GaussianProfile.self)
      }
    }
    var densities = [Double](repeating: 0, count: count)
    let scale = kernel.scale(bandwidth: bandwidth)
    var place = 0
    for part in parts {
      for sum in part {
        densities[order[place]] = sum * scale
        place += 1
      }
    }
    return densities
  }

  private func sums<Profile: KernelProfile>(inRow row: Int, _: Profile.Type) -> [Double] {
    var sums: [Double] = []
    let (xBytes, yBytes) = unsafe (x.span.bytes, y.span.bytes)
    let weightBytes = unsafe weight.span.bytes
    let lanes = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)
    for column in 0..<columns {
      let bin = row * columns + column
      for incident in binStarts[bin]..<binStarts[bin + 1] {
        let (hereX, hereY) = (x[incident], y[incident])
        var sum = SIMD8<Double>.zero
        for otherRow in max(0, row - binsInReach)...min(rows - 1, row + binsInReach) {
          let start = binStarts[otherRow * columns + max(0, column - binsInReach)]
          let end = binStarts[otherRow * columns + min(columns - 1, column + binsInReach) + 1]
          for other in stride(from: start, to: end, by: 8) {
            // In bounds: `other` is an incident, and eight more follow the last.
            let place = other &* MemoryLayout<Double>.stride
            let (otherX, otherY) = unsafe (
              xBytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: place, as: SIMD8<Double>.self),
              yBytes.unsafeLoadUnaligned(
                fromUncheckedByteOffset: place, as: SIMD8<Double>.self)
            )
            var weights = unsafe weightBytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: place, as: SIMD8<Double>.self)
            if end &- other < 8 {
              weights.replace(with: 0, where: lanes .>= Double(end &- other))
            }
            sum +=
              weights
              * Profile.values(dx: otherX - hereX, dy: otherY - hereY, bandwidth: bandwidth)
          }
        }
        sums.append(sum.sum())
      }
    }
    return sums
  }
}
