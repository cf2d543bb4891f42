package import Geometry
package import Tables

/// The places of a density surface that a meeting can talk about: where the densest cells join.
///
/// A hotspot is a region of edge-joined cells of the 25 % volume class (see ``VolumeClasses``) that
/// holds enough incidents. They are ranked by incidents; equal ones share a rank (1, 2, 2, 4) and are
/// listed densest first.
///
///     let found = DensityHotspots(
///       on: surface, x: x, y: y, studyAreaSquareKilometres: area)
///     found.hotspots[0].predictiveAccuracyIndex      // 9.3: so many times the average
package struct DensityHotspots: Sendable {
  /// One hotspot.
  package struct Hotspot: Sendable, Equatable {
    /// Its rank by incidents, from 1; equal ones share a rank.
    package let rank: Int
    /// Its cells, ascending.
    package let cells: [Int]
    /// The incidents in its cells: the sum of their weights.
    package let incidents: Double
    /// Its part of all incidents.
    package let share: Double
    /// The area of its cells, in square kilometres.
    package let squareKilometres: Double
    /// Incidents per square kilometre.
    package let density: Double
    /// How many times the average density of the study area: share over share of the area.
    ///
    /// After Chainey, Tompson & Uhlig (2008), https://doi.org/10.1057/palgrave.sj.8350066
    package let predictiveAccuracyIndex: Double
    /// The middle of its densest cell; of equal ones the first.
    package let peak: Point
  }

  /// The hotspots listed, by rank.
  package let hotspots: [Hotspot]
  /// Their outlines along the edges of the cells, one area for each hotspot.
  package let outlines: OutlineTable
  /// The number of regions that hold enough incidents, listed or not.
  package let qualifying: Int
  /// The number of regions that hold too few.
  package let belowMinimum: Int
  /// Whether a hotspot that is not listed has as many incidents as the last one that is.
  package let isCutThroughTie: Bool
  private let grid: SurfaceGrid
  private let hotspotOfCell: [Int: Int]

  /// Finds the hotspots of a surface.
  ///
  /// - Parameters:
  ///   - surface: Densities over the study area.
  ///   - x: The eastings of the study area's incidents.
  ///   - y: Their northings.
  ///   - weights: What each counts for; absent when each counts for one.
  ///   - studyAreaSquareKilometres: The area of the study area.
  ///   - volumeShare: The share of the volume the cells hold together.
  ///   - minimumIncidents: The incidents a hotspot holds at least.
  ///   - limit: The most hotspots listed.
  /// - Complexity: O(*k* log *k* + *n*) for *k* cells and *n* incidents.
  package init(
    on surface: Surface, x: [Double], y: [Double], weights: [Double]? = nil,
    studyAreaSquareKilometres: Double, volumeShare: Double = 0.25, minimumIncidents: Double = 10,
    limit: Int = 10
  ) {
    let classes = VolumeClasses(of: surface, shares: [volumeShare])
    let isDense =
      classes.classes.isEmpty
      ? [Bool](repeating: false, count: surface.grid.cellCount)
      : classes.cells(inClass: 0, of: surface)
    let regions = CellRegions(joining: isDense, on: surface.grid)
    var (all, inRegion) = (0.0, [Double](repeating: 0, count: regions.cells.count))
    for incident in x.indices {
      let weight = weights?[incident] ?? 1
      all += weight
      guard let cell = surface.grid.cell(x: x[incident], y: y[incident]),
        let region = regions.regionOfCell[cell]
      else { continue }
      inRegion[region] += weight
    }
    let enough = inRegion.indices.filter { inRegion[$0] >= minimumIncidents && inRegion[$0] > 0 }
    let ordered = enough.sorted { a, b in
      if inRegion[a] != inRegion[b] { return inRegion[a] > inRegion[b] }
      let (cellsOfA, cellsOfB) = (regions.cells[a].count, regions.cells[b].count)
      return cellsOfA != cellsOfB ? cellsOfA < cellsOfB : a < b
    }
    let listed = ordered.prefix(limit)
    var outlines = OutlineTable()
    var hotspots: [Hotspot] = []
    var hotspotOfCell: [Int: Int] = [:]
    for (position, region) in listed.enumerated() {
      let cells = regions.cells[region]
      let incidents = inRegion[region]
      let area = Double(cells.count) * surface.grid.cellAreaSquareKilometres
      var peak = cells[0]
      for cell in cells where surface.values[cell] > surface.values[peak] { peak = cell }
      let isTied = position > 0 && incidents == hotspots[position - 1].incidents
      hotspots.append(
        Hotspot(
          rank: isTied ? hotspots[position - 1].rank : position + 1, cells: cells,
          incidents: incidents, share: incidents / all, squareKilometres: area,
          density: incidents / area,
          predictiveAccuracyIndex: (incidents / all) / (area / studyAreaSquareKilometres),
          peak: surface.grid.centre(of: peak)))
      outlines.appendArea(regions.outline(of: region))
      for cell in cells { hotspotOfCell[cell] = position }
    }
    self.hotspots = hotspots
    self.outlines = outlines
    qualifying = enough.count
    belowMinimum = inRegion.count - enough.count
    isCutThroughTie =
      ordered.count > limit && limit > 0
      && inRegion[ordered[limit]] == inRegion[ordered[limit - 1]]
    grid = surface.grid
    self.hotspotOfCell = hotspotOfCell
  }

  /// Returns the position in the list of the hotspot a place lies in; absent elsewhere.
  package func hotspot(x: Double, y: Double) -> Int? {
    grid.cell(x: x, y: y).flatMap { hotspotOfCell[$0] }
  }

  /// Returns the hotspots as a table with their outlines.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - crs: The coordinate system of the grid.
  /// - Returns: One row for each hotspot, by rank, with columns `rank`, `incidents`, `share`,
  ///   `area_km2`, `per_km2` and `predictive_accuracy_index`.
  package func featureTable(name: String, crs: String) -> FeatureTable {
    FeatureTable(
      name: name,
      columns: [
        Column("rank", .integers(hotspots.map(\.rank))),
        Column("incidents", .reals(hotspots.map(\.incidents))),
        Column("share", .reals(hotspots.map(\.share))),
        Column("area_km2", .reals(hotspots.map(\.squareKilometres))),
        Column("per_km2", .reals(hotspots.map(\.density))),
        Column("predictive_accuracy_index", .reals(hotspots.map(\.predictiveAccuracyIndex))),
      ],
      geometry: .areas(outlines), crs: crs)
  }
}
