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
  /// - Parameters:
  ///   - x: Their eastings.
  ///   - y: Their northings.
  ///   - weights: Their weights; one each if `nil`.
  ///   - surface: The surface.
  ///   - breaks: The breaks between the bands, ascending.
  /// - Complexity: O(*n* + *k*) for *n* incidents and *k* cells.
  package init(
    x: [Double], y: [Double], weights: [Double]? = nil, on surface: Surface, breaks: [Double]
  ) {
    precondition(
      x.count == y.count && weights?.count ?? x.count == x.count,
      "BandCounts: positions and weights differ in count")
    precondition(breaks.count < Int16.max, "BandCounts: a key holds fewer breaks")
    let grid = surface.grid
    incidents = [Int](repeating: 0, count: breaks.count + 1)
    amounts = [Double](repeating: 0, count: breaks.count + 1)
    guard grid.columns > 1, grid.rows > 1 else { return }
    let values = surface.values
    // Where four corners are in one band, so is all between them; most incidents lie so.
    let bands = values.map {
      $0.isNaN ? Int16(-1) : Int16(IsoplethBands.band(of: $0, breaks: breaks))
    }
    for incident in x.indices {
      guard let place = InterpolationPlace(x: x[incident], y: y[incident], on: grid) else {
        continue
      }
      let cell = place.row * grid.columns + place.column
      let (south, north) = (
        (bands[cell], bands[cell + 1]),
        (bands[cell + grid.columns], bands[cell + grid.columns + 1])
      )
      var band = Int(south.0)
      if south != (south.0, south.0) || north != south {
        guard
          let square = InterpolationSquare(
            of: values.span, on: grid, column: place.column, row: place.row)
        else { continue }
        band = IsoplethBands.band(
          of: square.value(across: place.across, up: place.up), breaks: breaks)
      }
      if band < 0 { continue }
      incidents[band] += 1
      amounts[band] += weights?[incident] ?? 1
    }
  }
}
