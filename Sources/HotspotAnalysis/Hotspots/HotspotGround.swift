package import Tables

/// The grounds of listed hotspots, each of cells or areas, and which of them holds an incident.
///
/// The test is the one by which the list counted: the cell or area of an incident, with the half-open
/// edges that these have. Incidents of other days are counted on exactly the same ground.
package struct HotspotGround: Sendable {
  /// What hotspots are made of.
  package enum Units: Sendable {
    /// Cells of a surface.
    case surface(SurfaceGrid)
    /// Cells that were compared with their neighbours.
    case cells(CellGrid)
    /// Areas of the first layer.
    case areas
  }

  /// What they are made of.
  package let units: Units
  /// How many hotspots there are.
  package let count: Int
  /// The part of the study area's ground that each of them is.
  package let areaShares: [Double]
  /// The units of all hotspots, and the hotspot of each.
  private let positions: CellPositions
  private let hotspotOfPosition: [Int32]

  /// The ground of no hotspot.
  package static let none = HotspotGround(
    units: .areas, count: 0, areaShares: [], hotspotOfUnit: [])

  private init(
    units: Units, count: Int, areaShares: [Double], hotspotOfUnit: [(unit: Int, hotspot: Int)]
  ) {
    (self.units, self.count, self.areaShares) = (units, count, areaShares)
    let ascending = hotspotOfUnit.sorted { $0.unit < $1.unit }
    positions = CellPositions(ascending.map(\.unit))
    hotspotOfPosition = ascending.map { Int32($0.hotspot) }
  }

  /// Takes the grounds of a list.
  ///
  /// - Parameters:
  ///   - list: The hotspots.
  ///   - units: What their members are.
  package init(of list: HotspotList, units: Units) {
    self.init(
      units: units, count: list.hotspots.count,
      areaShares: list.hotspots.map { $0.squareKilometres / list.studyAreaSquareKilometres },
      hotspotOfUnit: list.hotspots.enumerated().flatMap { place, hotspot in
        hotspot.members.map { (unit: $0, hotspot: place) }
      })
  }

  /// Finds the hotspot whose ground holds an incident of the study area.
  ///
  /// - Parameters:
  ///   - x: The easting of the incident.
  ///   - y: Its northing.
  ///   - area: The number of its area of the first layer, which decides where hotspots are made of areas.
  /// - Returns: The position of the hotspot in the list; `nil` if no ground holds the incident.
  package func hotspot(x: Double, y: Double, area: @autoclosure () -> Int32) -> Int? {
    let unit: Int? =
      switch units {
      case .surface(let grid): grid.cell(x: x, y: y)
      case .cells(let grid): grid.cell(x: x, y: y)
      case .areas: Int(area())
      }
    return unit.flatMap { positions[$0] }.map { Int(hotspotOfPosition[$0]) }
  }

  /// Finds the incidents on each ground.
  ///
  /// - Parameters:
  ///   - x: The eastings of the study area's incidents.
  ///   - y: Their northings.
  ///   - areas: The numbers of their areas; only where hotspots are made of areas.
  /// - Returns: For each hotspot the positions of its incidents, ascending.
  /// - Complexity: O(*n*) for *n* incidents.
  package func incidents(x: [Double], y: [Double], areas: [Int32]) -> [[Int]] {
    var found = [[Int]](repeating: [], count: count)
    for incident in x.indices {
      if let place = hotspot(x: x[incident], y: y[incident], area: areas[incident]) {
        found[place].append(incident)
      }
    }
    return found
  }
}
