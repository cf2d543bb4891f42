import Cartography
import HotspotAnalysis
import Incidents
import Interchange

extension RepeatUnits.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let all = distribution.all
    return reading.choices + [
      Choice("by", .text(Self.text(of: method.unit))),
      Choice("and", .optional(method.partner.map(Self.text))),
      Choice(
        "within_m", .optional(method.within),
        sentences: (tally.conversion.map { [$0] } ?? []) + (joiningSentence.map { [$0] } ?? [])),
      Choice("bands", .array(distribution.bands.names.map(JSONValue.text))),
      Choice("shows_units", .boolean(method.showsUnits), sentences: unitSentences),
      Choice("units", .integer(all.units)),
      Choice("repeated_units", .integer(repeatedCount)),
      Choice(
        "not_recorded", .integer(notRecorded),
        sentences: notRecordedSentence.map { [$0] } ?? []),
      Choice("without_date", .integer(undated), sentences: dateSentences),
      Choice("repeats", .optional(sentences.first), sentences: sentences),
      Choice(
        "trigger", .optional(method.trigger?.text),
        sentences: (triggerRule.map { [$0] } ?? []) + triggerSentences),
      Choice("triggered_units", triggered.map { .integer($0.units) } ?? .null),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] { reading.findings }

  private static func text(of unit: RepeatUnits.Unit) -> String {
    switch unit {
    case .location: "location"
    case .column(let name): name
    }
  }

  // MARK: - Words

  /// One unit and several, in words: `value of 'Victim'`.
  package var nouns: (singular: String, plural: String) {
    func nouns(_ unit: RepeatUnits.Unit) -> (String, String) {
      switch unit {
      case .location: ("location", "locations")
      case .column(let name): ("value of '\(name)'", "values of '\(name)'")
      }
    }
    guard let partner = method.partner else { return nouns(method.unit) }
    func short(_ unit: RepeatUnits.Unit) -> String {
      switch unit {
      case .location: "location"
      case .column(let name): "'\(name)'"
      }
    }
    let both = "of \(short(method.unit)) and \(short(partner))"
    return ("pair \(both)", "pairs \(both)")
  }

  private func units(_ count: Int) -> String {
    "\(NumberWords.grouped(count)) \(count == 1 ? nouns.singular : nouns.plural)"
  }

  private func incidents(_ count: Int) -> String {
    "\(NumberWords.grouped(count)) \(count == 1 ? "incident" : "incidents")"
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    NumberWords.percent(Double(part) / Double(whole))
  }

  // MARK: - Sentences

  /// What the bands say, in sentences without full stops; none of fewer than ten incidents.
  package var sentences: [String] {
    let all = distribution.all
    guard all.incidents >= SmallNumbers.fewest else {
      return ["repeats: \(incidents(all.incidents)), too few to call anything a pattern"]
    }
    guard let two = distribution.atLeast[2], let three = distribution.atLeast[3],
      let ten = distribution.atLeast[10]
    else { return [] }
    let first =
      two.units == 0
      ? "repeats: none of \(units(all.units)) has more than one of \(incidents(all.incidents))"
      : "repeats: \(NumberWords.grouped(two.units)) of \(units(all.units)) "
        + "(\(percent(two.units, of: all.units))) \(two.units == 1 ? "has" : "have") two incidents or "
        + "more, which are \(NumberWords.grouped(two.incidents)) of \(incidents(all.incidents)) "
        + "(\(percent(two.incidents, of: all.incidents)))"
    guard three.units > 0 else { return [first] + pairSentences }
    func share(_ amount: RepeatDistribution.Amount, _ least: String) -> String {
      "\(percent(amount.incidents, of: all.incidents)) "
        + "(\(NumberWords.grouped(amount.incidents))) are \(at) with \(least) or more "
        + "(\(NumberWords.grouped(amount.units)))"
    }
    let second =
      "repeats: of \(incidents(all.incidents)) \(share(three, "three"))"
      + (ten.units > 0 ? ", \(share(ten, "ten"))" : "; nowhere are there ten")
    return [first, second] + pairSentences
  }

  /// Where incidents are, before "with three or more".
  private var at: String { method.unit == .location ? "at \(nouns.plural)" : "of \(nouns.plural)" }

  /// How many of both sides of a pair repeat, each by itself.
  private var pairSentences: [String] {
    guard let partner = method.partner else { return [] }
    let both = PairSides(of: tally)
    func side(_ unit: RepeatUnits.Unit, _ amount: (repeated: Int, all: Int)) -> String {
      let plural =
        switch unit {
        case .location: "locations"
        case .column(let name): "values of '\(name)'"
        }
      return
        "\(NumberWords.grouped(amount.repeated)) of \(NumberWords.grouped(amount.all)) \(plural)"
    }
    return [
      "repeats: of the incidents with both recorded, \(side(method.unit, both.first)) and "
        + "\(side(partner, both.second)) have two or more; in \(incidents(both.incidents)) both do"
    ]
  }

  /// How locations were joined; `nil` if they were not.
  var joiningSentence: String? {
    method.within.map { within in
      let before = tally.counts.locations.count
      return "locations: \(NumberWords.grouped(before)) "
        + "\(before == 1 ? "position was" : "positions were") joined into "
        + "\(NumberWords.grouped(tally.centres.count)): the busiest takes all within "
        + "\(NumberWords.length(within)) m, then the busiest of those left, of equally busy ones the "
        + "western, then the southern, so that no street is chained together"
    }
  }

  /// What stands for a unit on the list.
  private var unitSentences: [String] {
    let filter = reading.options.filter
    let hours =
      filter.hours == nil
      ? [] : ["repeats: an incident that could have happened in the hours counts whole"]
    if method.sides == [.location] {
      guard method.within == nil else { return hours }
      return hours + [
        "locations: positions with incidents, told apart to the centimetre; an address may have several, "
          + "and one position may be of many addresses"
      ]
    }
    return hours + [
      method.showsUnits
        ? "units: what the columns say is written out; they may name persons"
        : "units: numbered by their rank; what the columns say is not written, as it may name persons"
    ]
  }

  private var notRecordedSentence: String? {
    guard notRecorded > 0 else { return nil }
    let all = distribution.all.incidents + notRecorded
    let what =
      method.partner == nil ? "no value for it" : "no value for one of the two"
    return "not recorded: \(NumberWords.grouped(notRecorded)) of \(incidents(all)) "
      + "(\(percent(notRecorded, of: all))) \(notRecorded == 1 ? "has" : "have") \(what) and "
      + "\(notRecorded == 1 ? "is" : "are") in no band"
  }

  private var dateSentences: [String] {
    var sentences: [String] = []
    if undated > 0 {
      sentences.append(
        "dates: \(incidents(undated)) without a date \(undated == 1 ? "counts" : "count") in bands and "
          + "not in first, last and windows")
    }
    if tally.counts.hasMonths {
      sentences.append(
        "dates: they are months, so that days since the last are from the end of its month")
    }
    return sentences
  }

  private var triggerRule: String? {
    guard let trigger = method.trigger else { return nil }
    return "trigger: \(trigger.words); a window begins on the day of an incident and "
      + (trigger.isOfMonths
        ? "ends on the day before the same day of a later month, or on that month's last if it has no "
          + "such day" : "has that many days with the first")
  }

  /// How many units met the rule.
  var triggerSentences: [String] {
    guard let trigger = method.trigger, let triggered else { return [] }
    if triggered.units == 0 { return ["trigger: no \(nouns.singular) had \(trigger.words)"] }
    return [
      "trigger: \(units(triggered.units)) had \(trigger.words), with "
        + "\(incidents(triggered.incidents)) in all"
    ]
  }
}

/// How many of each side of pairs have two incidents or more.
struct PairSides {
  /// Of the first side those with two or more, and all.
  let first: (repeated: Int, all: Int)
  /// The same of the second side.
  let second: (repeated: Int, all: Int)
  /// The incidents of which both sides have two or more.
  let incidents: Int

  /// Counts.
  ///
  /// - Complexity: O(*n*) for *n* pairs.
  init(of tally: RepeatTally) {
    var sums: [[UInt32: Int]] = [[:], [:]]
    let pairs = tally.counts.pairs.keys
    func parts(_ pair: UInt64) -> [UInt32] {
      [UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)]
    }
    for (pair, count) in zip(pairs, tally.incidents) {
      for (side, value) in parts(pair).enumerated() { sums[side][value, default: 0] += count }
    }
    func amount(_ sums: [UInt32: Int]) -> (repeated: Int, all: Int) {
      (sums.values.count { $0 >= 2 }, sums.count)
    }
    (first, second) = (amount(sums[0]), amount(sums[1]))
    incidents = zip(pairs, tally.incidents).reduce(0) { sum, pair in
      let isRepeated = parts(pair.0).enumerated().allSatisfy { sums[$0][$1] ?? 0 >= 2 }
      return sum + (isRepeated ? pair.1 : 0)
    }
  }
}
