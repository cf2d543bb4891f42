import Assignment
import Boundaries
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Statistics
import Tables
import Tasking

/// Makes of the earlier periods what the page of a pack says of change.
struct PackChangeMaker {
  let findings: PeriodComparison.Result
  /// Whether incidents count with their chance of lying in the hours to keep.
  let usesHours: Bool

  /// What the page says, one for each earlier period.
  var contents: [PackChange] {
    guard let days = findings.days, let history = findings.history else { return [] }
    return findings.earlier.map { earlier in
      let ratio = Double(days.days) / Double(earlier.days.days)
      let categories = categories(beside: earlier.areas, ratio, history)
      let split = CrimeSplit(categories.map(\.name)).map { categories[$0.position] }
      let total = change(
        total(of: findings.areas), total(of: earlier.areas), ratio, history.ofTotal)
      return PackChange(
        name: earlier.name, period: days.words, days: days.days, isCut: findings.isCut,
        earlierPeriod: earlier.days.words, earlierDays: earlier.days.days,
        weekdays: days.weekdays, earlierWeekdays: earlier.days.weekdays,
        history: PackChange.History(
          months: history.months, words: history.days?.words,
          needed: CountDispersion.fewestPeriods, layers: history.layers.map { $0?.value }),
        categories: categories.map { ($0.name, $0.amount) },
        layers: findings.areas.counts.indices.map { layer in
          areas(
            ofLayer: layer, beside: earlier.areas, ratio,
            history.layers.indices.contains(layer) ? history.layers[layer] : nil,
            disorder: split?.name)
        }, total: total,
        crime: split.map {
          change(
            total.current - $0.amount.current, total.earlier - $0.amount.earlier, ratio,
            history.ofAll(but: $0.key))
        }, antiSocialBehaviour: split?.amount, isWeighted: usesHours)
    }
  }

  /// The comparisons for the manifest.
  var json: JSONValue {
    .array(
      zip(findings.earlier, contents).map { earlier, change in
        .object([
          .init("name", .text(change.name)),
          .init("first_day", .text(earlier.days.first.description)),
          .init("days", .integer(change.earlierDays)),
          .init("period_days", .integer(change.days)),
          .init("weekdays", .array(change.earlierWeekdays.map(JSONValue.integer))),
          .init("period_weekdays", .array(change.weekdays.map(JSONValue.integer))),
          .init("incidents", .real(change.total.current)),
          .init("earlier_incidents", .real(change.total.earlier)),
          .init("z", .real(change.total.standardScore)),
          .init("p", .real(change.total.chance)),
          .init("p_widened", .real(change.total.adjusted)),
          .init("dispersion", .optional(change.total.dispersion)),
          .init("dispersion_months", .integer(change.history.months)),
          .init(
            "dispersion_from",
            .optional(change.history.months > 0 ? findings.history?.days?.first.description : nil)),
          .init(
            "categories",
            .array(
              change.categories.map { category in
                .object([
                  .init("category", .text(category.name)),
                  .init("p", .real(category.amount.chance)),
                  .init("dispersion", .optional(category.amount.dispersion)),
                  .init("p_adjusted", .real(category.amount.adjusted)),
                ])
              })),
          .init("area_dispersions", .array(change.history.layers.map(JSONValue.optional))),
        ])
      })
  }

  // MARK: -

  private func change(
    _ current: Double, _ earlier: Double, _ ratio: Double, _ dispersion: CountDispersion?
  ) -> PackChange.Amount {
    let change = CountChange(
      current: current, earlier: earlier, ratio: ratio, dispersion: dispersion)
    return PackChange.Amount(
      current: current, earlier: earlier, relative: change.relative,
      standardScore: change.standardScore, chance: change.chance,
      dispersion: dispersion?.value, adjusted: change.widenedChance)
  }

  /// Returns amounts whose deciding chances are adjusted for how many there are.
  private static func adjusted(_ amounts: [PackChange.Amount]) -> [PackChange.Amount] {
    zip(amounts, FalseDiscoveryRate.adjusted(amounts.map(\.adjusted))).map { amount, chance in
      var amount = amount
      amount.adjusted = chance ?? 1
      return amount
    }
  }

  private func total(of analysis: AreaAnalysis) -> Double {
    values(of: analysis, layer: 0).reduce(0, +)
  }

  /// The incidents of each area, or what is expected of them.
  private func values(of analysis: AreaAnalysis, layer: Int) -> [Double] {
    let counts = analysis.counts[layer]
    return usesHours ? counts.expected.map(\.expected) : counts.totals.map(Double.init)
  }

  /// The incidents of each category in all areas of the first layer, by the key of its column.
  private func categoryTotals(of analysis: AreaAnalysis) -> [String: Double] {
    let counts = analysis.counts[0]
    let totals =
      usesHours
      ? counts.expectedByCategory.map { $0.reduce(0) { $0 + $1.expected } }
      : counts.byCategory.map { Double($0.reduce(0, +)) }
    return Dictionary(uniqueKeysWithValues: zip(analysis.categories?.keys ?? [], totals))
  }

  /// Compares each category, the chances adjusted for how many there are.
  private func categories(
    beside earlier: AreaAnalysis, _ ratio: Double, _ history: MonthlyHistory
  ) -> [(key: String, name: String, amount: PackChange.Amount)] {
    let (now, before) = (categoryTotals(of: findings.areas), categoryTotals(of: earlier))
    var names: [String: String] = [:]
    for list in [findings.areas.categories, earlier.categories].compactMap(\.self) {
      for (key, label) in zip(list.keys, list.labels) { names[key] = label }
    }
    let keys = names.keys.sorted()
    let amounts = keys.map { key in
      change(now[key] ?? 0, before[key] ?? 0, ratio, history.ofCategory(key))
    }
    return zip(keys, Self.adjusted(amounts)).map { key, amount in (key, names[key] ?? key, amount) }
  }

  /// Returns the incidents of a category in each area; none where the period has none of it.
  private func values(
    of category: String, _ analysis: AreaAnalysis, layer: Int
  ) -> [Double] {
    let counts = analysis.counts[layer]
    guard let place = analysis.categories?.labels.firstIndex(of: category) else {
      return counts.totals.map { _ in 0 }
    }
    return usesHours
      ? counts.expectedByCategory[place].map(\.expected) : counts.byCategory[place].map(Double.init)
  }

  /// Compares each area, the chances adjusted for how many there are.
  private func areas(
    ofLayer layer: Int, beside earlier: AreaAnalysis, _ ratio: Double,
    _ dispersion: CountDispersion?, disorder: String?
  ) -> [PackChange.Area] {
    let (now, before) = (values(of: findings.areas, layer: layer), values(of: earlier, layer: layer))
    let apart = disorder.map { name in
      (values(of: name, findings.areas, layer: layer), values(of: name, earlier, layer: layer))
    }
    let amounts = Self.adjusted(
      now.indices.map { change(now[$0], before[$0], ratio, dispersion) })
    return amounts.enumerated().map { area, all in
      let disorder = apart.map { $0.0[area] - ratio * $0.1[area] }
      return PackChange.Area(
        all: all, crime: disorder.map { all.difference(ratio: ratio) - $0 },
        antiSocialBehaviour: disorder)
    }
  }
}
