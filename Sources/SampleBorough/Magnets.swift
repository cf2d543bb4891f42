import Statistics

/// Where incidents gather: three areas that draw visitors, two wards that live at night, and a
/// falling number away from the centre.
struct Magnets {
  /// The three areas that hold about 40 % of all incidents.
  let busiest: [Int]
  /// The two wards with their peak on Friday and Saturday night.
  let nightWards: [Int]

  private let wardOfArea: [Int]
  private let places: Places
  private let visitorsElsewhere: WeightedChoice
  private let homes: WeightedChoice
  private let byRank: [WeightedChoice]
  private let shops: [WeightedChoice]

  /// Of a thousand incidents that follow visitors, how many happen in each of the three areas.
  private static let visitorShares = [235, 150, 107]

  /// Creates the magnets of a borough and lays its places.
  init(of borough: Borough, generator: inout SplitMix64) {
    let centre = Self.areas(ofWard: BoroughNames.centre, in: borough)
    let secondCentre = Self.areas(ofWard: BoroughNames.secondCentre, in: borough)
    let first = centre[0]
    let beside = centre.dropFirst().first { borough.neighbours[first].contains($0) } ?? centre[1]
    let busiest = [first, beside, secondCentre[0]]
    self.busiest = busiest
    nightWards = [borough.areas[first].ward, borough.areas[secondCentre[0]].ward]
    wardOfArea = borough.areas.map(\.ward)
    places = Places(in: borough, busy: busiest, generator: &generator)
    let towns = Self.townCentres(of: borough, &generator)
    visitorsElsewhere = WeightedChoice(
      weights: borough.areas.indices.map { area in
        guard !busiest.contains(area) else { return 0 }
        let draw = Self.pull(on: borough.middles[area]) * generator.draw(from: 40...160)
        return towns.contains(area) ? 4 * draw : draw
      })
    homes = WeightedChoice(
      weights: borough.areas.map { $0.residents * generator.draw(from: 50...150) })
    // Few places hold most of an area's incidents: the weight of a place falls with its rank.
    byRank = places.inArea.map { members in
      WeightedChoice(weights: members.indices.map { 6000 / ($0 + 3) })
    }
    shops = places.inArea.map { members in
      WeightedChoice(weights: (0..<max(2, members.count / 4)).map { 6000 / ($0 + 1) })
    }
  }

  /// The streets on which places lie.
  var streets: [Street] { places.streets }

  /// Returns the place of an incident of a category, in the borough.
  func drawPlace(for offence: Offence, with generator: inout SplitMix64) -> Place {
    if offence.followsHomes {
      // A tenth of them happens in the three areas even so.
      let area =
        generator.happens(perThousand: 90)
        ? busiest[generator.below(3)] : homes.draw(with: &generator)
      let members = places.inArea[area]
      return places.places[members[generator.below(members.count)]]
    }
    let area = drawVisitedArea(with: &generator)
    let choice = offence == .shoplifting ? shops[area] : byRank[area]
    return places.places[places.inArea[area][choice.draw(with: &generator)]]
  }

  /// Returns whether a place lies in one of the two wards that live at night.
  func livesAtNight(_ place: Place) -> Bool {
    place.area.map { nightWards.contains(wardOfArea[$0]) } ?? false
  }

  /// Returns a place of one area.
  func drawPlace(inArea area: Int, with generator: inout SplitMix64) -> Place {
    let members = places.inArea[area]
    return places.places[members[generator.below(members.count)]]
  }

  /// Returns a place outside the borough.
  func drawPlaceOutside(with generator: inout SplitMix64) -> Place {
    places.places[places.outside[generator.below(places.outside.count)]]
  }

  // MARK: - Areas

  private func drawVisitedArea(with generator: inout SplitMix64) -> Int {
    var ticket = generator.below(1000)
    for (area, share) in zip(busiest, Self.visitorShares) {
      if ticket < share { return area }
      ticket -= share
    }
    return visitorsElsewhere.draw(with: &generator)
  }

  /// Returns how strongly the centre draws visitors to a position: 1,500 there, 60 far away.
  private static func pull(on position: GridPosition) -> Int {
    let squared = position.squaredDistance(to: BoroughShape.centre)
    let reach = 50_000 * 50_000
    return 60 + 1_440 * reach / (reach + squared)
  }

  /// Returns the areas of a ward, the one with most neighbours first.
  private static func areas(ofWard name: String, in borough: Borough) -> [Int] {
    borough.areas.indices.filter { borough.wards[borough.areas[$0].ward].name == name }
      .sorted { (-borough.neighbours[$0].count, $0) < (-borough.neighbours[$1].count, $1) }
  }

  /// Returns a few areas away from the centre and from each other: high streets and stations.
  private static func townCentres(
    of borough: Borough, _ generator: inout SplitMix64
  ) -> [Int] {
    let leastDistance = 120_000
    var towns: [Int] = []
    while towns.count < 4 {
      let area = generator.below(borough.areas.count)
      let others = towns.map { borough.middles[$0] } + [BoroughShape.centre]
      let isApart = others.allSatisfy {
        $0.squaredDistance(to: borough.middles[area]) > leastDistance * leastDistance
      }
      if isApart { towns.append(area) }
    }
    return towns
  }
}
