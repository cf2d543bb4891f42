import Assignment
import HotspotAnalysis
package import Interchange
import Statistics
package import Tasking

/// Describes the comparison of a pack's period with earlier ones for its page and its manifest.
package struct PackChanges {
  private let comparison: PeriodComparison.Result

  /// Takes a comparison.
  package init(_ comparison: PeriodComparison.Result) { self.comparison = comparison }

  /// What the page says, one for each earlier period.
  package var contents: [PackChange] {
    guard let days = comparison.days, let history = comparison.history else { return [] }
    return comparison.earlier.map { earlier in
      let ratio = Double(days.days) / Double(earlier.days.days)
      let categories = categories(beside: earlier, ratio, history)
      let split = CrimeSplit(categories.map(\.name)).map { categories[$0.position] }
      let total = change(
        total(of: comparison.areas.counts), total(of: earlier.layers), ratio, history.ofTotal)
      return PackChange(
        name: earlier.name, period: days.words, days: days.days, isCut: comparison.isCut,
        earlierPeriod: earlier.days.words, earlierDays: earlier.days.days,
        weekdays: days.weekdays, earlierWeekdays: earlier.days.weekdays,
        history: Self.history(of: comparison),
        categories: categories.map { ($0.name, $0.amount) },
        layers: comparison.areas.counts.indices.map { layer in
          areas(
            ofLayer: layer, beside: earlier, ratio,
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

  /// Returns the months that tell how much counts vary.
  static func history(of comparison: PeriodComparison.Result) -> PackChange.History {
    let history = comparison.history
    return PackChange.History(
      months: history?.months ?? 0, words: history?.days?.words,
      needed: CountDispersion.fewestPeriods, layers: (history?.layers ?? []).map { $0?.value })
  }

  /// The comparisons for the manifest.
  package var json: JSONValue {
    .array(zip(comparison.earlier, contents).map { .object(members(of: $0, $1)) })
  }

  // MARK: -

  private func members(
    of earlier: PeriodComparison.Earlier, _ change: PackChange
  ) -> [JSONValue.Member] {
    let history = change.history
    return [
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
      .init("dispersion_months", .integer(history.months)),
      .init("dispersion_from", .optional(comparison.history?.days?.first.description)),
      .init(
        "categories",
        .array(
          change.categories.map { category in
            .object([
              .init("category", .text(category.name)),
              .init("p", .real(category.amount.chance)),
              .init("dispersion", .optional(category.amount.dispersion)),
              .init(
                "p_adjusted", .optional(category.amount.isFew ? nil : category.amount.adjusted)),
            ])
          })),
      .init("area_dispersions", .array(history.layers.map(JSONValue.optional))),
    ]
  }

  /// Whether incidents count with their probability of lying in the hours asked for.
  private var usesHours: Bool { comparison.areas.reading.options.filter.hours != nil }

  private func change(
    _ current: Double, _ earlier: Double, _ ratio: Double, _ dispersion: CountDispersion?
  ) -> PackChange.Amount {
    PackChange.Amount(
      CountChange(current: current, earlier: earlier, ratio: ratio, dispersion: dispersion),
      dispersion)
  }

  private func total(of layers: [LayerCounts]) -> Double { layers[0].amounts.reduce(0, +) }

  /// The incidents of each category in all areas of the first layer, by the key of its column.
  private func categoryTotals(
    of counts: LayerCounts, _ categories: CategoryList?
  ) -> [String: Double] {
    let totals =
      usesHours
      ? counts.expectedByCategory.map { $0.reduce(0) { $0 + $1.expected } }
      : counts.byCategory.map { Double($0.reduce(0, +)) }
    return Dictionary(uniqueKeysWithValues: zip(categories?.keys ?? [], totals))
  }

  /// Compares each category, the chances adjusted for how many there are.
  private func categories(
    beside earlier: PeriodComparison.Earlier, _ ratio: Double, _ history: MonthlyHistory
  ) -> [(key: String, name: String, amount: PackChange.Amount)] {
    let areas = comparison.areas
    let now = categoryTotals(of: areas.counts[0], areas.categories)
    let before = categoryTotals(of: earlier.layers[0], earlier.categories)
    var names: [String: String] = [:]
    for (key, label) in zip(areas.categories?.keys ?? [], areas.categories?.labels ?? []) {
      names[key] = label
    }
    // Of the months before there may be categories that neither period has.
    for (key, label) in zip(earlier.categories?.keys ?? [], earlier.categories?.labels ?? [])
    where before[key] ?? 0 > 0 { names[key] = label }
    let keys = names.keys.sorted()
    let amounts = keys.map { key in
      change(now[key] ?? 0, before[key] ?? 0, ratio, history.ofCategory(key))
    }
    return zip(keys, PackChange.Amount.adjusted(amounts)).map { key, amount in
      (key, names[key] ?? key, amount)
    }
  }

  /// Returns the incidents of a category in each area; none if the period has none of it.
  private func values(
    of category: String, _ counts: LayerCounts, _ categories: CategoryList?
  ) -> [Double] {
    guard let place = categories?.labels.firstIndex(of: category) else {
      return counts.totals.map { _ in 0 }
    }
    return usesHours
      ? counts.expectedByCategory[place].map(\.expected) : counts.byCategory[place].map(Double.init)
  }

  /// Compares each area, the chances adjusted for how many there are.
  private func areas(
    ofLayer layer: Int, beside earlier: PeriodComparison.Earlier, _ ratio: Double,
    _ dispersion: CountDispersion?, disorder: String?
  ) -> [PackChange.Area] {
    let areas = comparison.areas
    let (now, before) = (areas.counts[layer].amounts, earlier.layers[layer].amounts)
    let apart = disorder.map { name in
      (
        values(of: name, areas.counts[layer], areas.categories),
        values(of: name, earlier.layers[layer], earlier.categories)
      )
    }
    let amounts = PackChange.Amount.adjusted(
      now.indices.map { change(now[$0], before[$0], ratio, dispersion) })
    return amounts.enumerated().map { area, all in
      let disorder = apart.map { $0.0[area] - ratio * $0.1[area] }
      return PackChange.Area(
        all: all, crime: disorder.map { all.difference(ratio: ratio) - $0 },
        antiSocialBehaviour: disorder)
    }
  }
}

extension PackChange.Amount {
  /// Takes a change, and how much counts vary.
  init(_ change: CountChange, _ dispersion: CountDispersion?) {
    self.init(
      current: change.current, earlier: change.earlier, relative: change.relative,
      standardScore: change.standardScore, chance: change.chance,
      dispersion: dispersion?.value, adjusted: change.widenedChance)
  }

  /// Returns amounts whose deciding chances are adjusted for how many there are; those of too few
  /// incidents are not tested, as in the table of change.
  static func adjusted(_ amounts: [PackChange.Amount]) -> [PackChange.Amount] {
    let tested = amounts.map { amount in
      amount.current + amount.earlier < ChangeEvidence.fewest ? nil : amount.adjusted
    }
    return zip(amounts, FalseDiscoveryRate.adjusted(tested)).map { amount, chance in
      var amount = amount
      amount.adjusted = chance ?? 1
      amount.isFew = chance == nil
      return amount
    }
  }
}
