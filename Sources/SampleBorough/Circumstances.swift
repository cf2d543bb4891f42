import Statistics

/// What an export says of an incident beside where and when: the victim's age, and flags.
///
/// They follow from the identifier and the category alone, so that a row written twice says the same
/// both times, and nothing else of the samples depends on them.
package struct Circumstances: Sendable, Equatable {
  /// The victim's age in years; `nil` where there is no victim, or nobody asked.
  package let victimAge: Int?
  /// The flags, in the order of the alphabet.
  package let flags: [String]

  /// Draws the circumstances of an incident.
  init(of incident: Incident) {
    let identifier = UInt64(incident.identifier, radix: 16) ?? 0
    var generator = SplitMix64(seed: identifier ^ 0xF1A6_5EED)
    victimAge = Self.drawAge(for: incident.offence, with: &generator)
    let hour = (incident.start ?? 0) % CivilCalendar.minutesPerDay / 60
    let isNight = hour >= 18 || hour < 6
    let chances = incident.offence.flagsPerThousand
    var flags: [String] = []
    for (name, chance) in [
      ("alcohol", isNight ? chances.alcohol : chances.alcohol / 3),
      ("domestic", chances.domestic), ("hate", chances.hate), ("knife", chances.knife),
    ] where generator.happens(perThousand: chance) {
      flags.append(name)
    }
    self.flags = flags
  }

  /// The ages of ``AgePattern``: whole years from each to the next, and the last to the end.
  private static let ages = [
    10...17, 18...24, 25...34, 35...44, 45...54, 55...64, 65...79, 80...94,
  ]
  /// How many of a thousand victims have an age in the export.
  private static let recorded = 930

  private static func drawAge(for offence: Offence, with generator: inout SplitMix64) -> Int? {
    guard let victims = offence.victims, generator.happens(perThousand: victims.perThousand),
      generator.happens(perThousand: recorded)
    else { return nil }
    return generator.draw(from: ages[victims.ages.choice.draw(with: &generator)])
  }
}

/// How likely each age of a victim is, by the bands of ``Circumstances``.
struct AgePattern {
  let choice: WeightedChoice

  /// Visitors of the centre: young.
  static let visitors = AgePattern(choice: WeightedChoice(weights: [4, 30, 29, 15, 10, 7, 4, 1]))
  /// Those whom violence meets.
  static let violence = AgePattern(choice: WeightedChoice(weights: [11, 27, 27, 17, 10, 5, 2, 1]))
  /// Householders and owners of vehicles.
  static let households = AgePattern(choice: WeightedChoice(weights: [0, 8, 24, 26, 20, 13, 7, 2]))
}

extension Offence {
  /// How many of a thousand incidents have a victim who is a person, and of which ages; `nil` for
  /// offences without one.
  fileprivate var victims: (perThousand: Int, ages: AgePattern)? {
    switch self {
    case .theftFromThePerson: (1000, .visitors)
    case .otherTheft: (620, .visitors)
    case .robbery: (960, .violence)
    case .violence: (980, .violence)
    case .publicOrder: (450, .violence)
    case .bicycleTheft, .vehicleCrime: (900, .households)
    case .burglary: (680, .households)
    case .criminalDamage: (600, .households)
    case .antiSocialBehaviour, .drugs, .otherCrime, .shoplifting, .weapons: nil
    }
  }

  /// How many of a thousand incidents carry each flag; for alcohol, of those between 18:00 and 06:00.
  fileprivate var flagsPerThousand: (alcohol: Int, domestic: Int, hate: Int, knife: Int) {
    switch self {
    case .violence: (420, 290, 25, 60)
    case .publicOrder: (390, 40, 70, 10)
    case .antiSocialBehaviour: (340, 0, 15, 0)
    case .criminalDamage: (160, 90, 10, 0)
    case .robbery: (90, 5, 5, 230)
    case .weapons: (60, 20, 0, 720)
    case .theftFromThePerson: (40, 0, 0, 1)
    default: (0, 0, 0, 0)
    }
  }
}
