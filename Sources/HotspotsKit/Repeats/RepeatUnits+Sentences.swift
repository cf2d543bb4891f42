import Cartography
import HotspotAnalysis
import Incidents

extension RepeatUnits.Result {
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
  var unitSentences: [String] {
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

  var notRecordedSentence: String? {
    guard notRecorded > 0 else { return nil }
    let all = distribution.all.incidents + notRecorded
    let column = method.columns.first ?? ""
    let what =
      method.partner == nil ? "no value in '\(column)'" : "no value for one of the two"
    return "not recorded: \(NumberWords.grouped(notRecorded)) of \(incidents(all)) "
      + "(\(percent(notRecorded, of: all))) \(notRecorded == 1 ? "has" : "have") \(what) and "
      + "\(notRecorded == 1 ? "is" : "are") in no band"
  }

  var dateSentences: [String] {
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

  var triggerRule: String? {
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
