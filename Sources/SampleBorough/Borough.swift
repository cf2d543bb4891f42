package import Geometry
import Statistics

/// The made-up borough: its areas, its wards and their outlines.
///
/// Nothing in it is copied from a real place. The same seed gives the same borough on any machine:
/// all of it is computed in whole numbers and exactly rounded square roots.
package struct Borough: Sendable {
  /// One of the small areas, after the pattern of the census's lower layer super output areas.
  package struct Area: Sendable, Equatable {
    /// The code, such as `E01999001`.
    package let code: String
    /// The name, such as `Marlowick 001A`.
    package let name: String
    /// The position of its ward in ``Borough/wards``.
    package let ward: Int
    /// The number of usual residents.
    package let residents: Int
  }

  /// A ward: a union of whole areas.
  package struct Ward: Sendable, Equatable {
    /// The code, such as `E05999001`.
    package let code: String
    /// The name, such as `Candlemarket`.
    package let name: String
  }

  /// The borough's code, after the pattern of local authority districts.
  package static let code = "E09999001"
  /// The borough's name.
  package static let name = "Marlowick"
  /// How many areas there are.
  package static let areaCount = 128
  /// How many wards there are.
  package static let wardCount = 18

  /// The areas, in the order of their codes.
  package let areas: [Area]
  /// The wards, in the order of their codes.
  package let wards: [Ward]
  /// The outlines of the areas on the British National Grid, in the order of ``areas``.
  package let areaOutlines: OutlineTable
  /// The outlines of the wards on the British National Grid, in the order of ``wards``.
  package let wardOutlines: OutlineTable
  /// The cells from which the areas are built.
  let mesh: HexagonMesh
  /// For each cell the position of its area in ``areas``, or ``Tiling/outside``.
  let areaOfCell: [Int]
  /// For each area the areas that share a border with it, in ascending order.
  let neighbours: [[Int]]
  /// For each area its middle.
  let middles: [GridPosition]

  /// Creates the borough that belongs to a seed.
  package init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let tiling = Tiling(areaCount: Self.areaCount, seed: generator.next())
    let arcs = SharedArcs(of: tiling)
    let drawnNeighbours = Self.neighbours(in: arcs)
    let drawnMiddles = Self.middles(of: tiling)
    let drawnWards = Wards(
      count: Self.wardCount, middles: drawnMiddles, neighbours: drawnNeighbours,
      generator: &generator
    ).wardOfArea

    // Wards are numbered from north to south, and areas ward by ward.
    let wardMiddles = (0..<Self.wardCount).map { ward in
      Self.mean(drawnMiddles.indices.filter { drawnWards[$0] == ward }.map { drawnMiddles[$0] })
    }
    let wardOrder = wardMiddles.indices.sorted { wardMiddles[$0].y > wardMiddles[$1].y }
    let wardRank = Self.inverse(wardOrder)
    let areaOrder = drawnMiddles.indices.sorted { one, other in
      let (first, second) = (wardRank[drawnWards[one]], wardRank[drawnWards[other]])
      return first == second ? drawnMiddles[one].y > drawnMiddles[other].y : first < second
    }
    let areaRank = Self.inverse(areaOrder)

    mesh = tiling.mesh
    areaOfCell = tiling.labels.map { $0 == Tiling.outside ? $0 : areaRank[$0] }
    middles = areaOrder.map { drawnMiddles[$0] }
    neighbours = areaOrder.map { area in drawnNeighbours[area].map { areaRank[$0] }.sorted() }
    let assembly = RingAssembly(arcs)
    areaOutlines = OutlineTable(assembly.outlines(count: Self.areaCount, union: areaRank))
    wardOutlines = OutlineTable(
      assembly.outlines(count: Self.wardCount, union: drawnWards.map { wardRank[$0] }))
    wards = BoroughNames.wards(
      middles: wardOrder.map { wardMiddles[$0] },
      southernmost: wardOrder.map { ward in
        drawnMiddles.indices.filter { drawnWards[$0] == ward }.map { drawnMiddles[$0].y }.min() ?? 0
      })
    areas = Self.named(wardOfArea: areaOrder.map { wardRank[drawnWards[$0]] }, &generator)
  }

  // MARK: - Steps of the initialiser

  private static func named(wardOfArea: [Int], _ generator: inout SplitMix64) -> [Area] {
    var letters = [Int](repeating: 0, count: wardCount)
    return wardOfArea.enumerated().map { index, ward in
      let letter = Character(Unicode.Scalar(UInt8(65 + letters[ward])))
      letters[ward] += 1
      return Area(
        code: "E01999" + padded(index + 1), name: "\(name) \(padded(ward + 1))\(letter)",
        ward: ward, residents: generator.drawCentred(in: 950...2450))
    }
  }

  private static func neighbours(in arcs: SharedArcs) -> [[Int]] {
    var sets = [Set<Int>](repeating: [], count: areaCount)
    for arc in arcs.arcs where arc.right != Tiling.outside {
      sets[arc.left].insert(arc.right)
      sets[arc.right].insert(arc.left)
    }
    return sets.map { $0.sorted() }
  }

  private static func middles(of tiling: Tiling) -> [GridPosition] {
    var cells = [[GridPosition]](repeating: [], count: tiling.areaCount)
    for (cell, area) in tiling.labels.enumerated() where area != Tiling.outside {
      cells[area].append(tiling.mesh.centre(of: cell))
    }
    return cells.map(mean)
  }

  private static func mean(_ positions: [GridPosition]) -> GridPosition {
    GridPosition(
      x: positions.reduce(0) { $0 + $1.x } / positions.count,
      y: positions.reduce(0) { $0 + $1.y } / positions.count)
  }

  private static func inverse(_ order: [Int]) -> [Int] {
    var ranks = order
    for (rank, item) in order.enumerated() { ranks[item] = rank }
    return ranks
  }

  static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }
}
