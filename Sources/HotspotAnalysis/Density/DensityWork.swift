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

  /// Adds up what incidents give to each cell of the grid, and counts those the correction cannot place.
  ///
  /// - Throws: ``KernelDensityError/beyondRange`` if an incident weighs too much to be added.
  func sums<Profile: KernelProfile>(
    _ filing: PiecedWork<[FiledIncidents.Row], FiledIncidents>, bandwidth: Double, _: Profile.Type
  ) async throws(KernelDensityError) -> DensitySums {
    var sums = DensitySums(
      units: DensityUnits(kernel: kernel, bandwidth: bandwidth), cellCount: grid.cellCount)
    var incidents = await filing.done(threads: threads)
    // The order by which they were filed.
    FreedMemory.giveBack(of: incidents.x.count)
    sums.inReach = incidents.count
    if edgeCorrection == .diggle {
      (incidents, sums.withoutCell) =
        await dividing(incidents, Profile.self).done(threads: threads)
    }
    for (level, part) in try incidents.levels(kernel: kernel, sums.units) {
      let unit = sums.units.unit(ofLevel: level)
      sums.add(
        await adding(part, bandwidth: bandwidth, unit: unit, Profile.self).done(threads: threads),
        ofLevel: level)
    }
    return sums
  }

  /// Returns the same sums without other threads.
  ///
  /// - Throws: ``KernelDensityError/beyondRange`` if an incident weighs too much to be added.
  func sumsAtOnce<Profile: KernelProfile>(
    _ filing: PiecedWork<[FiledIncidents.Row], FiledIncidents>, bandwidth: Double, _: Profile.Type
  ) throws(KernelDensityError) -> DensitySums {
    var sums = DensitySums(
      units: DensityUnits(kernel: kernel, bandwidth: bandwidth), cellCount: grid.cellCount)
    var incidents = filing.done()
    sums.inReach = incidents.count
    if edgeCorrection == .diggle {
      (incidents, sums.withoutCell) = dividing(incidents, Profile.self).done()
    }
    for (level, part) in try incidents.levels(kernel: kernel, sums.units) {
      let unit = sums.units.unit(ofLevel: level)
      sums.add(
        adding(part, bandwidth: bandwidth, unit: unit, Profile.self).done(), ofLevel: level)
    }
    return sums
  }

  private func adding<Profile: KernelProfile>(
    _ incidents: FiledIncidents, bandwidth: Double, unit: Double, _: Profile.Type
  ) -> PiecedWork<[Int128], [Int128]> {
    let spread = KernelSpread<Profile>(grid: grid, incidents: incidents, kernel: kernel)
    // Incidents near the rim of a piece are met in both pieces, so pieces are not much lower than
    // the kernel reaches. What a cell adds up does not depend on the pieces.
    let reach = Int(min(bandwidth * kernel.reachInBandwidths / grid.cellSize, 0x1p31))
    let height = max((grid.rows + 31) / 32, min(reach, (grid.rows + 3) / 4))
    let pieces = OrderedWork.ranges(of: grid.rows, size: height)
    return PiecedWork(pieces: pieces.count) { piece in
      spread.sums(ofRows: pieces[piece], from: incidents, unit: unit)
    } join: { parts in
      var cells: [Int128] = []
      cells.reserveCapacity(parts.reduce(0) { $0 + $1.count })
      for part in parts { cells.append(contentsOf: part) }
      return cells
    }
  }

  /// Returns incidents per square kilometre for each cell of the grid.
  func values<Profile: KernelProfile>(
    of sums: DensitySums, bandwidth: Double, _: Profile.Type
  ) async -> [Double] {
    var values = sums.densities()
    if edgeCorrection == .uniform {
      let masses = await cellMasses(bandwidth: bandwidth, Profile.self)
      // A cell without any of the study area in reach has no incident in reach either, if they
      // are those inside.
      for cell in values.indices {
        values[cell] = masses[cell] > 0 ? values[cell] / masses[cell] : 0
      }
    }
    for cell in values.indices { values[cell] *= 1_000_000 }
    return values
  }

  /// Divides each incident's factor by *e* at its place.
  ///
  /// That is its kernel summed over the study area's cells, times their area. Those with *e* zero
  /// lose their factor; their number is returned.
  private func dividing<Profile: KernelProfile>(
    _ incidents: FiledIncidents, _: Profile.Type
  ) -> PiecedWork<(rows: [FiledIncidents.Row], lost: Int), (FiledIncidents, lost: Int)> {
    let spread = KernelSpread<Profile>(grid: grid, incidents: incidents, kernel: kernel)
    let shares = spread.spaced(insideOnGrid)
    let cellArea = grid.cellSize * grid.cellSize
    let pieces = OrderedWork.ranges(
      of: incidents.rows.count, size: max(1, incidents.rows.count / 64))
    return PiecedWork(pieces: pieces.count) { piece in
      var lost = 0
      let rows = pieces[piece].map { listed in
        var row = incidents.rows[listed]
        let sums = spread.sums(
          at: row, of: incidents, rowNumber: listed - incidents.marginCells, over: shares)
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
    } join: { parts in
      var divided = incidents
      divided.rows = parts.flatMap(\.rows)
      return (divided, parts.reduce(0) { $0 + $1.lost })
    }
  }

  /// Returns *e* at the middle of each cell that is touched by the study area or beside one that is.
  private func cellMasses<Profile: KernelProfile>(
    bandwidth: Double, _: Profile.Type
  ) async -> [Double] {
    let near = area.touchedWithNeighbours().cells
    let cells = near.indices.filter { near[$0] }
    let middles = cells.map { grid.centre(of: $0) }
    let places = await FiledIncidents.filing(
      x: middles.map(\.x), y: middles.map(\.y), weights: nil, bandwidths: .common(bandwidth),
      kernel: kernel, grid: grid
    ).done(threads: threads)
    let spread = KernelSpread<Profile>(grid: grid, incidents: places, kernel: kernel)
    let shares = spread.spaced(insideOnGrid)
    let pieces = OrderedWork.ranges(of: places.rows.count, size: max(1, places.rows.count / 64))
    let parts = await OrderedWork.map(pieces: pieces.count, threads: threads) { piece in
      pieces[piece].map { listed in
        spread.sums(
          at: places.rows[listed], of: places, rowNumber: listed - places.marginCells, over: shares)
      }
    }
    var masses = [Double](repeating: 0, count: grid.cellCount)
    let scale = kernel.scale(bandwidth: bandwidth) * grid.cellSize * grid.cellSize
    for (row, sums) in zip(places.rows, parts.joined()) {
      for (number, sum) in zip(row.numbers, sums) { masses[cells[Int(number)]] = sum * scale }
    }
    return masses
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
