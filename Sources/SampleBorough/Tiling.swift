import Statistics

/// Which area each cell of the honeycomb belongs to.
struct Tiling: Sendable {
  /// The honeycomb.
  let mesh: HexagonMesh
  /// For each cell its area, or ``outside``.
  private(set) var labels: [Int]
  /// The number of areas.
  private(set) var areaCount: Int

  /// The label of cells that no area holds.
  static let outside = -1

  /// Creates the areas of the borough: one for each middle, connected, without gaps; then areas
  /// inside others, and the islets.
  ///
  /// - Parameters:
  ///   - areaCount: How many areas, those inside others included.
  ///   - seed: What decides their shapes.
  init(areaCount: Int, seed: UInt64) {
    let mesh = HexagonMesh(
      columns: BoroughShape.mapSize.x / (2 * HexagonMesh.halfWidth),
      rows: BoroughShape.mapSize.y / (3 * HexagonMesh.thirdOfRow), seed: seed)
    self.mesh = mesh
    var generator = SplitMix64(seed: seed)
    let shape = BoroughShape(seed: generator.next())
    let centres = (0..<mesh.cellCount).map(mesh.centre(of:))
    let isInside = (0..<mesh.cellCount).map {
      !mesh.isOnRim($0) && shape.isMainland(centres[$0])
    }
    let enclaves = Enclave.all
    self.areaCount = areaCount
    let seeds = AreaSeeds(
      count: areaCount - enclaves.count, mesh: mesh, isInside: isInside, generator: &generator)
    let warp = BorderWarp(seed: generator.next())
    labels = centres.indices.map { cell in
      isInside[cell] ? seeds.owner(of: warp.displaced(centres[cell])) : Self.outside
    }
    mendFragments()
    for (number, enclave) in enclaves.enumerated() {
      insert(enclave, as: areaCount - enclaves.count + number, warp: warp)
    }
    addIslets(of: shape, seeds: seeds)
  }

  // MARK: - Mending

  /// Gives every part of an area but its largest to a neighbour, and every gap to what lies around.
  private mutating func mendFragments() {
    var isChanged = true
    while isChanged {
      isChanged = false
      let parts = connectedParts()
      var largest: [Int: Int] = [:]
      for (index, part) in parts.enumerated() {
        let label = labels[part[0]]
        if let other = largest[label], parts[other].count >= part.count { continue }
        largest[label] = index
      }
      for (index, part) in parts.enumerated() where largest[labels[part[0]]] != index {
        let neighbour = commonestNeighbour(of: part) ?? Self.outside
        for cell in part { labels[cell] = neighbour }
        isChanged = true
      }
    }
  }

  /// Returns the connected sets of cells with one label, in the order of their first cells.
  private func connectedParts() -> [[Int]] {
    var isSeen = [Bool](repeating: false, count: labels.count)
    var parts: [[Int]] = []
    for start in labels.indices where !isSeen[start] {
      isSeen[start] = true
      var part = [start]
      var next = 0
      while next < part.count {
        let cell = part[next]
        next += 1
        guard !mesh.isOnRim(cell) else {
          // The rim is one belt around the map; its cells are reached from one another.
          for other in rimNeighbours(of: cell) where !isSeen[other] {
            isSeen[other] = true
            part.append(other)
          }
          continue
        }
        for side in 0..<6 {
          let other = mesh.neighbour(of: cell, side: side)
          guard !isSeen[other], labels[other] == labels[cell] else { continue }
          isSeen[other] = true
          part.append(other)
        }
      }
      parts.append(part)
    }
    return parts
  }

  private func rimNeighbours(of cell: Int) -> [Int] {
    [cell - 1, cell + 1, cell - mesh.columns, cell + mesh.columns].filter {
      labels.indices.contains($0) && labels[$0] == labels[cell]
    }
  }

  /// Returns the area that shares most sides with a set of cells, the lowest number of equals.
  private func commonestNeighbour(of part: [Int]) -> Int? {
    var sides: [Int: Int] = [:]
    for cell in part where !mesh.isOnRim(cell) {
      for side in 0..<6 {
        let label = labels[mesh.neighbour(of: cell, side: side)]
        if label != labels[cell], label != Self.outside { sides[label, default: 0] += 1 }
      }
    }
    return sides.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  // MARK: - Areas inside others

  /// Cuts an area out of the deepest place of the area that holds a position.
  private mutating func insert(_ enclave: Enclave, as label: Int, warp: BorderWarp) {
    let host = labels[mesh.cell(nearest: enclave.near)]
    precondition(host != Self.outside, "Tiling: an area inside another has no host")
    let (middle, depth) = deepestCell(of: host)
    let outer = depth * enclave.share / 100
    let around = mesh.centre(of: middle)
    for cell in labels.indices where labels[cell] == host {
      let distance = warp.displacedSlightly(mesh.centre(of: cell)).squaredDistance(
        to: warp.displacedSlightly(around))
      guard distance < outer * outer else { continue }
      let inner = outer * enclave.islandShare / 100
      if distance >= inner * inner { labels[cell] = label }
    }
  }

  /// Returns the cell of an area farthest from its border, and that distance in centimetres.
  private func deepestCell(of area: Int) -> (cell: Int, depth: Int) {
    var frontier = labels.indices.filter { cell in
      labels[cell] == area
        && (0..<6).contains { labels[mesh.neighbour(of: cell, side: $0)] != area }
    }
    var isSeen = Set(frontier)
    var depth = 0
    while true {
      var deeper: [Int] = []
      for cell in frontier {
        for side in 0..<6 {
          let other = mesh.neighbour(of: cell, side: side)
          if labels[other] == area, isSeen.insert(other).inserted { deeper.append(other) }
        }
      }
      if deeper.isEmpty { return (frontier[0], depth * 3 * HexagonMesh.thirdOfRow) }
      depth += 1
      frontier = deeper
    }
  }

  // MARK: - Islets

  /// Gives the islets of the river to the area on the bank nearest to the first of them.
  private mutating func addIslets(of shape: BoroughShape, seeds: AreaSeeds) {
    let cells = labels.indices.filter {
      !mesh.isOnRim($0) && labels[$0] == Self.outside && shape.isIslet(mesh.centre(of: $0))
    }
    precondition(!cells.isEmpty, "Tiling: no islet")
    let owner = seeds.owner(of: mesh.centre(of: cells[0]))
    for cell in cells { labels[cell] = owner }
  }
}
