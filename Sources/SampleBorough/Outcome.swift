import Statistics

/// What becomes of crimes, in the words of data.police.uk.
enum Outcome {
  private static let open = "Under investigation"
  private static let closed: [(name: String, weight: Int)] = [
    ("Investigation complete; no suspect identified", 640),
    ("Unable to prosecute suspect", 210),
    ("Awaiting court outcome", 70),
    ("Local resolution", 35),
    ("Offender given a caution", 25),
    ("Formal action is not in the public interest", 20),
  ]
  private static let choice = WeightedChoice(weights: closed.map(\.weight))

  /// Returns the outcome of one incident: the later in the year, the likelier it is still open.
  static func draw(
    for offence: Offence, start: Int, with generator: inout SplitMix64
  ) -> String {
    guard offence != .antiSocialBehaviour else { return "" }
    let month = CivilCalendar.month(ofDay: start / CivilCalendar.minutesPerDay)
    let chances = month < 9 ? 15 : (month - 8) * (month - 8) * 45
    return generator.happens(perThousand: chances)
      ? open : closed[choice.draw(with: &generator)].name
  }
}
