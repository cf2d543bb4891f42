import Geometry
import Tables

extension HotspotList {
  /// Finds the hotspots of a density: where the densest cells join.
  ///
  /// A hotspot is a patch of edge-joined cells of the 25 % volume class (see ``VolumeClasses``) that
  /// holds enough incidents; a patch too large to be walked is split (see ``CellPatches``). Its peak
  /// is the middle of its densest cell.
  ///
  ///     let found = HotspotList.densest(
  ///       on: surface, x: x, y: y, studyAreaSquareKilometres: area)
  ///     found.hotspots[0].concentrationRatio      // 9.3: so many times the average
  ///
  /// - Parameters:
  ///   - surface: Densities over the study area.
  ///   - x: The eastings of the study area's incidents.
  ///   - y: Their northings.
  ///   - weights: What each counts for; `nil` if each counts for one.
  ///   - details: What else is known of each.
  ///   - studyAreaSquareKilometres: The area of the study area.
  ///   - volumeShare: The share of the volume the cells hold together.
  ///   - minimumIncidents: The incidents a hotspot holds at least.
  ///   - largestSquareKilometres: The area of the largest hotspot.
  ///   - limit: The most hotspots listed.
  /// - Returns: The hotspots; their members are cells of the surface's grid.
  /// - Complexity: O(*k* + *m* log *m* + *n*) for *k* cells, *m* of them in the class, and *n*
  ///   incidents.
  package static func densest(
    on surface: SparseSurface, x: [Double], y: [Double], weights: [Double]? = nil,
    details: IncidentDetails? = nil, studyAreaSquareKilometres: Double, volumeShare: Double = 0.25,
    minimumIncidents: Int = minimumIncidents,
    largestSquareKilometres: Double = HotspotScale.largestSquareKilometres, limit: Int = limit
  ) -> HotspotList {
    let grid = surface.grid
    let classes = VolumeClasses(ofDensities: surface.values, shares: [volumeShare]).classes
    // An area in whole cells, but for rounding.
    let mostCells = largestSquareKilometres / grid.cellAreaSquareKilometres * (1 + 1e-12)
    let patches = CellPatches(
      of: surface, from: classes.first?.level ?? .infinity,
      mostCells: max(1, Int(min(mostCells, 0x1p62))))
    var between = 0
    let patchOfIncident = x.indices.map { incident in
      guard let cell = grid.cell(x: x[incident], y: y[incident]) else { return Int32(-1) }
      if let patch = patches.patch(ofCell: cell) { return Int32(truncatingIfNeeded: patch) }
      if patches.isBetweenParts(cell) { between += 1 }
      return -1
    }
    let peaks = patches.peaks(on: surface)
    var list = HotspotList(
      rule: .densest(
        volumeShare: volumeShare, minimumIncidents: minimumIncidents,
        largestSquareKilometres: largestSquareKilometres),
      regions: patches.cells.map { cells in
        Region(
          members: cells, squareKilometres: Double(cells.count) * grid.cellAreaSquareKilometres)
      },
      peak: { patch, _ in grid.centre(of: peaks[patch]) },
      outline: { $1.appendArea(patches.outline(of: $0)) },
      regionOfIncident: patchOfIncident, weights: weights, details: details,
      studyAreaSquareKilometres: studyAreaSquareKilometres, limit: limit)
    list.split = Split(patches: patches.splitCount, incidentsBetween: between)
    return list
  }
}
