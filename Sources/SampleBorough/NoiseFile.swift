import Statistics

/// Writes a council's complaints of noise, as its case system exports them: day and time in one field,
/// zeros where nobody found the address.
enum NoiseFile {
  /// The name of the file.
  static let name = "noise.csv"
  /// How many complaints there are in the year.
  private static let count = 2_200

  /// Returns the whole file.
  ///
  /// - Parameters:
  ///   - magnets: Where incidents gather.
  ///   - seed: What decides the complaints.
  /// - Returns: The text of the file, a row for each in the order of time.
  static func text(of magnets: Magnets, seed: UInt64) -> String {
    var text = "Case reference,Received,Noise type,X coord,Y coord,Street\n"
    for (number, complaint) in complaints(of: magnets, seed: seed).enumerated() {
      let place = complaint.place
      text +=
        "NC/25/\(PartnerIncident.fiveDigits(number + 1)),\(complaint.slashedDate) "
        + "\(complaint.clock),\(complaint.kind),\(place?.easting ?? 0),\(place?.northing ?? 0),"
        + IncidentFile.quoted(place?.name ?? "") + "\n"
    }
    return text
  }

  /// Returns the complaints: in the evening, where people live, and by day where there is building.
  private static func complaints(of magnets: Magnets, seed: UInt64) -> [PartnerIncident] {
    var generator = SplitMix64(seed: seed)
    return PartnerIncident.year(count) {
      let kind = kinds[choice.draw(with: &generator)]
      let isVisited = generator.happens(perThousand: kind.perThousandVisited)
      let place = magnets.drawPlace(for: isVisited ? .violence : .burglary, with: &generator)
      return PartnerIncident(
        start: kind.pattern.draw(with: &generator), kind: kind.name,
        place: generator.happens(perThousand: 35) ? nil : place)
    }
  }

  /// A party is heard from eight until late, above all at weekends.
  private static let evening = TimePattern(
    firstHour: 8,
    hours: [2, 3, 4, 5, 6, 7, 8, 10, 14, 20, 30, 45, 65, 85, 100, 100, 85, 55, 30, 15, 8, 5, 3, 2],
    weekdays: [70, 72, 76, 84, 130, 160, 108])
  /// The hours in which building is allowed, and the one before.
  private static let building = TimePattern(
    firstHour: 7, hours: [40, 90, 80, 70, 65, 60, 55, 55, 50, 45, 40, 20],
    weekdays: [100, 100, 100, 100, 95, 60, 12])

  private static let kinds:
    [(
      name: String, weight: Int, pattern: TimePattern, perThousandVisited: Int
    )] = [
      ("Loud music", 46, evening, 60), ("Party", 18, evening, 60),
      ("Licensed premises", 10, .nightLife, 900), ("Building work", 16, building, 300),
      ("Alarm", 10, .anyDayAndHour, 250),
    ]
  private static let choice = WeightedChoice(weights: kinds.map(\.weight))
}
