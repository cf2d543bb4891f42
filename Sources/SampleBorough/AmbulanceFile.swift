import Statistics

/// Writes the calls of an ambulance service to assaults, as one sends them to its partners: day and
/// time apart, degrees in place of metres.
enum AmbulanceFile {
  /// The name of the file.
  static let name = "ambulance.csv"
  /// How many calls there are in the year.
  private static let count = 1_600

  /// Returns the whole file.
  ///
  /// - Parameters:
  ///   - magnets: Where incidents gather.
  ///   - seed: What decides the calls.
  /// - Returns: The text of the file, a row for each in the order of time.
  static func text(of magnets: Magnets, seed: UInt64) -> String {
    var text = "IncidentNumber,CallDate,CallTime,ChiefComplaint,Latitude,Longitude\n"
    for (number, call) in calls(of: magnets, seed: seed).enumerated() {
      var (latitude, longitude) = ("", "")
      if let place = call.place {
        let degrees = Degrees(easting: place.easting, northing: place.northing)
        (latitude, longitude) = (
          Degrees.text(degrees.latitude), Degrees.text(degrees.longitude)
        )
      }
      text +=
        "A25\(PartnerIncident.fiveDigits(number + 1)),\(call.slashedDate),\(call.clock),"
        + "\(call.kind),\(latitude),\(longitude)\n"
    }
    return text
  }

  /// Returns the calls: 70 of every hundred between 18:00 and 06:00, most of them where people go out.
  private static func calls(of magnets: Magnets, seed: UInt64) -> [PartnerIncident] {
    var generator = SplitMix64(seed: seed)
    var number = 0
    return PartnerIncident.year(count) {
      let place = magnets.drawPlace(for: .violence, with: &generator)
      // Dealt, not drawn, so that the share is what it is.
      number += 1
      let pattern: TimePattern =
        number * 70 % 100 >= 70
        ? .robberyByDay : magnets.livesAtNight(place) ? .nightLife : .robberyByNight
      let start = pattern.draw(with: &generator)
      let kind = kinds[choice.draw(with: &generator)].name
      let fate = generator.below(1000)
      if fate < 12 { return PartnerIncident(start: start, kind: kind, place: nil) }
      return PartnerIncident(
        start: start, kind: kind,
        place: fate < 20 ? magnets.drawPlaceOutside(with: &generator) : place)
    }
  }

  private static let kinds = [
    (name: "Assault", weight: 76), (name: "Head injury after assault", weight: 17),
    (name: "Stab or gunshot wound", weight: 7),
  ]
  private static let choice = WeightedChoice(weights: kinds.map(\.weight))
}
