import Statistics

/// Writes the calls of a fire brigade, as London's publishes them: the month in letters, seconds, and
/// metres on the grid.
enum FireFile {
  /// The name of the file.
  static let name = "fire.csv"
  /// How many calls there are in the year.
  private static let count = 2_400

  /// Returns the whole file.
  ///
  /// - Parameters:
  ///   - magnets: Where incidents gather.
  ///   - seed: What decides the calls.
  /// - Returns: The text of the file, a row for each in the order of time.
  static func text(of magnets: Magnets, seed: UInt64) -> String {
    var text = "IncidentNumber,DateOfCall,TimeOfCall,IncidentGroup,Easting_m,Northing_m\n"
    var generator = SplitMix64(seed: seed)
    let calls = PartnerIncident.year(count) {
      let start = TimePattern.anyDayAndHour.draw(with: &generator)
      let kind = kinds[choice.draw(with: &generator)].name
      // Alarms of shops and offices are where visitors are, all else where people live.
      let isVisited = generator.happens(perThousand: 120)
      let place = magnets.drawPlace(
        for: isVisited ? .violence : .criminalDamage, with: &generator)
      return PartnerIncident(
        start: start, kind: kind, place: generator.happens(perThousand: 20) ? nil : place)
    }
    for (number, call) in calls.enumerated() {
      let (year, month, day) = CivilCalendar.date(ofDay: call.day)
      let second = CivilCalendar.twoDigits(generator.below(60))
      let date = CivilCalendar.twoDigits(day) + " \(months[month - 1]) \(year)"
      let metres = call.place.map { "\($0.easting),\($0.northing)" } ?? ","
      text +=
        "F\(PartnerIncident.fiveDigits(number + 1))-25,\(date),\(call.clock):\(second),"
        + "\(call.kind),\(metres)\n"
    }
    return text
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let kinds = [
    (name: "False Alarm", weight: 49), (name: "Special Service", weight: 36),
    (name: "Fire", weight: 15),
  ]
  private static let choice = WeightedChoice(weights: kinds.map(\.weight))
}
