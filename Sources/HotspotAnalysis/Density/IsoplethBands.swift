package import Geometry
package import Tables

/// The ground between the level lines of a surface, band by band.
///
/// The surface is linear on the four triangles between each square of neighbouring cell middles and
/// its own middle, see ``Tables/Surface/interpolated(x:y:)``. A band holds the ground whose value is
/// at least its lower break and below its upper one; the lowest has no lower break and the highest no
/// upper one. Together the bands cover each square whose four corners have values, once.
///
///     let bands = IsoplethBands(of: result.margin, breaks: [25, 50, 100])
///     bands.outlines.areaCount      // 4
///
/// Where a level line comes nearer than a ten-millionth of a side to a corner it goes through the
/// corner, so that rings do not tangle there.
package struct IsoplethBands: Sendable {
  /// The breaks between the bands, ascending.
  package let breaks: [Double]
  /// One area for each band, the lowest first; without polygons where no ground is in the band.
  package let outlines: OutlineTable

  /// Draws the bands of a surface.
  ///
  /// - Parameters:
  ///   - surface: The surface; values beyond the study area by a cell let the bands be clipped to it.
  ///   - breaks: The breaks, ascending, each one once.
  /// - Complexity: O(*k* + *n* log *n*) for *k* cells and *n* crossings of level lines with triangles.
  package init(of surface: Surface, breaks: [Double]) {
    precondition(
      zip(breaks, breaks.dropFirst()).allSatisfy { $0 < $1 } && breaks.allSatisfy(\.isFinite),
      "IsoplethBands: breaks ascend")
    self.breaks = breaks
    var drawing = BandDrawing(surface: surface, breaks: breaks)
    drawing.draw()
    var outlines = OutlineTable()
    for sides in drawing.sides {
      outlines.appendArea(RingTracing.polygons(of: sides, mergingStraight: false))
    }
    self.outlines = outlines
  }

  /// Returns the band of a value between breaks, which ascend.
  package static func band(of value: Double, breaks: [Double]) -> Int {
    // Breaks are few.
    var band = 0
    while band < breaks.count, value >= breaks[band] { band += 1 }
    return band
  }
}

// MARK: -

/// The sides of all bands, gathered square by square.
private struct BandDrawing {
  let surface: Surface
  let breaks: [Double]
  /// The sides of each band.
  var sides: [[RegionSide]]

  init(surface: Surface, breaks: [Double]) {
    self.surface = surface
    self.breaks = breaks
    sides = Array(repeating: [], count: breaks.count + 1)
  }

  /// A corner of a triangle: the middle of a cell or of a square.
  private struct Corner {
    var place: Point
    var value: Double
    var band: Int
  }

  mutating func draw() {
    let grid = surface.grid
    for row in 0..<max(0, grid.rows - 1) {
      for column in 0..<max(0, grid.columns - 1) {
        guard
          let square = InterpolationSquare(
            of: surface.values.span, on: surface.grid, column: column, row: row)
        else {
          continue
        }
        draw(square)
      }
    }
  }

  private mutating func draw(_ square: InterpolationSquare) {
    let grid = surface.grid
    let (west, east) = (
      grid.centreX(ofColumn: square.column), grid.centreX(ofColumn: square.column + 1)
    )
    let (south, north) = (grid.centreY(ofRow: square.row), grid.centreY(ofRow: square.row + 1))
    let corners = [
      corner(west, south, square.southWest), corner(east, south, square.southEast),
      corner(east, north, square.northEast), corner(west, north, square.northWest),
    ]
    let middle = corner((west + east) / 2, (south + north) / 2, square.mean)
    let beyond = [
      (square.column, square.row - 1), (square.column + 1, square.row),
      (square.column, square.row + 1), (square.column - 1, square.row),
    ]
    for side in 0..<4 {
      let (here, next) = (corners[side], corners[(side + 1) % 4])
      // A line of the mesh runs one way, whichever triangle it is met in, so that its crossings
      // are the same to the bit: east and north, and to the middle.
      let outer = side < 2 ? MeshLine(from: here, to: next) : MeshLine(from: next, to: here)
      drawLevels(
        [here.band, next.band, middle.band],
        lines: [outer, MeshLine(from: next, to: middle), MeshLine(from: here, to: middle)])
      if !hasSquare(column: beyond[side].0, row: beyond[side].1) {
        drawRim(from: here, to: next, outer)
      }
    }
  }

  private func corner(_ x: Double, _ y: Double, _ value: Double) -> Corner {
    Corner(
      place: Point(x: x, y: y), value: value, band: IsoplethBands.band(of: value, breaks: breaks))
  }

  private func hasSquare(column: Int, row: Int) -> Bool {
    column >= 0 && row >= 0
      && InterpolationSquare(
        of: surface.values.span, on: surface.grid, column: column, row: row) != nil
  }

  /// A line between two corners of the mesh.
  private struct MeshLine {
    var from: Corner
    var to: Corner

    /// Returns where the line has a value that lies between those of its ends.
    func crossing(at level: Double) -> Point {
      let part = (level - from.value) / (to.value - from.value)
      if part < 1e-7 { return from.place }
      if part > 1 - 1e-7 { return to.place }
      return Point(
        x: from.place.x + part * (to.place.x - from.place.x),
        y: from.place.y + part * (to.place.y - from.place.y))
    }
  }

  /// Draws the level lines in a triangle, counter-clockwise, whose line *i* runs between corners *i*
  /// and *i* + 1.
  private mutating func drawLevels(_ bands: [Int], lines: [MeshLine]) {
    guard let lowest = bands.min(), let highest = bands.max(), lowest < highest else { return }
    for level in lowest..<highest {
      let isAbove = bands.map { $0 > level }
      let odd = isAbove.count { $0 } == 1
      // One corner is alone on its side of the level.
      guard let alone = isAbove.firstIndex(of: odd) else { continue }
      let (after, before) = (lines[alone], lines[(alone + 2) % 3])
      // The upper band has the line's left, the lower band its right.
      let (first, last) = odd ? (after, before) : (before, after)
      let from = first.crossing(at: breaks[level])
      let to = last.crossing(at: breaks[level])
      sides[level + 1].append(RegionSide(from: from, to: to))
      sides[level].append(RegionSide(from: to, to: from))
    }
  }

  /// Draws the parts of a side beyond which there is no square, each into the band it lies in.
  private mutating func drawRim(from: Corner, to: Corner, _ line: MeshLine) {
    var (place, band) = (from.place, from.band)
    while band != to.band {
      let next = line.crossing(at: breaks[band < to.band ? band : band - 1])
      sides[band].append(RegionSide(from: place, to: next))
      place = next
      band += band < to.band ? 1 : -1
    }
    sides[band].append(RegionSide(from: place, to: to.place))
  }
}
