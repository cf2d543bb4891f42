import Cartography

extension PackChange.Amount {
  /// Returns a change as a sentence of a close-up.
  ///
  /// `The month before, February 2017: 41 incidents, now 64, 41.2% more a day (within what chance
  /// explains).`
  ///
  /// - Parameters:
  ///   - name: What the earlier period is to this one.
  ///   - period: The earlier period in words.
  ///   - history: The months that tell how much counts vary.
  ///   - places: The decimals of incidents.
  /// - Returns: The sentence.
  package func sentence(
    against name: String, _ period: String, _ history: PackChange.History, places: Int
  ) -> String {
    func text(_ amount: Double) -> String { NumberWords.decimal(amount, places: places) }
    let noun = earlier == 1 ? "incident" : "incidents"
    return name.prefix(1).uppercased() + name.dropFirst()
      + ", \(period): \(text(earlier)) \(noun), "
      + "now \(text(current)), \(ChangeWords.words(for: self))"
      + ChangeWords.certainty(of: self, history) + "."
  }
}
