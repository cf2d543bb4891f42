import Statistics

/// A point on a street to which incidents are moved, so that many share it.
struct Place: Sendable {
  /// Metres east on the British National Grid.
  let easting: Int
  /// Metres north on the British National Grid.
  let northing: Int
  /// The position of the area that holds it, or nothing outside the borough.
  let area: Int?
  /// What the export calls it, such as `On or near Tallowgate Street`.
  let name: String
}

/// The places of the borough, strung along invented streets, and some beyond its border.
struct Places {
  /// All places.
  private(set) var places: [Place] = []
  /// For each area its places.
  private(set) var inArea: [[Int]]
  /// The places outside the borough.
  private(set) var outside: [Int] = []
  /// The streets on which they lie.
  private(set) var streets: [Street] = []

  /// The distance between places along a street, in centimetres.
  private static let step = 6_500
  /// The least number of places outside the borough.
  private static let outsideCount = 40

  private let borough: Borough
  /// Whether a cell is too near to a place to hold another.
  private var isTaken: [Bool]
  private var names = StreetNames()

  /// Lays streets until every area has its number of places.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - busy: The areas that get more places than their size asks for.
  ///   - generator: The source of streets and names.
  init(in borough: Borough, busy: [Int], generator: inout SplitMix64) {
    self.borough = borough
    inArea = [[Int]](repeating: [], count: borough.areas.count)
    isTaken = [Bool](repeating: false, count: borough.mesh.cellCount)
    var cells = [[Int]](repeating: [], count: borough.areas.count)
    var cellsOutside: [Int] = []
    for cell in borough.areaOfCell.indices where isClear(cell) {
      let area = borough.areaOfCell[cell]
      if area == Tiling.outside { cellsOutside.append(cell) } else { cells[area].append(cell) }
    }
    for area in cells.indices {
      let wanted = 5 + cells[area].count / 64 + (busy.contains(area) ? 16 : 0)
      for _ in 0..<300 where inArea[area].count < wanted {
        layStreet(from: cells[area][generator.below(cells[area].count)], &generator)
      }
    }
    while outside.count < Self.outsideCount {
      layStreet(from: cellsOutside[generator.below(cellsOutside.count)], &generator)
    }
  }

  /// Returns whether a cell and all around it belong to one area, or to none.
  ///
  /// Cells outside the borough and south of the centre are left out: some lie in the river.
  private func isClear(_ cell: Int) -> Bool {
    guard !borough.mesh.isOnRim(cell) else { return false }
    let area = borough.areaOfCell[cell]
    let isUniform = (0..<6).allSatisfy {
      borough.areaOfCell[borough.mesh.neighbour(of: cell, side: $0)] == area
    }
    guard isUniform, area == Tiling.outside else { return isUniform }
    return borough.mesh.centre(of: cell).y > BoroughShape.centre.y
  }

  // MARK: - Streets

  /// Lays places on a line from a cell, along or across the grain of the streets there.
  private mutating func layStreet(from start: Int, _ generator: inout SplitMix64) {
    var position = borough.mesh.centre(of: start)
    let grain = ValueNoise(seed: 0x57EE).value(at: position, wavelength: 140_000)
    let turn = generator.below(4) * 6
    var heading = grain / 256 + Compass.count + turn
    let length = generator.draw(from: 1...6)
    var name: String?
    for place in 0..<length {
      let cell = borough.mesh.cell(nearest: position)
      guard isClear(cell), !isTaken[cell] else { return }
      let street = name ?? names.next(with: &generator)
      name = street
      add(at: position, cell: cell, name: street, &generator)
      if place == 0 {
        let back = Compass.direction((heading + Compass.count / 2) % Compass.count)
        streets.append(Street(name: street, positions: [], ends: [back, back]))
      }
      streets[streets.count - 1].positions.append(position)
      // Most streets are straight; some bend by 15 degrees.
      if generator.below(5) == 0 { heading += generator.draw(from: -1...1) }
      let (x, y) = Compass.direction(heading % Compass.count)
      streets[streets.count - 1].ends[1] = (x, y)
      position.x += x * Self.step / 1000
      position.y += y * Self.step / 1000
    }
  }

  private mutating func add(
    at position: GridPosition, cell: Int, name: String, _ generator: inout SplitMix64
  ) {
    // The cells within two rings: places stay some forty metres apart.
    for first in 0..<6 {
      let neighbour = borough.mesh.neighbour(of: cell, side: first)
      isTaken[neighbour] = true
      guard !borough.mesh.isOnRim(neighbour) else { continue }
      for second in 0..<6 { isTaken[borough.mesh.neighbour(of: neighbour, side: second)] = true }
    }
    let area = borough.areaOfCell[cell]
    let index = places.count
    places.append(
      Place(
        easting: GridPosition.originEasting + (position.x + 50) / 100,
        northing: GridPosition.originNorthing + (position.y + 50) / 100,
        area: area == Tiling.outside ? nil : area,
        name: "On or near " + (Self.landmark(with: &generator) ?? name)))
    if area == Tiling.outside { outside.append(index) } else { inArea[area].append(index) }
  }

  /// Returns what a few places are called instead of their street.
  private static func landmark(with generator: inout SplitMix64) -> String? {
    guard generator.happens(perThousand: 60) else { return nil }
    let landmarks = [
      "Parking Area", "Supermarket", "Park/Open Space", "Petrol Station", "Nightclub",
      "Shopping Area", "Bus/Coach Station", "Sports/Recreation Area",
    ]
    return landmarks[generator.below(landmarks.count)]
  }
}
