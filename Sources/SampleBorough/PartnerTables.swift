import Statistics

/// Writes the tables that partners of the made-up borough send: its people by area, a survey by ward.
package enum PartnerTables {
  /// Returns the people of each area as comma-separated text: those who live there, and those who are
  /// there on a working day, who are many where incidents are many.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - incidents: The incidents of a year.
  ///   - seed: The seed.
  /// - Returns: The text of the file, a row for each area.
  package static func population(
    of borough: Borough, _ incidents: [Incident], seed: UInt64
  ) -> String {
    var generator = SplitMix64(seed: seed)
    var counts = [Int](repeating: 0, count: borough.areas.count)
    for area in incidents.compactMap(\.area) { counts[area] += 1 }
    var text = "LSOA21CD,residents,workday_population\n"
    for (area, count) in zip(borough.areas, counts) {
      // Some leave for work, others come.
      let staying = area.residents * generator.draw(from: 55...75) / 100
      let coming = count * generator.draw(from: 6...9)
      text += "\(area.code),\(area.residents),\(staying + coming)\n"
    }
    return text
  }

  /// Returns a survey of residents by ward as comma-separated text: how many answered, and the percentage
  /// of them who feel unsafe after dark.
  ///
  /// People feel less safe where incidents are many, as far as chance lets it show. Of the ward where
  /// fewest answered the percentage is not published.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - incidents: The incidents of a year.
  ///   - seed: The seed.
  /// - Returns: The text of the file, a row for each ward.
  package static func survey(
    of borough: Borough, _ incidents: [Incident], seed: UInt64
  ) -> String {
    var generator = SplitMix64(seed: seed)
    var counts = [Int](repeating: 0, count: borough.wards.count)
    for area in incidents.compactMap(\.area) { counts[borough.areas[area].ward] += 1 }
    var answers = borough.wards.map { _ in generator.draw(from: 52...148) }
    // Of one of the quieter wards.
    let ranks = counts.map { count in counts.count { $0 < count } }
    let fewest = ranks.firstIndex(of: generator.below(answers.count / 2)) ?? 0
    answers[fewest] = generator.draw(from: 14...28)
    var text = "WD22CD,ward,respondents,unsafe_after_dark\n"
    for (ward, area) in borough.wards.enumerated() {
      let percent = 11 + 2 * ranks[ward] + generator.draw(from: -16...16)
      text +=
        "\(area.code),\(area.name),\(answers[ward]),\(ward == fewest ? "*" : "\(max(4, percent))%")\n"
    }
    return text
  }
}
