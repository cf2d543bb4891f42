import Cartography

/// Change in words.
enum ChangeWords {
  /// Returns a change as the middle of a sentence has it: `12.5% more a day`.
  static func words(for amount: PackChange.Amount) -> String {
    guard let relative = amount.relative else {
      return amount.current > 0 ? "more, from none" : "as many, none"
    }
    if abs(relative) < 0.0005 { return "as many a day" }
    return "\(NumberWords.percent(abs(relative))) \(relative > 0 ? "more" : "fewer") a day"
  }

  /// Returns the word between a change and what it is a change against: `than`, or `as`.
  static func conjunction(of amount: PackChange.Amount) -> String {
    words(for: amount).hasPrefix("as many") ? "as" : "than"
  }

  /// Returns whether chance explains a change, as the end of a sentence has it.
  static func certainty(of amount: PackChange.Amount) -> String {
    amount.isBeyondChance ? "" : " (within what chance explains)"
  }

  /// Returns a change as a table has it: `+12.5%`.
  static func relative(_ amount: PackChange.Amount) -> String {
    guard let relative = amount.relative else { return "–" }
    let text = NumberWords.percent(abs(relative))
    return relative > 0 ? "+\(text)" : relative < 0 ? "−\(text)" : text
  }

  /// Returns a number with its sign.
  static func signed(_ number: Double, places: Int) -> String {
    let text = NumberWords.decimal(abs(number), places: places)
    let isNothing = text.allSatisfy { $0 == "0" || $0 == "." }
    return isNothing ? text : number > 0 ? "+\(text)" : "−\(text)"
  }

  /// Returns the areas of a layer that changed beyond chance: those that rose, the surest first, then
  /// those that fell, the surest last.
  static func beyondChance(_ change: PackChange, ofLayer layer: Int) -> [Int] {
    let areas = change.layers[layer]
    return areas.indices.filter { areas[$0].all.isBeyondChance }.sorted {
      (areas[$1].all.standardScore, $0) < (areas[$0].all.standardScore, $1)
    }
  }
}
