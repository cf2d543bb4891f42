import Assignment
import Tasking
import Boundaries
import Cartography
import HotspotAnalysis
import Tables

/// What incidents weigh, by category and by area, beside how many they are.
struct HarmChapter: AssessmentChapter {
  private let areas: MethodPass<AreaCounts>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    guard plan.options.weights != nil else { throw SectionAbsence.noWeights }
    areas = passes.areas
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let areas = areas.result
    guard let weighing = areas.reading.weighing else { throw SectionAbsence.noWeights }
    let (layer, name) = (plan.listedLayer, weighing.weights.name)
    let noun = plan.noun(ofLayer: layer)
    var section = AssessedSection(
      .harm, of: areas.reading, choices: weighing.choices + areas.weightChoices,
      findings: weighing.findings)
    section.reconciliation = areas.reconciliations[layer]
    section.sentences =
      [weighing.gapSentence, areas.leadingByWeight(ofLayer: layer, noun.singular)]
      .compactMap { $0?.pageSentence() }
    section.summary = section.sentences.first
    let table = weighing.table
    section.tables = [
      AssessedTable(
        path: "harm-categories.csv", table: table, caption: "Categories by \(name)",
        columns: [
          .init("category", "Category", .words),
          .init("incidents", "Incidents", .number(places: 0)),
          .init("share", "of all", .percentage),
          .init("value", "Each", .number(places: 0), unit: name),
          .init("weight", name.pageHeading, .number(places: 0)),
          .init("weight_share", "of all", .percentage, unit: name),
        ], totals: 1),
      AssessedTable(
        path: plan.areaPath(ofLayer: layer), layer: layer, of: areas,
        caption: "\(noun.plural.pageHeading) by \(name)", byWeight: name),
    ]
    section.figures = [.map(of: areas, layer: layer, plan, showsWeights: true)]
    section.sources = [.shermanHarm]
    section.method = [
      "Each incident counts by its category's \(name) in \(FileNames.name(of: weighing.weights.path)), "
        + "not for one. An area that few but grave offences lead ranks higher so than by count."
    ]
    let unweighted = weighing.unweighted
    if !unweighted.isEmpty {
      section.leftOut.append(
        "Without a value, and so without weight: "
          + unweighted.map { "\($0.category) (\(NumberWords.grouped($0.incidents)))" }
          .joined(separator: ", ") + ".")
    }
    return section
  }
}

extension Weighing {
  /// The categories by falling weight, then their sum: `category`, `incidents`, `share`, `value`, `weight`,
  /// `weight_share`; with hours `expected`, which shares and weights are then of.
  var table: FeatureTable {
    let sorted = rows.indices.filter { rows[$0].incidents > 0 }
      .sorted { (rows[$1].weight, $0) < (rows[$0].weight, $1) }.map { rows[$0] }
    let (all, total) = (amount, weight)
    let incidents = sorted.map(\.incidents) + [rows.reduce(0) { $0 + $1.incidents }]
    let amounts = sorted.map(\.amount) + [all]
    let weights = sorted.map(\.weight) + [total]
    var columns = [
      Column("category", .text(sorted.map(\.name) + ["Total"])),
      Column("incidents", .integers(incidents)),
      Column("share", .reals(amounts.map { all > 0 ? $0 / all : nil })),
      Column("value", .reals(sorted.map(\.value) + [nil])),
      Column("weight", .reals(weights)),
      Column("weight_share", .reals(weights.map { total > 0 ? $0 / total : nil })),
    ]
    if isEstimate { columns.append(Column("expected", .reals(amounts))) }
    return FeatureTable(name: "harm", columns: columns)
  }
}

extension AreaCounts.Result {
  /// Which area leads by weight and which by count: `West End leads by harm (12.3% of 45,000) and by
  /// count`; `nil` without weight or with too few incidents.
  func leadingByWeight(ofLayer index: Int, _ noun: String) -> String? {
    guard let weighing = reading.weighing, let weights = weights(ofLayer: index),
      weights.total > 0
    else { return nil }
    let (amounts, layer) = (counts[index].amounts, input.boundaries.layers[index])
    let areas = amounts.indices.filter { counts[index].totals[$0] >= SmallNumbers.fewest }
    guard let first = areas.max(by: { (weights.byArea[$0], $1) < (weights.byArea[$1], $0) }),
      weights.byArea[first] > 0
    else { return nil }
    let busier = amounts.count { $0 > amounts[first] }
    let name = layer.names[first].isEmpty ? layer.codes[first] : layer.names[first]
    return "\(name) leads by \(weighing.weights.name), with "
      + "\(NumberWords.percent(weights.byArea[first] / weights.total)) of "
      + "\(Weighing.words(weights.total))"
      + (busier == 0
        ? ", and by count" : "; by count it is the \(AreaProfile.ordinal(busier + 1)) \(noun)")
  }
}
