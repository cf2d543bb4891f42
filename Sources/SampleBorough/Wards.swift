import Statistics

/// Which ward each area belongs to: connected wards with about as many areas each.
struct Wards {
  /// For each area its ward.
  private(set) var wardOfArea: [Int]

  private let neighbours: [[Int]]
  private let middles: [GridPosition]

  /// Groups areas into wards.
  ///
  /// Wards grow from seeds, the smallest first, each taking the free neighbour nearest to its seed;
  /// the area nearest to each ward's middle is the next round's seed.
  ///
  /// - Parameters:
  ///   - count: How many wards.
  ///   - middles: The middle of each area.
  ///   - neighbours: For each area those that share a border with it, in ascending order.
  ///   - generator: The source of the first seeds.
  init(
    count: Int, middles: [GridPosition], neighbours: [[Int]], generator: inout SplitMix64
  ) {
    self.middles = middles
    self.neighbours = neighbours
    wardOfArea = []
    var seeds: [Int] = []
    while seeds.count < count {
      // The farthest of a few candidates keeps the first seeds apart.
      let candidates = (0..<12).map { _ in generator.below(middles.count) }
      let best = candidates.max { separation($0, seeds) < separation($1, seeds) } ?? 0
      if !seeds.contains(best) { seeds.append(best) }
    }
    for _ in 0..<12 {
      grow(from: seeds)
      seeds = seeds.indices.map(middleArea(ofWard:))
    }
    grow(from: seeds)
  }

  /// Returns how far an area lies from the nearest seed, in the spacing usual at that place.
  private func separation(_ area: Int, _ seeds: [Int]) -> Int {
    let spacing = AreaSeeds.spacing(at: middles[area]) / 100
    let nearest = seeds.map { middles[$0].squaredDistance(to: middles[area]) }.min()
    return (nearest ?? Int.max) / (spacing * spacing)
  }

  private mutating func grow(from seeds: [Int]) {
    wardOfArea = [Int](repeating: -1, count: middles.count)
    var members = seeds.map { [$0] }
    for (ward, seed) in seeds.enumerated() { wardOfArea[seed] = ward }
    for _ in seeds.count..<max(seeds.count, middles.count) {
      let bySize = seeds.indices.sorted { (members[$0].count, $0) < (members[$1].count, $1) }
      for ward in bySize {
        guard let area = nearestFreeArea(to: seeds[ward], beside: members[ward]) else { continue }
        wardOfArea[area] = ward
        members[ward].append(area)
        break
      }
    }
  }

  private func nearestFreeArea(to seed: Int, beside members: [Int]) -> Int? {
    var best: (area: Int, distance: Int)?
    for member in members {
      for area in neighbours[member] where wardOfArea[area] < 0 {
        // An area inside another comes at once: nobody else can reach it.
        let isEnclosed = neighbours[area].count == 1
        let distance = isEnclosed ? 0 : middles[area].squaredDistance(to: middles[seed])
        if distance < best?.distance ?? Int.max { best = (area, distance) }
      }
    }
    return best?.area
  }

  private func middleArea(ofWard ward: Int) -> Int {
    let members = wardOfArea.indices.filter { wardOfArea[$0] == ward }
    let middle = GridPosition(
      x: members.reduce(0) { $0 + middles[$1].x } / members.count,
      y: members.reduce(0) { $0 + middles[$1].y } / members.count)
    return members.min {
      middles[$0].squaredDistance(to: middle) < middles[$1].squaredDistance(to: middle)
    } ?? members[0]
  }
}
