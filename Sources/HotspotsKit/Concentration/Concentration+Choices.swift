import Boundaries
import Cartography
import HotspotAnalysis
import Interchange
import Statistics
import Tasking

extension Concentration.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let chance = rows[0].chance
    return reading.choices + [
      Choice("on", .text(method.units.rawValue), sentences: locationNote.map { [$0] } ?? []),
      Choice("cell_size_m", cellSize.map(JSONValue.real) ?? .null),
      Choice("top", .integer(method.top)),
      Choice("under_per_day", .real(method.quietPerDay)),
      Choice("under_per_month", .real(method.quietPerMonth)),
      Choice("days", days.map(JSONValue.integer) ?? .null),
      Choice("seed", .text("\(method.seed)")),
      Choice("resamples", .integer(method.resamples)),
      Choice("earlier_period", .optional(earlier?.days.words)),
      Choice("top_share_random", chance.map { .real($0.topShare) } ?? .null),
    ] + [
      Choice("concentration", .optional(sentence), sentences: sentence.map { [$0] } ?? []),
      Choice(
        "concentration_by_chance", .optional(caveat), sentences: caveat.map { [$0] } ?? []),
    ]
  }

  /// The sentences of result and caveat for a figure, without what they are of before them.
  var answers: [String] {
    [sentence, caveat].compactMap(\.self).map {
      let text = $0.drop { $0 != ":" }.dropFirst(2)
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// How concentrated all incidents are: `concentration: the busiest 3 of 128 LSOAs hold 40.2% of 1,204
  /// incidents, up from 37.4% in April 2015 to March 2016; 5 hold half; 3% less there is 1% less
  /// overall`.
  private var sentence: String? {
    let units = rows[0].group.amounts
    guard let share = units.share(ofTop: method.top), let half = units.fewest(holding: 50) else {
      return nil
    }
    let total = NumberWords.decimal(
      units.total, places: units.total == units.total.rounded() ? 0 : 1)
    let incidents = units.total == 1 ? "incident" : "incidents"
    return "concentration: the busiest \(top == 1 ? "" : "\(NumberWords.grouped(top)) ")of "
      + "\(NumberWords.grouped(units.units)) \(nouns.plural) \(top == 1 ? "holds" : "hold") "
      + "\(NumberWords.percent(share)) of \(total) \(incidents)\(before(share)); "
      + "\(NumberWords.grouped(half)) \(half == 1 ? "holds" : "hold") half; "
      + Self.fall(where: share)
  }

  /// How much of it may be chance: `concentration by chance: if as many incidents fell at random the
  /// busiest 3 would hold 4.5%; Gini's coefficient is 0.61 and would be 0.20; the generalised one is
  /// 0.61, with a 95% interval of 0.53 to 0.70`.
  private var caveat: String? {
    let row = rows[0]
    guard let chance = row.chance, let gini = row.group.amounts.gini,
      let generalised = row.group.amounts.generalisedGini
    else { return nil }
    func number(_ value: Double) -> String { NumberWords.decimal(value, places: 2) }
    let interval = row.interval.map {
      ", with a 95% interval of \(number($0.low)) to \(number($0.high))"
    }
    return "concentration by chance: if as many incidents fell at random, the busiest"
      + "\(top == 1 ? "" : " \(NumberWords.grouped(top))") would hold "
      + "\(NumberWords.percent(chance.topShare)); Gini's coefficient is \(number(gini)) and would be "
      + "\(number(chance.gini)); the generalised one is \(number(generalised))\(interval ?? "")"
  }

  /// What an earlier period says beside: `, up from 37.4% in April 2015 to March 2016`.
  private func before(_ share: Double) -> String {
    guard let earlier else { return "" }
    guard let was = earlier.topShares[rows[0].group.name] else {
      return " (none in \(earlier.days.words))"
    }
    let (now, then) = (NumberWords.percent(share), NumberWords.percent(was))
    return ", \(now == then ? "as" : share > was ? "up from \(then)" : "down from \(then)") in "
      + earlier.days.words
  }

  /// What a fall in the busiest units means for all: the fewest whole percent there that are one
  /// percent of all, where that is no more than half of them.
  static func fall(where share: Double) -> String {
    // Sums of expected incidents are whole but for rounding.
    let needed = Int((1 / share - 1e-9).rounded(.up))
    guard needed <= 50 else {
      return "half of that less is \(NumberWords.percent(share / 2)) less overall"
    }
    let overall = NumberWords.decimal(Double(needed) * share, places: 0)
    return "\(needed)% less there is \(overall)% less overall"
  }

  /// What locations are, if incidents are counted by them.
  private var locationNote: String? {
    guard method.units == .locations else { return nil }
    let count = rows[0].group.amounts.units
    return "locations: \(NumberWords.grouped(count)) \(count == 1 ? "position" : "positions") with "
      + "incidents, told apart to the centimetre; places without one are not known and do not count"
  }

  /// How many of the busiest units there are to look at.
  private var top: Int { min(method.top, rows[0].group.amounts.units) }

  /// The words for one unit and for several.
  var nouns: (singular: String, plural: String) {
    if method.units == .locations { return ("location", "locations") }
    guard let cellSize else {
      let layer = reading.requiredInput.boundaries.layers[0]
      let noun = AreaNoun(codeField: layer.codeField, layer: layer.name)
      return (noun.singular, noun.plural)
    }
    let noun = AreaNoun(
      cellsOfShape: method.units.rawValue, size: "\(NumberWords.length(cellSize)) m")
    return (noun.singular, noun.plural)
  }
}
