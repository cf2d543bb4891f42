import Geometry
package import Tables

extension HotspotList {
  /// Finds the hotspots of a density: where the densest cells join.
  ///
  /// A hotspot is a region of edge-joined cells of the 25 % volume class (see ``VolumeClasses``)
  /// that holds enough incidents. Its peak is the middle of its densest cell.
  ///
  ///     let found = HotspotList.densest(
  ///       on: surface, x: x, y: y, studyAreaSquareKilometres: area)
  ///     found.hotspots[0].predictiveAccuracyIndex      // 9.3: so many times the average
  ///
  /// - Parameters:
  ///   - surface: Densities over the study area.
  ///   - x: The eastings of the study area's incidents.
  ///   - y: Their northings.
  ///   - weights: What each counts for; absent when each counts for one.
  ///   - details: What else is known of each.
  ///   - studyAreaSquareKilometres: The area of the study area.
  ///   - volumeShare: The share of the volume the cells hold together.
  ///   - minimumIncidents: The incidents a hotspot holds at least.
  ///   - limit: The most hotspots listed.
  /// - Returns: The hotspots; their members are cells of the surface's grid.
  /// - Complexity: O(*k* log *k* + *n*) for *k* cells and *n* incidents.
  package static func densest(
    on surface: Surface, x: [Double], y: [Double], weights: [Double]? = nil,
    details: IncidentDetails? = nil, studyAreaSquareKilometres: Double, volumeShare: Double = 0.25,
    minimumIncidents: Int = minimumIncidents, limit: Int = limit
  ) -> HotspotList {
    let classes = VolumeClasses(of: surface, shares: [volumeShare])
    let isDense =
      classes.classes.isEmpty
      ? [Bool](repeating: false, count: surface.grid.cellCount)
      : classes.cells(inClass: 0, of: surface)
    let joined = CellRegions(joining: isDense, on: surface.grid)
    let regions = joined.cells.map { cells in
      Region(
        members: cells,
        squareKilometres: Double(cells.count) * surface.grid.cellAreaSquareKilometres)
    }
    return HotspotList(
      rule: .densest(volumeShare: volumeShare, minimumIncidents: minimumIncidents),
      regions: regions,
      peak: { region, _ in
        let cells = joined.cells[region]
        var peak = cells[0]
        for cell in cells where surface.values[cell] > surface.values[peak] { peak = cell }
        return surface.grid.centre(of: peak)
      }, outline: { $1.appendArea(joined.outline(of: $0)) },
      regionOfIncident: x.indices.map { incident in
        let cell = surface.grid.cell(x: x[incident], y: y[incident])
        return cell.flatMap { joined.regionOfCell[$0] }.map(Int32.init) ?? -1
      },
      weights: weights, details: details, studyAreaSquareKilometres: studyAreaSquareKilometres,
      limit: limit)
  }
}
