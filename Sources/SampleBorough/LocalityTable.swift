import Statistics

/// Writes the table of values from which the index of vulnerable localities is made.
package enum LocalityTable {
  /// Returns what is known of each area about how vulnerable it is, as comma-separated text: the six
  /// values of the index of vulnerable localities.
  ///
  /// Burglary and damage are the incidents of the year for each thousand residents, half of them at
  /// homes; deprivation goes with them as far as chance lets it show, and marks at school go against it.
  ///
  /// - Parameters:
  ///   - borough: The borough.
  ///   - incidents: The incidents of a year.
  ///   - seed: The seed.
  /// - Returns: The text of the file, a row for each area.
  package static func text(
    of borough: Borough, _ incidents: [Incident], seed: UInt64
  ) -> String {
    var generator = SplitMix64(seed: seed)
    func counts(_ offence: Offence) -> [Int] {
      var counts = [Int](repeating: 0, count: borough.areas.count)
      for incident in incidents where incident.offence == offence {
        if let area = incident.area { counts[area] += 1 }
      }
      return counts
    }
    let (burglary, damage) = (counts(.burglary), counts(.criminalDamage))
    var text =
      "LSOA21CD,burglary_dwelling,damage_dwelling,income_deprivation,employment_deprivation,"
      + "aged_15_to_24,attainment\n"
    for (place, area) in borough.areas.enumerated() {
      // Tenths of incidents for each thousand residents.
      let rates = [burglary, damage].map { $0[place] * 5_000 / max(1, area.residents) }
      let need = generator.drawCentred(in: 40...280) + min(120, rates[0] + rates[1])
      let values =
        rates + [
          need, need * 2 / 3 + generator.draw(from: -20...20), generator.drawCentred(in: 70...240),
          620 - need + generator.draw(from: -60...60),
        ]
      text += area.code + values.map { ",\($0 / 10).\($0 % 10)" }.joined() + "\n"
    }
    return text
  }
}
