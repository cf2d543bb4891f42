import Boundaries
import Cartography
package import Geometry
package import HotspotAnalysis
import Tables

extension LocalStatistics {
  /// Makes the cells of the size that was asked for, and reports the work ahead before memory is taken
  /// for it.
  ///
  /// - Parameters:
  ///   - outlines: The areas that make up the study area.
  ///   - observer: Told of the work ahead.
  /// - Returns: The cells; `nil` if areas are compared, or the size follows from the incidents.
  /// - Throws: ``CellGridError``.
  package func grid(
    over outlines: OutlineTable, observer: StudyObserver
  ) throws(CellGridError) -> CellGrid? {
    guard let shape = units.shape, let cellSize else { return nil }
    return try Self.grid(over: outlines, shape, size: cellSize, isChosen: false, observer)
  }

  /// Counts incidents in cells of a size that they can carry.
  ///
  /// - Parameters:
  ///   - places: The incidents.
  ///   - reading: What was read; the first layer is the study area.
  ///   - observer: Told of the work ahead.
  /// - Returns: The cells with what was counted in them; `nil` if areas are compared, or the size was
  ///   asked for.
  /// - Throws: ``CellGridError``.
  package func chosenCells(
    for places: GatheredIncidents, reading: StudyReading, observer: StudyObserver
  ) throws(CellGridError) -> CountedCells? {
    guard let shape = units.shape, cellSize == nil else { return nil }
    let outlines = reading.requiredInput.boundaries.layers[0].outlines
    let incidents = places.expectedIncidents(reading.options)
    let size = sufficientSize(
      over: outlines.box, ground: outlines.areaSizes.reduce(0, +), incidents: incidents
    ).size
    let grid = try Self.grid(over: outlines, shape, size: size, isChosen: true, observer)
    return CountedCells(grid, places)
  }

  private static func grid(
    over outlines: OutlineTable, _ shape: CellShape, size: Double, isChosen: Bool,
    _ observer: StudyObserver
  ) throws(CellGridError) -> CellGrid {
    let work = WorkAhead(cellsOf: size, shape, over: outlines.box, isChosen: isChosen)
    if let work { observer(.planned(work)) }
    return try CellGrid(over: outlines, shape: shape, size: size)
  }

  /// The incidents that a cell and its neighbours are to expect.
  static let fewestExpected = 5.0

  /// Returns the smallest round cell size at which a cell and its neighbours expect five incidents.
  ///
  /// - Parameters:
  ///   - box: The extent of the study area.
  ///   - ground: Its size, in square metres.
  ///   - incidents: The number of its incidents.
  /// - Returns: The size, in metres, and whether it is enough: a wider one would not tell parts of the
  ///   study area apart.
  func sufficientSize(
    over box: Box, ground: Double, incidents: Double
  ) -> (size: Double, isEnough: Bool) {
    let needed = neededSize(ground, incidents)
    let size = SurfaceGrid.automaticCellSize(for: box, atLeast: needed)
    return (size, size >= needed && size > 0)
  }

  /// Returns how wide cells must be for a cell and its neighbours to expect five incidents; 0 where
  /// neighbours lie within a distance, whose ground hardly depends on the cells.
  private func neededSize(_ ground: Double, _ incidents: Double) -> Double {
    guard let shape = units.shape, neighbours.distance == nil, incidents > 0 else { return 0 }
    let cells = shape == .hexagon ? 7 : neighbours == .queen ? 9 : 5
    return (Self.fewestExpected * ground / (incidents * Double(cells) * shape.cellArea))
      .squareRoot()
  }
}

extension WorkAhead {
  /// Above so many cells people are warned before they are made.
  private static let manyCells = 100_000

  /// Describes work on the cells of a grid; `nil` for more of them than can be made, which is an error
  /// of the grid itself.
  ///
  /// - Parameters:
  ///   - size: The width of a cell, in metres.
  ///   - shape: The shape of the cells.
  ///   - box: The extent of the study area.
  ///   - isChosen: Whether the size follows from the incidents.
  package init?(cellsOf size: Double, _ shape: CellShape, over box: Box, isChosen: Bool) {
    let cells = CellGrid.predictedCells(over: box, shape: shape, size: size)
    guard cells < Double(CellGrid.defaultLimit) else { return nil }
    let count = Int(cells.rounded(.up))
    let bytes = Int((cells * Double(CellGrid.predictedBytesPerCell)).rounded(.up))
    self.init(
      "grid: \(shape.rawValue) cells of \(NumberWords.length(size)) m"
        + (isChosen ? ", chosen for the incidents" : "")
        + ", at most \(NumberWords.grouped(count)) over the extent; about "
        + "\(Self.megabytes(bytes)) MB",
      bytes: bytes,
      finding: cells > Double(Self.manyCells) ? .manyCells(count, limit: Self.manyCells) : nil)
  }
}

extension GatheredIncidents {
  /// Returns how many incidents there are, each with its probability of lying in the hours asked for;
  /// weights do not make more of them.
  func expectedIncidents(_ options: StudyOptions) -> Double {
    options.filter.hours == nil || options.usesWeights
      ? Double(x.count) : weights.reduce(0, +)
  }
}

extension OutlineTable {
  /// The size of each area, in squared units of the coordinates.
  var areaSizes: [Double] { (0..<areaCount).map { area(of: $0) } }
}
