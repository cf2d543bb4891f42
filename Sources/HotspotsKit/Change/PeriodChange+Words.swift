import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Statistics
import Tasking

extension PeriodChange.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let (now, earlier) = (periods.now, periods.earlier)
    func json(_ days: DayRange) -> JSONValue {
      .object([
        .init("first_day", .text(days.first.description)),
        .init("days", .integer(days.days)),
        .init("words", .text(days.words)),
      ])
    }
    return reading.choices + [
      Choice("by", .text(method.grouping.rawValue)),
      Choice("groups", method.groups.map { .text($0.path) } ?? .null),
      Choice("compared_period", json(now)),
      Choice("earlier_period", json(earlier)),
      Choice("change", .text(totalWords), totalWords),
      Choice("evidence", .text(evidenceWords()), evidenceWords()),
      Choice("dispersion_months", .integer(historyDays?.months ?? 0), caveat),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] {
    var findings = reading.findings
    guard let groups = method.groups, method.grouping != .area else { return findings }
    let categories = reading.categories?.labels ?? []
    if !overlapping.isEmpty {
      findings.append(.overlappingGroups(overlapping.map { categories[$0] }))
    }
    if !ungrouped.isEmpty {
      findings.append(.ungrouped(ungrouped.map { categories[$0] }, path: groups.path))
    }
    if !unknown.isEmpty { findings.append(.unknownMembers(unknown, path: groups.path)) }
    return findings
  }

  /// The change of all incidents: `change: 48,934 incidents in July 2015 to June 2016, 1.0% more than
  /// the 48,450 of July 2014 to June 2015; 133.7 a day after 132.7 (366 days after 365)`.
  package var totalWords: String {
    let total = rows[rows.count - 1].change
    let change =
      if let relative = total.relativeOfCounts {
        total.difference == 0
          ? "as many as the \(count(total.earlier)) of"
          : "\(NumberWords.percent(abs(relative))) \(relative > 0 ? "more" : "fewer") than the "
            + "\(count(total.earlier)) of"
      } else { "after none in" }
    func perDay(_ count: Double, _ days: Int) -> String {
      let value = count / Double(days)
      return NumberWords.decimal(value, places: value >= 1 ? 1 : 2)
    }
    let days =
      periods.now.days == periods.earlier.days
      ? ""
      : " (\(NumberWords.grouped(periods.now.days)) days after "
        + "\(NumberWords.grouped(periods.earlier.days)))"
    return "change: \(usesHours ? "an estimated " : "")\(count(total.current)) incidents in "
      + "\(periods.now.words), \(change) \(periods.earlier.words); "
      + "\(perDay(total.current, periods.now.days)) a day after "
      + "\(perDay(total.earlier, periods.earlier.days))\(days)"
  }

  /// In how many rows there is evidence of change: `evidence: none of change in 14 of 18 wards; of an
  /// increase in 3 (Abbey Road, Bayswater, Lancaster Gate), of a decrease in 1 (West End)`.
  ///
  /// - Parameter most: So many names of rows with evidence it has at most.
  /// - Returns: The sentence, without a full stop.
  package func evidenceWords(naming most: Int = 6) -> String {
    var seen: Set<String> = []
    let units = rows.filter { row in
      // A category in several groups has several rows.
      row.verdict != nil && seen.insert("\(row.category ?? "") \(row.area ?? -1)").inserted
    }
    func named(_ evidence: ChangeEvidence) -> [String] {
      units.filter { $0.verdict?.evidence == evidence }.map(name)
    }
    func list(_ names: [String]) -> String {
      let shown = names.count > most ? Array(names.prefix(most - 1)) : names
      let rest = names.count - shown.count
      return shown.joined(separator: ", ")
        + (rest > 0 ? " and \(NumberWords.grouped(rest)) more" : "")
    }
    let (up, down, few) = (
      named(.increase), named(.decrease), units.count { $0.verdict?.evidence == .few }
    )
    let tested = units.count - few
    let tooFew = "with fewer than \(Int(ChangeEvidence.fewest)) incidents in both periods together"
    guard tested > 0 else {
      return
        "evidence: none can be had, all \(NumberWords.grouped(units.count)) \(noun) are of those "
        + tooFew
    }
    var words =
      "evidence: none of change in \(NumberWords.grouped(tested - up.count - down.count)) of "
      + "\(NumberWords.grouped(tested)) \(noun)"
    let found = [("an increase", up), ("a decrease", down)].filter { !$0.1.isEmpty }
    if !found.isEmpty {
      words +=
        "; of "
        + found.map { words, names in
          "\(words) in \(NumberWords.grouped(names.count))" + (most > 0 ? " (\(list(names)))" : "")
        }
        .joined(separator: ", of ")
    }
    if few > 0 {
      words +=
        "; \(NumberWords.grouped(few)) more, \(tooFew), \(few == 1 ? "is" : "are") not tested"
    }
    return words
  }

  /// What evidence rests on, and what it does not allow for.
  package var caveat: String {
    let basis =
      if let days = historyDays, let months = days.months {
        "widened by how much the \(NumberWords.grouped(months)) months before the period vary "
          + "(\(days.words)), "
      } else {
        "which takes incidents as independent, because there are not twelve whole months before the "
          + "period to tell how much counts vary, "
      }
    return
      "evidence is an E-test, \(basis)and adjusted for the number of \(noun) tested; real counts "
      + "vary more than independent incidents"
      + (historyDays == nil
        ? ", so part of it may be chance" : ", and a change of recording is evidence too")
  }

  /// What several rows are: `categories`, `wards`.
  package var noun: String {
    switch method.grouping {
    case .category: "categories"
    case .area: areaNoun.plural
    case .both: "categories of \(areaNoun.plural)"
    }
  }

  /// Returns the name of a row that is no sum.
  package func name(_ row: PeriodChange.Row) -> String {
    let area = row.area.map { place in
      let layer = reading.requiredInput.boundaries.layers[0]
      return layer.names[place].isEmpty ? layer.codes[place] : layer.names[place]
    }
    return [row.category, area].compactMap(\.self).joined(separator: ", ")
  }

  private var areaNoun: AreaNoun {
    let layer = reading.requiredInput.boundaries.layers[0]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  private func count(_ amount: Double) -> String {
    NumberWords.decimal(amount, places: usesHours ? 1 : 0)
  }
}
