import Geometry
import Tables

/// The steps of one density surface, cut into pieces for several threads.
struct DensityWork: Sendable {
  let kernel: DensityKernel
  let edgeCorrection: EdgeCorrection
  let threads: Int
  let area: StudyMask
  /// The grid on which values are computed: the study area's with one cell more on each side.
  let grid: SurfaceGrid

  /// Returns incidents per square kilometre for each cell of the grid, and the number of incidents
  /// the correction could not place.
  func run<Profile: KernelProfile>(
    _ incidents: FiledIncidents, bandwidth: Double, _: Profile.Type
  ) async -> (values: [Double], unreached: Int) {
    var incidents = incidents
    var unreached = 0
    if edgeCorrection == .diggle {
      unreached = await divideByMasses(&incidents, Profile.self)
    }
    var values = await densities(from: incidents, bandwidth: bandwidth, Profile.self)
    if edgeCorrection == .uniform {
      let masses = await cellMasses(bandwidth: bandwidth, Profile.self)
      // A cell without any of the study area in reach has no incident in reach either, if they
      // are those inside.
      for cell in values.indices {
        values[cell] = masses[cell] > 0 ? values[cell] / masses[cell] : 0
      }
    }
    for cell in values.indices { values[cell] *= 1_000_000 }
    return (values, unreached)
  }

  private func densities<Profile: KernelProfile>(
    from incidents: FiledIncidents, bandwidth: Double, _: Profile.Type
  ) async -> [Double] {
    let spread = KernelSpread<Profile>(
      grid: grid, incidents: incidents, reachInBandwidths: kernel.reachInBandwidths)
    // Incidents near the rim of a piece are met in both pieces, so pieces are not much lower than
    // the kernel reaches. What a cell adds up, and in which order, does not depend on the pieces.
    let reach = Int(min(bandwidth * kernel.reachInBandwidths / grid.cellSize, 0x1p31))
    let height = max((grid.rows + 31) / 32, min(reach, (grid.rows + 3) / 4))
    let pieces = OrderedWork.ranges(of: grid.rows, size: height)
    let parts = await OrderedWork.map(pieces: pieces.count, threads: threads) {
      spread.densities(ofRows: pieces[$0], from: incidents)
    }
    var values: [Double] = []
    values.reserveCapacity(grid.cellCount)
    for part in parts { values.append(contentsOf: part) }
    return values
  }

  /// Divides each incident's factor by *e* at its place.
  ///
  /// That is its kernel summed over the study area's cells, times their area. Those with *e* zero
  /// lose their factor; their number is returned.
  private func divideByMasses<Profile: KernelProfile>(
    _ incidents: inout FiledIncidents, _: Profile.Type
  ) async -> Int {
    let spread = KernelSpread<Profile>(
      grid: grid, incidents: incidents, reachInBandwidths: kernel.reachInBandwidths)
    let shares = spread.spaced(insideOnGrid)
    let cellArea = grid.cellSize * grid.cellSize
    let filed = incidents
    let pieces = OrderedWork.ranges(of: filed.rows.count, size: max(1, filed.rows.count / 64))
    let parts = await OrderedWork.map(pieces: pieces.count, threads: threads) {
      piece -> (rows: [FiledIncidents.Row], lost: Int) in
      var lost = 0
      let rows = pieces[piece].map { listed in
        var row = filed.rows[listed]
        let sums = spread.sums(
          at: row, of: filed, rowNumber: listed - filed.marginCells, over: shares)
        var factor: [Double] = []
        factor.reserveCapacity(sums.count)
        for incident in sums.indices {
          let mass = sums[incident] * kernel.scale(bandwidth: row.bandwidth[incident]) * cellArea
          factor.append(mass > 0 ? row.factor[incident] / mass : 0)
          lost += mass > 0 ? 0 : 1
        }
        row.factor = factor
        return row
      }
      return (rows, lost)
    }
    incidents.rows = parts.flatMap(\.rows)
    return parts.reduce(0) { $0 + $1.lost }
  }

  /// Returns *e* at the middle of each cell.
  private func cellMasses<Profile: KernelProfile>(
    bandwidth: Double, _: Profile.Type
  ) async -> [Double] {
    // Each cell of the study area is spread like an incident that weighs its area; the kernel is
    // the same seen from either end.
    let inside = insideOnGrid
    let middles = inside.indices.filter { inside[$0] }.map { grid.centre(of: $0) }
    let area = [Double](repeating: grid.cellSize * grid.cellSize, count: middles.count)
    let sources = await FiledIncidents.filed(
      x: middles.map(\.x), y: middles.map(\.y), weights: area, bandwidths: .common(bandwidth),
      kernel: kernel, grid: grid, threads: threads)
    return await densities(from: sources, bandwidth: bandwidth, Profile.self)
  }

  private var insideOnGrid: [Bool] {
    var inside = [Bool](repeating: false, count: grid.cellCount)
    for row in 0..<area.grid.rows {
      for column in 0..<area.grid.columns {
        inside[(row + 1) * grid.columns + column + 1] =
          area.isInside[row * area.grid.columns + column]
      }
    }
    return inside
  }
}
