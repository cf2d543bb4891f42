import Cartography
import HotspotAnalysis
import Incidents
import Tasking

extension AreaProfile {
  /// The paragraph that an analyst would write of the area.
  package var paragraph: String { sentences.map { "\($0)." }.joined(separator: " ") }

  /// What can be said of the area, in sentences without full stops; of too few incidents only that they
  /// are too few.
  package var sentences: [String] {
    guard isEnough else { return [fewSentence] }
    return [
      holdingSentence, mixSentence, excessSentence, placesSentence, weightSentence, nightSentence,
      nightCategorySentence, residentSentence, changeSentence,
    ].compactMap(\.self)
  }

  // MARK: - One sentence each

  private var fewSentence: String {
    if part.amount == 0 { return "\(name) has no incidents" }
    let count = isEstimate ? amount(part.amount) : CountWords.lower(Int(part.amount))
    return "\(name) has \(isEstimate ? "an estimated " : "")\(count) "
      + "\(part.amount == 1 ? "incident" : "incidents"), too few to describe"
  }

  /// How much the area holds.
  var holdingSentence: String {
    let estimated = isEstimate ? "an estimated " : ""
    if areas == 1 { return "\(name) holds all \(estimated)\(amount(part.amount)) incidents" }
    return "\(name) holds \(estimated)\(NumberWords.percent(part.share)) of the incidents "
      + "(\(amount(part.amount)) of \(amount(part.whole))), \(words(for: rank))"
  }

  /// What they are.
  var mixSentence: String? {
    guard let first = categories.first else { return nil }
    if categories.count == 1 { return "All of them are \(first.name)" }
    let named = categories.prefix(Self.namedCategories).filter(\.isEnough)
    guard !named.isEmpty else { return "No category has ten of them" }
    let list = named.enumerated().map { place, category in
      "\(NumberWords.percent(category.part.share)) \(place == 0 ? "are " : "")\(category.name) "
        + "(\(amount(category.part.amount)))"
    }
    return "Of these, \(CountWords.list(list))"
  }

  /// What is over-represented.
  var excessSentence: String? {
    guard areas > 1, categoryCount > 1, categories.contains(where: \.isEnough) else { return nil }
    guard !overRepresented.isEmpty else {
      return "No category is over-represented against \(allAreas)"
    }
    let shown = overRepresented.prefix(Self.namedCategories)
    let list = shown.enumerated().compactMap { place, category -> String? in
      guard let quotient = category.quotient, let interval = quotient.interval else { return nil }
      return
        "\(category.name) at \(times(quotient.value)) times \(place == 0 ? "its share there " : "")"
        + "(\(place == 0 ? "95% interval " : "")\(times(interval.low)) to \(times(interval.high)))"
    }
    let count = overRepresented.count
    return "\(CountWords.upper(count)) \(count == 1 ? "category is" : "categories are") "
      + "over-represented against \(allAreas): \(count > shown.count ? "most of all " : "")"
      + CountWords.list(list)
  }

  /// In what it leads.
  var placesSentence: String? {
    guard areas > CategoryMix.leadingRanks, !leadingPlaces.isEmpty else { return nil }
    let groups = (1...CategoryMix.leadingRanks).compactMap { place -> String? in
      let members = leadingPlaces.filter { $0.rank.place == place }
      guard !members.isEmpty else { return nil }
      let shown = members.count > Self.namedPlaces + 1 ? Self.namedPlaces : members.count
      var names = members.prefix(shown).map { category in
        category.name + (category.rank.level > 0 ? " (\(level(category.rank.level)))" : "")
      }
      if members.count > shown { names.append("\(CountWords.lower(members.count - shown)) more") }
      return "\(["first", "second", "third"][place - 1]) in \(CountWords.list(names))"
    }
    let count = leadingPlaces.count
    return "It is among the first three of \(allAreas) in \(CountWords.lower(count)) "
      + "\(count == 1 ? "category" : "categories"): \(groups.joined(separator: "; "))"
  }

  /// What the incidents weigh.
  var weightSentence: String? {
    guard let weight, let weightRank, weight.amount > 0 else { return nil }
    let leading = categories.filter(\.isEnough).max {
      ($0.weight?.amount ?? 0) < ($1.weight?.amount ?? 0)
    }
    var words =
      areas == 1
      ? "Its \(weightName) is \(Weighing.words(weight.amount))"
      : "It has \(NumberWords.percent(weight.share)) of all \(weightName) "
        + "(\(Weighing.words(weight.amount)) of \(Weighing.words(weight.whole))), "
        + self.words(for: weightRank)
    if categories.count > 1, let leading, let part = leading.weight, part.amount > 0 {
      words +=
        "; \(NumberWords.percent(part.share)) of that is of \(leading.name) "
        + "(\(Weighing.words(part.amount)))"
    }
    return words
  }

  /// How much falls in the night.
  var nightSentence: String? {
    guard let night, night.part.whole >= Double(SmallNumbers.fewest) else { return nil }
    return "In the night, \(night.hours.words), fall an estimated "
      + "\(NumberWords.percent(night.part.share)) of those with a time of day "
      + "(\(NumberWords.decimal(night.part.amount, places: 1)) of "
      + "\(NumberWords.decimal(night.part.whole, places: 0)))"
      + (areas > 1 ? ", against \(NumberWords.percent(night.shareOfAll)) in \(allAreas)" : "")
  }

  /// Of what its nights hold most.
  var nightCategorySentence: String? {
    guard areas > 1, let (name, part) = night?.leading else { return nil }
    return "Its nights hold an estimated \(NumberWords.percent(part.share)) of all \(name) in "
      + "\(allAreas), by day or night (\(NumberWords.decimal(part.amount, places: 1)) of "
      + "\(NumberWords.decimal(part.whole, places: 0)))"
  }

  /// How many victims live there.
  var residentSentence: String? {
    guard let residents, residents.whole >= Double(SmallNumbers.fewest) else { return nil }
    return
      "Of the victims whose home is known, \(NumberWords.percent(residents.share)) live in the "
      + "\(noun.singular) (\(amount(residents.amount)) of \(amount(residents.whole)))"
  }

  /// How incidents changed.
  var changeSentence: String? {
    guard let change, let verdict = change.row.verdict, verdict.evidence != .few else { return nil }
    let (now, earlier) = (
      change.row.change.current / Double(change.periods.now.days),
      change.row.change.earlier / Double(change.periods.earlier.days)
    )
    let period = change.periods.earlier.words
    let evidence =
      switch verdict.evidence {
      case .increase: "evidence of an increase, though real counts vary more than chance"
      case .decrease: "evidence of a decrease, though real counts vary more than chance"
      case .none, .few: "no evidence of change"
      }
    guard let relative = change.row.change.relative else {
      return "There were none in \(period), and \(perDay(now)) a day now: \(evidence)"
    }
    let moved =
      abs(relative) < 0.0005
      ? "are as many as in \(period)"
      : "\(relative > 0 ? "rose" : "fell") by \(NumberWords.percent(abs(relative))) against "
        + period
    return "Incidents a day \(moved) (\(perDay(earlier)) then, \(perDay(now)) now): \(evidence)"
  }

  // MARK: - Words

  private static let namedCategories = 3
  private static let namedPlaces = 4

  private var allAreas: String { AreaProfiles.Result.whole(areas, noun) }

  private func words(for rank: Rank) -> String {
    if areas == 2 {
      let other = "the other \(noun.singular)"
      return rank.level > 0
        ? "as many as \(other)" : "\(rank.place == 1 ? "more" : "less") than \(other)"
    }
    let of = "of the \(CountWords.lower(areas)) \(noun.plural)"
    let level = rank.level > 0 ? ", \(level(rank.level))" : ""
    switch rank.place {
    case 1: return "the most \(of)\(level)"
    case areas: return "the least \(of)"
    default: return "the \(Self.ordinal(rank.place)) most \(of)\(level)"
    }
  }

  private func level(_ others: Int) -> String {
    "level with \(others == 1 ? "one other" : "\(CountWords.lower(others)) others")"
  }

  /// Returns a place in words: `second`, `21st`.
  static func ordinal(_ place: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if words.indices.contains(place - 1) { return words[place - 1] }
    let isTeen = (11...13).contains(place % 100)
    let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][place % 10] ?? "th"
    return "\(NumberWords.grouped(place))\(ending)"
  }

  /// Returns an amount of incidents as sentences have it.
  func amount(_ amount: Double) -> String {
    NumberWords.decimal(amount, places: isEstimate ? 1 : 0)
  }

  private func times(_ quotient: Double) -> String {
    NumberWords.decimal(quotient, places: quotient < 10 ? 2 : 1)
  }

  func perDay(_ count: Double) -> String {
    NumberWords.decimal(count, places: count >= 1 ? 1 : 2)
  }
}
