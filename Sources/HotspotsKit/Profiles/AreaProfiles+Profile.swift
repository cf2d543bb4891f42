import Assignment
import Boundaries
import HotspotAnalysis
import Incidents
import Tables
package import Tasking

extension AreaProfiles.Result {
  /// What areas are called.
  package var noun: AreaNoun {
    let layer = reading.requiredInput.boundaries.layers[0]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  /// All areas in words: `all 20 wards`.
  package var whole: String { Self.whole(mix.byArea.count, noun) }

  /// Returns all areas in words: `all 20 wards`, `both wards`, `the ward`.
  static func whole(_ areas: Int, _ noun: AreaNoun) -> String {
    switch areas {
    case 1: "the \(noun.singular)"
    case 2: "both \(noun.plural)"
    default: "all \(CountWords.lower(areas)) \(noun.plural)"
    }
  }

  /// Returns what is known of each area, in the order of their codes.
  ///
  /// - Complexity: O(*k* *n* (*n* + log *k*)) for *n* areas and *k* categories.
  package var profiles: [AreaProfile] { mix.byArea.indices.map(profile) }

  /// Returns what is known of an area.
  ///
  /// - Parameter area: Its position.
  /// - Returns: The facts.
  package func profile(ofArea area: Int) -> AreaProfile {
    let layer = reading.requiredInput.boundaries.layers[0]
    let leading = mix.leading(in: area).map { category($0, in: area) }
    let byName = Dictionary(uniqueKeysWithValues: leading.map { ($0.name, $0) })
    return AreaProfile(
      code: layer.codes[area], name: layer.names[area], noun: noun, areas: mix.byArea.count,
      categoryCount: mix.byCategory.count { $0 > 0 }, isEstimate: usesHours,
      part: .init(amount: mix.byArea[area], whole: mix.total),
      rank: Self.rank(area, LayerCounts.ranks(mix.byArea)), categories: leading,
      overRepresented: mix.overRepresented(in: area).compactMap { byName[categories[$0.category]] },
      leadingPlaces: mix.leadingPlaces(of: area).compactMap { byName[categories[$0.category]] },
      weight: weights.map { .init(amount: $0.byArea[area], whole: $0.total) },
      weightRank: weights.map { Self.rank(area, Column.weightRanks($0.byArea)) },
      weightName: reading.weighing?.weights.name ?? "", night: night(of: area),
      residents: residents.map { .init(amount: $0.residents[area], whole: $0.known[area]) },
      change: changes.map { ($0.rows[area], $0.periods) })
  }

  private func category(_ category: Int, in area: Int) -> AreaProfile.Category {
    let weight: (part: AreaProfile.Part, ofAll: Double)? = weights.flatMap { weights in
      guard let value = reading.weighing?.values[category] else { return nil }
      return (
        .init(amount: mix.amounts[category][area] * value, whole: weights.byArea[area]),
        weights.total > 0 ? mix.byCategory[category] * value / weights.total : 0
      )
    }
    return AreaProfile.Category(
      name: categories[category],
      part: .init(amount: mix.amounts[category][area], whole: mix.byArea[area]),
      shareOfAll: mix.total > 0 ? mix.byCategory[category] / mix.total : 0,
      quotient: mix.quotient(of: category, in: area),
      rank: Self.rank(area, mix.ranks[category]), weight: weight?.part,
      weightShareOfAll: weight?.ofAll)
  }

  private func night(of area: Int) -> AreaProfile.Night? {
    guard let nights else { return nil }
    let parts = nights.counts.indices.map { category in
      AreaProfile.Part(
        amount: nights.counts[category][area].expected,
        whole: Double(nights.byCategory[category].incidents))
    }
    let enough = parts.indices.filter { parts[$0].amount >= Double(SmallNumbers.fewest) }
    let leading = enough.max { (parts[$0].share, $1) < (parts[$1].share, $0) }
    let count = nights.byArea[area]
    return AreaProfile.Night(
      hours: nights.hours, part: .init(amount: count.expected, whole: Double(count.incidents)),
      shareOfAll: nights.share ?? 0,
      leading: categories.isEmpty ? nil : leading.map { (categories[$0], parts[$0]) })
  }

  private static func rank(_ area: Int, _ ranks: [Int]) -> AreaProfile.Rank {
    let place = ranks[area]
    return .init(place: place, level: ranks.count { $0 == place } - 1)
  }
}
