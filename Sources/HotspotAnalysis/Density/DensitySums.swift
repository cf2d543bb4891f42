/// What the cells of a grid receive from incidents, in whole units: sums that can be added to others of
/// the same grid and kernel, in any order.
///
/// A sum has 127 bits and an incident at most 51 of them, so that none overflows before 2^76 incidents.
package struct DensitySums: Sendable, Equatable {
  /// The sums of the cells with one unit.
  package struct Level: Sendable, Equatable {
    /// The number of the level, see ``DensityUnits``.
    package let number: Int
    /// The sum of each cell, in units.
    package internal(set) var cells: [Int128]
  }

  /// The units.
  package let units: DensityUnits
  /// The number of cells.
  package let cellCount: Int
  /// The sums, the level of the smallest unit first.
  package private(set) var levels: [Level] = []
  /// The incidents that have a place and weight and reach the grid.
  package internal(set) var inReach = 0
  /// Those that the correction cannot place.
  package internal(set) var withoutCell = 0

  /// Creates sums of no incidents.
  package init(units: DensityUnits, cellCount: Int) {
    (self.units, self.cellCount) = (units, cellCount)
  }

  /// Adds the sums of a level.
  mutating func add(_ cells: [Int128], ofLevel number: Int) {
    precondition(cells.count == cellCount, "DensitySums: the cells are others")
    let place = levels.firstIndex { $0.number >= number } ?? levels.count
    if place < levels.count, levels[place].number == number {
      for cell in cells.indices { levels[place].cells[cell] += cells[cell] }
    } else {
      levels.insert(Level(number: number, cells: cells), at: place)
    }
  }

  /// Adds other sums of the same grid, kernel and bandwidth.
  package mutating func merge(_ other: DensitySums) {
    precondition(units == other.units, "DensitySums: the units are others")
    for level in other.levels { add(level.cells, ofLevel: level.number) }
    inReach += other.inReach
    withoutCell += other.withoutCell
  }

  /// Returns the density of each cell, per square metre: each level is rounded once, and levels are added
  /// from the smallest unit up.
  func densities() -> [Double] {
    var values = [Double](repeating: 0, count: cellCount)
    for level in levels {
      let unit = units.unit(ofLevel: level.number)
      for cell in values.indices { values[cell] += Double(nearest: level.cells[cell]) * unit }
    }
    return values
  }
}
