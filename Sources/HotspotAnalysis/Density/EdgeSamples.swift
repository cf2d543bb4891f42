import Tables

/// Positions spread evenly over the squares between cell middles, and which lie in a study area.
struct EdgeSamples {
  /// How many samples a side of a square has.
  private let perSide: Int
  private let mask: StudyMask
  /// The mask's column of each sample of each column of squares, and its row; -1 beyond the mask.
  private let columns: [Int32]
  private let rows: [Int32]

  /// How many samples a square has.
  var all: Int { perSide * perSide }

  init(of grid: SurfaceGrid, within mask: StudyMask) {
    let perSide = max(2, Int((grid.cellSize / mask.grid.cellSize).rounded()))
    self.perSide = perSide
    self.mask = mask
    func cells(_ count: Int, _ cell: (_ square: Int, _ offset: Double) -> Int?) -> [Int32] {
      (0..<count * perSide).map { sample in
        let (square, number) = sample.quotientAndRemainder(dividingBy: perSide)
        let offset = (Double(number) + 0.5) / Double(perSide) * grid.cellSize
        return Int32(cell(square, offset) ?? -1)
      }
    }
    columns = cells(grid.columns) { mask.grid.column(x: grid.centreX(ofColumn: $0) + $1) }
    rows = cells(grid.rows) { mask.grid.row(y: grid.centreY(ofRow: $0) + $1) }
  }

  /// Returns how many samples of a square lie in the study area.
  func count(inColumn column: Int, row: Int) -> Int {
    var count = 0
    for up in 0..<perSide {
      let maskRow = Int(rows[row * perSide + up])
      if maskRow < 0 { continue }
      for across in 0..<perSide {
        let maskColumn = Int(columns[column * perSide + across])
        if maskColumn >= 0, mask.isInside[maskRow * mask.grid.columns + maskColumn] { count += 1 }
      }
    }
    return count
  }

  /// Returns the ground of a square in the study area where the density is at least a level.
  ///
  /// - Parameters:
  ///   - square: The square.
  ///   - level: The level.
  ///   - size: The area of a whole square, in square kilometres.
  /// - Returns: The ground.
  func ground(
    of square: InterpolationSquare, from level: Double, size: Double
  ) -> MeasuredGround {
    var sum = MeasuredGround()
    if square.highest < level { return sum }
    let part = size / Double(all)
    for up in 0..<perSide {
      let maskRow = Int(rows[square.row * perSide + up])
      if maskRow < 0 { continue }
      for across in 0..<perSide {
        let maskColumn = Int(columns[square.column * perSide + across])
        guard maskColumn >= 0, mask.isInside[maskRow * mask.grid.columns + maskColumn] else {
          continue
        }
        let value = square.value(
          across: (Double(across) + 0.5) / Double(perSide),
          up: (Double(up) + 0.5) / Double(perSide))
        if value >= level {
          sum.add(MeasuredGround(volume: value * part, squareKilometres: part))
        }
      }
    }
    return sum
  }
}
