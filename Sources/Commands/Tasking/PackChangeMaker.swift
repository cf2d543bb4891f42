import Assignment
import Boundaries
import HotspotAnalysis
import Incidents
import Interchange
import Statistics
import Tables
import Tasking

/// Makes of the earlier periods what the page of a pack says of change.
struct PackChangeMaker {
  let findings: ChangeFindings
  let analysis: AreaAnalysis
  /// Whether incidents count with their chance of lying in the hours to keep.
  let usesHours: Bool

  /// What the page says, one for each earlier period.
  var contents: [PackChange] {
    guard let days = findings.days else { return [] }
    return findings.earlier.map { earlier in
      let ratio = Double(days.days) / Double(earlier.days.days)
      let categories = categories(beside: earlier.areas, ratio)
      let split = CrimeSplit(categories.map(\.name))
      let disorder = split.map { categories[$0.position].amount }
      let total = change(total(of: analysis), total(of: earlier.areas), ratio)
      return PackChange(
        name: earlier.name, period: days.words, days: days.days, isCut: findings.isCut,
        earlierPeriod: earlier.days.words, earlierDays: earlier.days.days,
        categories: Self.adjusted(categories),
        layers: analysis.counts.indices.map { layer in
          areas(
            ofLayer: layer, beside: earlier.areas, ratio,
            disorder: split.map { categories[$0.position].name })
        }, total: total,
        crime: disorder.map {
          change(total.current - $0.current, total.earlier - $0.earlier, ratio)
        }, antiSocialBehaviour: disorder, isWeighted: usesHours)
    }
  }

  /// Returns categories with their chances adjusted for how many are looked at.
  private static func adjusted(
    _ categories: [(name: String, amount: PackChange.Amount)]
  ) -> [(name: String, amount: PackChange.Amount)] {
    let chances = FalseDiscoveryRate.adjusted(categories.map(\.amount.chance))
    return zip(categories, chances).map { category, chance in
      var amount = category.amount
      amount.chance = chance ?? 1
      return (category.name, amount)
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
          .init("incidents", .real(change.total.current)),
          .init("earlier_incidents", .real(change.total.earlier)),
          .init("z", .real(change.total.standardScore)),
          .init("p", .real(change.total.chance)),
        ])
      })
  }

  // MARK: -

  private func change(_ current: Double, _ earlier: Double, _ ratio: Double) -> PackChange.Amount {
    let change = CountChange(current: current, earlier: earlier, ratio: ratio)
    return PackChange.Amount(
      current: current, earlier: earlier, relative: change.relative,
      standardScore: change.standardScore, chance: change.chance)
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

  private func categories(
    beside earlier: AreaAnalysis, _ ratio: Double
  ) -> [(name: String, amount: PackChange.Amount)] {
    let (now, before) = (categoryTotals(of: analysis), categoryTotals(of: earlier))
    var names: [String: String] = [:]
    for list in [analysis.categories, earlier.categories].compactMap(\.self) {
      for (key, label) in zip(list.keys, list.labels) { names[key] = label }
    }
    return names.sorted { $0.key < $1.key }.map { key, name in
      (name, change(now[key] ?? 0, before[key] ?? 0, ratio))
    }
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

  private func areas(
    ofLayer layer: Int, beside earlier: AreaAnalysis, _ ratio: Double, disorder: String?
  ) -> [PackChange.Area] {
    let (now, before) = (values(of: analysis, layer: layer), values(of: earlier, layer: layer))
    let apart = disorder.map { name in
      (values(of: name, analysis, layer: layer), values(of: name, earlier, layer: layer))
    }
    var areas = now.indices.map { area in
      let all = change(now[area], before[area], ratio)
      let disorder = apart.map { $0.0[area] - ratio * $0.1[area] }
      return PackChange.Area(
        all: all, crime: disorder.map { all.difference(ratio: ratio) - $0 },
        antiSocialBehaviour: disorder)
    }
    let adjusted = FalseDiscoveryRate.adjusted(areas.map(\.all.chance))
    for (area, chance) in adjusted.enumerated() { areas[area].all.chance = chance ?? 1 }
    return areas
  }
}
