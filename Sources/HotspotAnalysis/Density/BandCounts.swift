import Statistics
package import Tables

/// The incidents that lie in each band of a surface, the lowest first.
///
///     let counts = BandCounts(x: x, y: y, on: result.margin, breaks: [25, 50, 100])
///     counts.incidents      // four numbers
package struct BandCounts: Sendable, Equatable {
  /// How many they are.
  package private(set) var incidents: [Int]
  /// The sum of their weights, or how many they are.
  package private(set) var amounts: [Double]

  /// Counts incidents where the surface, linear between the middles of its cells, has a value; see
  /// ``Tables/Surface/interpolated(x:y:)``.
  ///
  /// Sums of weights are exact, and so the same for any order of the incidents.
  ///
  /// - Parameters:
  ///   - x: Their eastings.
  ///   - y: Their northings.
  ///   - weights: Their weights; one each if `nil`.
  ///   - surface: The surface.
  ///   - breaks: The breaks between the bands, ascending.
  ///   - grain: How closely places are told apart; `nil` for where exactly they lie.
  /// - Complexity: O(*n* + *k*) for *n* incidents and *k* cells.
  package init(
    x: [Double], y: [Double], weights: [Double]? = nil, on surface: Surface, breaks: [Double],
    grain: PlaceGrain? = nil
  ) {
    precondition(
      x.count == y.count && weights?.count ?? x.count == x.count,
      "BandCounts: positions and weights differ in count")
    let bands = SurfaceBands(of: surface, breaks: breaks)
    incidents = [Int](repeating: 0, count: breaks.count + 1)
    var sums = [ExactSum](repeating: ExactSum(), count: breaks.count + 1)
    for incident in x.indices {
      guard var place = InterpolationPlace(x: x[incident], y: y[incident], on: surface.grid) else {
        continue
      }
      if let grain { place = grain.middle(of: place) }
      guard let band = bands.band(at: place) else { continue }
      incidents[band] += 1
      if let weights { sums[band].add(weights[incident]) }
    }
    amounts = weights == nil ? incidents.map(Double.init) : sums.map(\.value)
  }

  /// Counts incidents that were counted by places before.
  ///
  /// - Parameters:
  ///   - places: The places and their incidents.
  ///   - isWeighted: Whether incidents have weights.
  ///   - surface: The surface, on whose grid they were counted.
  ///   - breaks: The breaks between the bands, ascending.
  /// - Complexity: O(*p* + *k*) for *p* places and *k* cells.
  package init(of places: PlaceCounts, isWeighted: Bool, on surface: Surface, breaks: [Double]) {
    let bands = SurfaceBands(of: surface, breaks: breaks)
    incidents = [Int](repeating: 0, count: breaks.count + 1)
    var sums = [ExactSum](repeating: ExactSum(), count: breaks.count + 1)
    for place in places.counts.indices {
      guard let band = bands.band(at: places.middle(of: place, on: surface.grid)) else { continue }
      incidents[band] += places.counts[place]
      for part in places.amounts where part.units[place] != 0 {
        sums[band].add(ExactSum.Part(power: part.power, units: part.units[place]))
      }
    }
    amounts = isWeighted ? sums.map(\.value) : incidents.map(Double.init)
  }
}

/// The bands of a surface between the middles of its cells.
private struct SurfaceBands {
  let surface: Surface
  let breaks: [Double]
  /// The bands of cells; -1 for a cell without a value.
  ///
  /// Where four corners are in one band, so is all between them; most incidents lie so.
  private let ofCells: [Int16]

  init(of surface: Surface, breaks: [Double]) {
    precondition(breaks.count < Int16.max, "BandCounts: a key holds fewer breaks")
    (self.surface, self.breaks) = (surface, breaks)
    ofCells = surface.values.map {
      $0.isNaN ? Int16(-1) : Int16(IsoplethBands.band(of: $0, breaks: breaks))
    }
  }

  /// Returns the band at a place; `nil` where one of the four cells around has no value.
  func band(at place: InterpolationPlace) -> Int? {
    let grid = surface.grid
    guard place.column + 1 < grid.columns, place.row + 1 < grid.rows else { return nil }
    let cell = place.row * grid.columns + place.column
    let (south, north) = (
      (ofCells[cell], ofCells[cell + 1]),
      (ofCells[cell + grid.columns], ofCells[cell + grid.columns + 1])
    )
    if south == (south.0, south.0) && north == south {
      return south.0 < 0 ? nil : Int(south.0)
    }
    guard
      let square = InterpolationSquare(
        of: surface.values.span, on: grid, column: place.column, row: place.row)
    else { return nil }
    return IsoplethBands.band(of: square.value(across: place.across, up: place.up), breaks: breaks)
  }
}
