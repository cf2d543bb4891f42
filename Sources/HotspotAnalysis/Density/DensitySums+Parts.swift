package import Parts
import Tables

extension DensitySums: PartCodable {
  /// Appends the sums; of cells without incidents in reach how many follow each other.
  package func encode(into part: inout PartEncoder) {
    part.encode(units.lowest)
    part.encode([cellCount, inReach, withoutCell, levels.count])
    for level in levels {
      part.encode(level.number)
      var next = 0
      while next < cellCount {
        let filled = level.cells[next...].firstIndex { $0 != 0 } ?? cellCount
        let end = level.cells[filled...].firstIndex { $0 == 0 } ?? cellCount
        part.append(number: UInt64(filled - next))
        part.encode(Array(level.cells[filled..<end]))
        next = end
      }
    }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let lowest = try part.decode(Int.self)
    let counts = try part.counts()
    guard counts.count == 4, (-904...900).contains(lowest),
      counts[0] <= 2 * SurfaceGrid.defaultCellLimit, counts[2] <= counts[1], counts[3] <= 160
    else { throw .inconsistent("these are no sums of cells") }
    self.init(units: DensityUnits(lowest: lowest), cellCount: counts[0])
    (inReach, withoutCell) = (counts[1], counts[2])
    for _ in 0..<counts[3] {
      let number = try part.decode(Int.self)
      guard (-160...160).contains(number), levels.last.map({ $0.number < number }) ?? true else {
        throw part.unreadable("a unit of sums")
      }
      add(try Self.cells(cellCount, from: &part), ofLevel: number)
    }
  }

  private static func cells(_ count: Int, from part: inout PartDecoder) throws(PartError)
    -> [Int128]
  {
    var cells: [Int128] = []
    while cells.count < count {
      let empty = Int(clamping: try part.number())
      let filled = try part.decode([Int128].self)
      guard empty + filled.count > 0, empty <= count - cells.count,
        filled.count <= count - cells.count - empty,
        filled.allSatisfy({ $0 > 0 && $0 < 1 << 110 })
      else { throw part.unreadable("sums of \(count) cells") }
      cells += repeatElement(0, count: empty)
      cells += filled
    }
    return cells
  }
}
