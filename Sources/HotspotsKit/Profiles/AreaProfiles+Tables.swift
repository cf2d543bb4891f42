import Assignment
import Boundaries
import HotspotAnalysis
import Incidents
public import Tables

extension AreaProfiles.Result {
  /// How many leading categories the table has.
  package static let leadingCategories = 4

  /// A row for each area in the order of their codes.
  ///
  /// The columns are `code`, `name`, `incidents`, `share`, `rank`, `leading_1` to `leading_4` (by
  /// incidents, equal ones in the order of the categories), `leading_weight` (the category that weighs
  /// most), `over_represented`, `issues` (both joined by `; `), `volume_priority`, `resident_share`, `night_share`, `change`
  /// (of incidents a day, a fraction), `evidence` (of change); with hours `expected`; with weights
  /// `weight`, `weight_share` and `weight_rank`; with a population `population`, `rate`, `rate_low`,
  /// `rate_high` and `rate_smoothed`. What was not asked for or cannot be told is `nil`.
  public var table: FeatureTable {
    let boundaries = reading.requiredInput.boundaries
    return FeatureTable(
      name: "profiles", columns: columns, geometry: .areas(boundaries.layers[0].outlines),
      crs: boundaries.crs)
  }

  /// A row for each category in each area, those without incidents too: areas in the order of their
  /// codes, categories in that of the list.
  ///
  /// The columns are `code`, `category`, `incidents`, `share` (of the area's incidents), `lq`, `lq_low`,
  /// `lq_high` (location quotient with its 95 % interval; `nil` where the area or the category has no
  /// incident, the interval also where the area has none of the category), `rank` (the area's place in the
  /// category); with hours `expected`.
  public var longTable: FeatureTable {
    let pairs = self.pairs
    let quotients = pairs.map { mix.quotient(of: $0.category, in: $0.area) }
    let counts = counts
    var columns =
      pairColumns(pairs, areaNames: false) + [
        Column("incidents", .integers(pairs.map { counts.byCategory[$0.category][$0.area] })),
        Column(
          "share",
          .reals(
            pairs.map { pair in
              let whole = mix.byArea[pair.area]
              return whole > 0 ? mix.amounts[pair.category][pair.area] / whole : nil
            })),
        Column("lq", .reals(quotients.map { $0?.value })),
        Column("lq_low", .reals(quotients.map { $0?.interval?.low })),
        Column("lq_high", .reals(quotients.map { $0?.interval?.high })),
        Column("rank", .integers(pairs.map { mix.ranks[$0.category][$0.area] })),
      ]
    if usesHours {
      columns.append(Column("expected", .reals(pairs.map { mix.amounts[$0.category][$0.area] })))
    }
    return FeatureTable(name: "profiles_long", columns: columns)
  }

  /// Which area's nights hold which part of which category: a row for each category in each area.
  ///
  /// The columns are `code`, `name`, `category`, `incidents` (with a time of day), `night_expected`,
  /// `share_of_category` (of all incidents of the category with a time of day, by day or night) and
  /// `share_of_night` (of the area's night). Expected incidents add up to those of the night. If nothing can be told
  /// of it, expected incidents and shares are `nil`.
  public var nightTable: FeatureTable {
    let pairs = self.pairs
    let counted = pairs.map { nights?.counts[$0.category][$0.area] ?? ExpectedCount() }
    if let nights, !pairs.isEmpty {
      precondition(
        counted.reduce(into: ExpectedCount()) { $0.merge($1) } == nights.all
          && nights.all.incidents + untimed == reading.reconciliations[0].assignedIncidents,
        "AreaProfiles: the incidents of the nights and the assigned differ")
    }
    func share(_ part: ExpectedCount, of whole: Double) -> Double? {
      whole > 0 ? part.expected / whole : nil
    }
    return FeatureTable(
      name: "profiles_nights",
      columns: pairColumns(pairs, areaNames: true) + [
        Column("incidents", .integers(counted.map(\.incidents))),
        Column("night_expected", .reals(counted.map { nights == nil ? nil : $0.expected })),
        Column(
          "share_of_category",
          .reals(
            zip(pairs, counted).map { pair, count in
              nights.flatMap { share(count, of: Double($0.byCategory[pair.category].incidents)) }
            })),
        Column(
          "share_of_night",
          .reals(
            zip(pairs, counted).map { pair, count in
              nights.flatMap { share(count, of: $0.byArea[pair.area].expected) }
            })),
      ])
  }

  /// The table as people read it: the columns that fit beside each other.
  package var printedTable: FeatureTable {
    let shown = [
      "name", "incidents", "expected", "share", "leading_1", "leading_2", "over_represented",
      "night_share", "change",
    ]
    return FeatureTable(
      name: "profiles",
      columns: columns.filter { column in
        guard shown.contains(column.name) else { return false }
        return (0..<column.values.count).contains { !column.values.description(at: $0).isEmpty }
      })
  }

  // MARK: -

  /// Whether incidents count by their chance of lying in hours that were asked for.
  package var usesHours: Bool { !counts.expected.isEmpty }

  /// The incidents without a time of day.
  package var untimed: Int {
    reading.reconciliations[0].assignedIncidents - (nights?.all.incidents ?? 0)
  }

  /// The names of the categories, in the order of the list.
  package var categories: [String] { reading.categories?.labels ?? [] }

  /// What each category weighs most in an area; `nil` where nothing weighs anything.
  package func leadingWeight(in area: Int) -> (category: Int, weight: Double)? {
    guard let values = reading.weighing?.values else { return nil }
    let weights = values.enumerated().map { mix.amounts[$0][area] * ($1 ?? 0) }
    guard let most = weights.max(), most > 0, let category = weights.firstIndex(of: most) else {
      return nil
    }
    return (category, most)
  }

  private var columns: [Column] {
    let layer = reading.requiredInput.boundaries.layers[0]
    let areas = Array(0..<layer.areaCount)
    let leading = areas.map(mix.leading)
    let names = categories
    func joined(_ categories: [Int]) -> String? {
      categories.isEmpty ? nil : categories.map { names[$0] }.joined(separator: "; ")
    }
    let rows = changes?.rows
    var columns = [
      Column("code", .text(layer.codes.map(Optional.some))),
      Column("name", .text(layer.names.map(Optional.some))),
      Column("incidents", .integers(counts.totals.map(Optional.some))),
      Column("share", .reals(mix.byArea.map { mix.total > 0 ? $0 / mix.total : nil })),
      Column("rank", .integers(LayerCounts.ranks(mix.byArea).map(Optional.some))),
    ]
    columns += (0..<Self.leadingCategories).map { place in
      Column(
        "leading_\(place + 1)",
        .text(leading.map { $0.count > place ? names[$0[place]] : nil }))
    }
    columns += [
      Column(
        "leading_weight", .text(areas.map { leadingWeight(in: $0).map { names[$0.category] } })),
      Column(
        "over_represented",
        .text(areas.map { joined(mix.overRepresented(in: $0).map(\.category)) })),
      Column(
        "issues",
        .text(
          areas.map { area in
            let issues = issues(ofArea: area)
            return issues.isEmpty ? nil : issues.joined(separator: "; ")
          })),
      Column(
        "volume_priority", .text(areas.map { volumePriority(ofArea: $0).map { names[$0] } })),
      Column("resident_share", .reals(areas.map { residents?.share(ofArea: $0) ?? nil })),
      Column("night_share", .reals(areas.map { nights?.share(ofArea: $0) ?? nil })),
      Column("change", .reals(areas.map { rows?[$0].change.relative ?? nil })),
      Column("evidence", .text(areas.map { rows?[$0].verdict?.evidence.rawValue })),
    ]
    if usesHours { columns.append(Column("expected", .reals(mix.byArea.map(Optional.some)))) }
    if let weights { columns += Column.weights(weights.byArea, of: weights.total) }
    return columns + (rates?.columns ?? [])
  }

  /// All areas with all categories.
  private var pairs: [(area: Int, category: Int)] {
    mix.byArea.indices.flatMap { area in mix.amounts.indices.map { (area, $0) } }
  }

  private func pairColumns(
    _ pairs: [(area: Int, category: Int)], areaNames: Bool
  ) -> [Column] {
    let layer = reading.requiredInput.boundaries.layers[0]
    let names = categories
    return [Column("code", .text(pairs.map { layer.codes[$0.area] }))]
      + (areaNames ? [Column("name", .text(pairs.map { layer.names[$0.area] }))] : [])
      + [Column("category", .text(pairs.map { names[$0.category] }))]
  }
}
