import Statistics

/// An offence against a person: who was harmed, where that person lives, and who is suspected.
struct PersonalOffence: Sendable {
  /// What happened.
  let incident: Incident
  /// The number of the victim, which is in no order; `nil` where nobody wrote it down.
  var victim: Int?
  /// Where the victim lives.
  var home = Home.unknown
  /// The number of the suspect; `nil` where there is none.
  var suspect: Int?

  /// Where a victim lives.
  enum Home: Sendable, Equatable {
    /// In a ward of the borough, by its position.
    case ward(Int)
    /// Elsewhere.
    case outside
    /// Nobody asked.
    case unknown
  }
}

/// Draws victims and suspects of some of the borough's incidents.
///
/// About one person in eight is harmed more than once, and a few ten times, as the strategic assessments
/// of a real borough have it. Those to whom it happens often are harmed in one area, at home, mostly by
/// the same suspect.
struct PersonalOffences: Sendable {
  /// The offences, in the order of the incidents.
  private(set) var offences: [PersonalOffence] = []

  private let borough: Borough
  private var generator: SplitMix64
  private var numbers: Set<Int> = []
  /// Suspects of several offences against anybody.
  private var persistent: [Int] = []
  /// The offences of each area that have no victim yet.
  private var free: [[Int]]

  /// How many people are harmed ten times or more, and six to nine times, and how often each.
  private static let often = [13, 10, 8, 7, 6]
  private static let threeToFive = 66
  private static let twice = 275
  private static let persistentSuspects = 50

  /// Draws who is part of incidents.
  init(of incidents: [Incident], in borough: Borough, seed: UInt64) {
    self.borough = borough
    generator = SplitMix64(seed: seed)
    free = Array(repeating: [], count: borough.areas.count)
    persistent = (0..<Self.persistentSuspects).map { _ in number() }
    var seen: Set<String> = []
    for incident in incidents where seen.insert(incident.identifier).inserted {
      guard generator.happens(perThousand: incident.offence.harmsPersons.perThousand) else {
        continue
      }
      if let area = incident.area { free[area].append(offences.count) }
      offences.append(PersonalOffence(incident: incident))
    }
    var sizes = Self.often
    for _ in 0..<Self.threeToFive { sizes.append(3 + [0, 0, 0, 1, 1, 2][generator.below(6)]) }
    sizes += Array(repeating: 2, count: Self.twice)
    for size in sizes { harm(size) }
    for place in offences.indices where offences[place].victim == nil {
      // Two in a hundred are not written down.
      if generator.happens(perThousand: 20) { continue }
      offences[place].victim = number()
      offences[place].home = home(after: offences[place].incident)
      offences[place].suspect = suspect(after: offences[place].incident)
    }
  }

  /// Gives offences of one area the same victim, and most of them the same suspect.
  private mutating func harm(_ count: Int) {
    let areas = free.indices.filter { free[$0].count >= count }
    guard !areas.isEmpty else { return }
    // An area with many offences has many who are harmed.
    let choice = WeightedChoice(weights: areas.map { free[$0].count })
    let area = areas[choice.draw(with: &generator)]
    let (victim, partner) = (number(), number())
    let lives = home(in: area, perThousand: count > 2 ? 900 : 550)
    for _ in 0..<count {
      let place = free[area].remove(at: generator.below(free[area].count))
      offences[place].victim = victim
      offences[place].home = lives
      let isViolent = offences[place].incident.offence == .violence
      offences[place].suspect =
        isViolent && generator.happens(perThousand: 650)
        ? partner : suspect(after: offences[place].incident)
    }
  }

  private mutating func home(after incident: Incident) -> PersonalOffence.Home {
    guard let area = incident.area else { return home(in: nil, perThousand: 0) }
    return home(in: area, perThousand: incident.offence.harmsPersons.atHome)
  }

  private mutating func home(in area: Int?, perThousand chances: Int) -> PersonalOffence.Home {
    if generator.happens(perThousand: 60) { return .unknown }
    if let area, generator.happens(perThousand: chances) { return .ward(borough.areas[area].ward) }
    return generator.happens(perThousand: 700)
      ? .outside : .ward(generator.below(borough.wards.count))
  }

  private mutating func suspect(after incident: Incident) -> Int? {
    guard generator.happens(perThousand: incident.offence.harmsPersons.suspected) else {
      return nil
    }
    return generator.happens(perThousand: 250)
      ? persistent[generator.below(persistent.count)] : number()
  }

  /// Returns a number that nobody has yet.
  private mutating func number() -> Int {
    while true {
      let number = generator.draw(from: 10_000...99_999)
      if numbers.insert(number).inserted { return number }
    }
  }
}

extension Offence {
  /// How many of a thousand incidents are offences against a person of the samples; of a thousand of
  /// these, how many happen in the ward in which the victim lives, and how many have a suspect.
  fileprivate var harmsPersons: (perThousand: Int, atHome: Int, suspected: Int) {
    switch self {
    case .violence: (790, 480, 420)
    case .robbery: (700, 260, 120)
    case .publicOrder: (300, 450, 350)
    case .burglary: (350, 970, 80)
    case .criminalDamage: (250, 850, 200)
    case .theftFromThePerson: (55, 90, 40)
    default: (0, 0, 0)
    }
  }
}
