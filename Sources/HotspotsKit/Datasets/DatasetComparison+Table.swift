package import Boundaries
import HotspotAnalysis
public import Tables

extension DatasetComparison {
  /// How far each pair of datasets agrees: a row for each pair and for what they are compared by.
  ///
  /// `dataset_1`, `dataset_2`, `of` (`areas`, `hours` of the day, `week`: quarters of its days), `n` (how
  /// many of these), `incidents_1` and `incidents_2` in them, `spearman`, `p`, `p_adjusted`, `in_both` (how
  /// many are in the first fifth of both), `first_in_both` (up to five of them), `apart` (how many rank at
  /// least a fifth of all apart), `furthest_apart` (up to three of them, each with both ranks).
  public var agreementTable: FeatureTable {
    func agreements(_ value: (RankAgreement) -> Double?) -> ColumnValues {
      .reals(pairs.map { $0.agreement.flatMap(value) })
    }
    return FeatureTable(
      name: "agreement",
      columns: [
        Column("dataset_1", .text(pairs.map { datasets[$0.first].name })),
        Column("dataset_2", .text(pairs.map { datasets[$0.second].name })),
        Column("of", .text(pairs.map(\.subject.rawValue))),
        Column("n", .integers(pairs.map { $0.agreement?.count })),
        Column("incidents_1", agreements(\.firstTotal)),
        Column("incidents_2", agreements(\.secondTotal)),
        Column("spearman", agreements(\.spearman)),
        Column("p", agreements(\.p)),
        Column("p_adjusted", .reals(pairs.map(\.adjusted))),
        Column("in_both", .integers(pairs.map { $0.agreement?.shared.count })),
        Column("first_in_both", .text(pairs.map { sharedNames(of: $0, limit: 5) })),
        Column("apart", .integers(pairs.map { $0.agreement?.apart.count })),
        Column("furthest_apart", .text(pairs.map(apartNames))),
      ])
  }

  private func sharedNames(of pair: DatasetPair, limit: Int) -> String? {
    guard let places = pair.agreement?.shared, !places.isEmpty else { return nil }
    return places.prefix(limit).map { name(of: $0.item, pair.subject) }.joined(separator: "; ")
  }

  private func apartNames(of pair: DatasetPair) -> String? {
    guard let places = pair.agreement?.apart, !places.isEmpty else { return nil }
    return places.prefix(3)
      .map { "\(name(of: $0.item, pair.subject)) (\($0.first), \($0.second))" }
      .joined(separator: "; ")
  }

  /// Returns what an area, an hour or a quarter of a day is called: `Candlemarket`, `22:00`, `Fri 18:00`.
  func name(of item: Int, _ subject: DatasetPair.Subject) -> String {
    switch subject {
    case .areas:
      let layer = self.layer
      return layer.names[item].isEmpty ? layer.codes[item] : layer.names[item]
    case .hours: return HourTable.hourNames[item]
    case .week: return HourOfWeek(item * 6).description
    }
  }

  /// The areas.
  package var layer: BoundaryLayer { datasets[0].areas.input.boundaries.layers[0] }
}
