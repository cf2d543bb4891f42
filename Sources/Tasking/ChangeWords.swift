import Cartography
import Glibc

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
  static func certainty(of amount: PackChange.Amount, _ history: PackChange.History) -> String {
    switch amount.verdict {
    case .within: " (within what chance explains)"
    case .few: " (too few to tell)"
    case .beyond: ", beyond chance" + (amount.dispersion.map { " (months \(variation($0)))" } ?? "")
    case .unknown: " (\(unknown(history)))"
    }
  }

  /// Returns how much counts vary: `vary 3.2 times as much as independent incidents would`.
  static func variation(_ dispersion: Double) -> String {
    let times = NumberWords.decimal(dispersion, places: 1)
    return times == "1.0"
      ? "vary as independent incidents would"
      : "vary \(times) times as much as independent incidents would"
  }

  /// Returns why it is not known whether chance explains what independent incidents do not.
  static func unknown(_ history: PackChange.History) -> String {
    "more than independent incidents would differ; what chance explains is not known without "
      + (history.isLongEnough
        ? "incidents in the months before" : "\(CountWords.lower(history.needed)) months before")
  }

  /// Returns a verdict as a table has it, with the chance that decides: `no (33.3%)`.
  static func verdict(of amount: PackChange.Amount) -> String {
    let word: String
    switch amount.verdict {
    case .few: return "too few"
    case .within: word = "no"
    case .beyond: word = "yes"
    case .unknown: word = "not known"
    }
    return "\(word) (\(chance(amount.adjusted)))"
  }

  /// Returns a chance: as a percentage, or where that is tiny by its power of ten, `1.9e-33`.
  static func chance(_ chance: Double) -> String {
    if chance >= 0.001 { return NumberWords.percent(chance) }
    guard chance > 0 else { return "<1e-300" }
    var exponent = Int(log10(chance).rounded(.down))
    // In two steps: ten to the full power is more than a number can hold.
    let half = -exponent / 2
    let digits = chance * pow(10, Double(half)) * pow(10, Double(-exponent - half))
    var tenths = Int((digits * 10).rounded())
    if tenths >= 100 { (tenths, exponent) = (10, exponent + 1) }
    return "\(tenths / 10).\(tenths % 10)e\(exponent)"
  }

  /// Returns where the weekdays of two periods differ: `March 2023 has five Wednesdays and Thursdays,
  /// February 2023 four`; `nil` where they do not.
  static func weekdays(of change: PackChange) -> String? {
    let names = [
      "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays",
    ]
    var groups: [(now: Int, earlier: Int, names: [String])] = []
    for (day, counts) in zip(change.weekdays, change.earlierWeekdays).enumerated()
    where counts.0 != counts.1 {
      if let place = groups.firstIndex(where: { ($0.now, $0.earlier) == counts }) {
        groups[place].names.append(names[day])
      } else {
        groups.append((counts.0, counts.1, [names[day]]))
      }
    }
    guard !groups.isEmpty else { return nil }
    return groups.map { group in
      "\(change.period) has \(CountWords.lower(group.now)) \(CountWords.list(group.names)), "
        + "\(change.earlierPeriod) \(CountWords.lower(group.earlier))"
    }.joined(separator: "; ")
  }

  /// Returns a change as a table has it: `+12.5%`.
  static func relative(_ amount: PackChange.Amount) -> String {
    amount.relative.map(relative) ?? "–"
  }

  /// Returns a part by which something changed as a table has it: `+12.5%`.
  static func relative(_ relative: Double) -> String {
    let text = NumberWords.percent(abs(relative))
    return relative > 0 ? "+\(text)" : relative < 0 ? "−\(text)" : text
  }

  /// Returns a number with its sign.
  static func signed(_ number: Double, places: Int) -> String {
    let text = NumberWords.decimal(abs(number), places: places)
    let isNothing = text.allSatisfy { $0 == "0" || $0 == "." }
    return isNothing ? text : number > 0 ? "+\(text)" : "−\(text)"
  }

  /// Returns the areas of a layer whose change has a verdict: those that rose, the surest first, then
  /// those that fell, the surest last.
  static func areas(
    _ change: PackChange, ofLayer layer: Int, _ verdict: PackChange.Verdict
  ) -> [Int] {
    let areas = change.layers[layer]
    return areas.indices.filter { areas[$0].all.verdict == verdict }.sorted {
      (areas[$1].all.standardScore, $0) < (areas[$0].all.standardScore, $1)
    }
  }
}
