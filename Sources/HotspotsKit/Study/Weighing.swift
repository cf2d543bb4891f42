import Assignment
import Cartography
package import Incidents
import Interchange

/// What the incidents of a study weigh, category by category.
///
/// A category's weight is its incidents times its value, with hours those expected in them. Sums go
/// through the categories in their order, so that they are the same for any order of the incidents.
package struct Weighing: Sendable {
  /// A category.
  package struct Row: Sendable, Equatable {
    /// Its name; `not_recorded` for the blank one.
    package let name: String
    /// Its incidents in the first layer, or all without areas.
    package let incidents: Int
    /// What they count for: with hours, those expected in them.
    package let amount: Double
    /// What an incident weighs; `nil` if the table does not tell.
    package let value: Double?

    /// What all of them weigh.
    package var weight: Double { amount * (value ?? 0) }
  }

  /// The table.
  package let weights: CategoryWeights
  /// The categories, in the order of the list.
  package let rows: [Row]
  /// Whether incidents count with their probability of lying in the hours asked for.
  let isEstimate: Bool

  /// Weighs what was counted.
  ///
  /// - Parameters:
  ///   - weights: The table.
  ///   - categories: The categories.
  ///   - shares: What the workers counted, with the names of their categories.
  ///   - isEstimate: Whether incidents count with their probability of lying in the hours asked for.
  init(
    _ weights: CategoryWeights, _ categories: CategoryList,
    _ shares: [(counts: StudyTally.Counts, categories: [String])], isEstimate: Bool
  ) {
    var incidents = [Int](repeating: 0, count: categories.names.count)
    var expected = [ExpectedCount](repeating: ExpectedCount(), count: incidents.count)
    for share in shares {
      for (number, name) in share.categories.enumerated() {
        guard let category = categories.names.firstIndex(of: name) else { continue }
        if number < share.counts.byCategory.count {
          incidents[category] += share.counts.byCategory[number]
        }
        if number < share.counts.expectedByCategory.count {
          expected[category].merge(share.counts.expectedByCategory[number])
        }
      }
    }
    self.weights = weights
    self.isEstimate = isEstimate
    rows = categories.names.indices.map { category in
      Row(
        name: categories.labels[category], incidents: incidents[category],
        amount: isEstimate ? expected[category].expected : Double(incidents[category]),
        value: weights.value(of: categories.names[category]))
    }
  }

  /// What an incident of each category weighs; `nil` if the table does not tell.
  package var values: [Double?] { rows.map(\.value) }
  /// What the incidents count for without weights.
  package var amount: Double { rows.reduce(0) { $0 + $1.amount } }
  /// What all incidents weigh.
  package var weight: Double { rows.reduce(0) { $0 + $1.weight } }

  /// The categories of the incidents that the table gives no value, which weigh nothing.
  package var unweighted: [CategoryWeightsError.Unweighted] {
    rows.filter { $0.value == nil && $0.incidents > 0 }.map { row in
      .init(
        category: row.name, incidents: row.incidents, isAmbiguous: weights.isAmbiguous(row.name))
    }
  }

  /// The category whose share of the weight differs most from its share of the incidents, of those
  /// that have a value; `nil` if nothing weighs anything.
  package var widestGap: (row: Row, share: Double, weightShare: Double)? {
    let (amount, weight) = (amount, weight)
    guard amount > 0, weight > 0 else { return nil }
    let shares = rows.filter { $0.value != nil && $0.incidents > 0 }.map { row in
      (row: row, share: row.amount / amount, weightShare: row.weight / weight)
    }
    // Of two categories the gaps are the same: the one that weighs more is told.
    func gap(_ row: (row: Row, share: Double, weightShare: Double)) -> (Double, Double) {
      let gap = row.weightShare - row.share
      return ((abs(gap) * 1e9).rounded(), gap)
    }
    return shares.max { gap($0) < gap($1) }
  }

  /// What people should know: categories that weigh nothing for want of a value.
  var findings: [Finding] {
    unweighted.isEmpty ? [] : [.unweighted(unweighted, path: weights.path)]
  }

  /// How incidents were weighed, and what that shows.
  var choices: [Choice] {
    [
      Choice(
        "weights", json, sentences: [tableSentence] + [gapSentence].compactMap(\.self))
    ]
  }

  // MARK: - Words

  /// The sentence about the widest gap: `Robbery is 4.5% of incidents and 43.0% of harm`, with bases.
  package var gapSentence: String? {
    guard let (row, share, weightShare) = widestGap else { return nil }
    return "\(row.name) is \(NumberWords.percent(share)) of incidents"
      + "\(isEstimate ? " (estimated)" : "") and \(NumberWords.percent(weightShare)) of "
      + "\(weights.name) (\(words(ofAmount: row.amount)) of \(words(ofAmount: amount)); "
      + "\(Self.words(row.weight)) of \(Self.words(weight)))"
  }

  /// What figures say of it: what the weights are, what weighs nothing, and how counts differ.
  package var figureWords: String {
    let unweighted = unweighted.map(\.category)
    return [
      "Each incident counts by its category's \(weights.name), not for one.",
      unweighted.isEmpty
        ? nil : "Without a value, and so without weight: \(unweighted.joined(separator: ", ")).",
      gapSentence.map { "\($0)." },
    ].compactMap(\.self).joined(separator: " ")
  }

  private var tableSentence: String {
    let matches = rows.filter { $0.value != nil }.map { weights.match(of: $0.name) ?? .name }
    let ways = [
      matches.contains(.name) ? "by name" : nil, matches.contains(.code) ? "by code" : nil,
    ].compactMap(\.self).joined(separator: " and ")
    let unused = weights.unusedRows(for: rows.map(\.name))
    return "\(weights.name): each incident counts by its category's "
      + "'\(weights.valueColumn)' in '\(weights.path)', found for \(matches.count) of "
      + "\(rows.count) categories\(ways.isEmpty ? "" : " \(ways)"); "
      + "\(NumberWords.grouped(unused)) \(unused == 1 ? "row is" : "rows are") not used"
  }

  private func words(ofAmount amount: Double) -> String {
    NumberWords.decimal(amount, places: isEstimate ? 1 : 0)
  }

  /// Returns a weight as people read it: whole from a hundred up.
  package static func words(_ weight: Double) -> String {
    NumberWords.decimal(weight, places: weight >= 100 || weight == weight.rounded() ? 0 : 1)
  }

  private var json: JSONValue {
    let (amount, total) = (amount, weight)
    return .object([
      .init("path", .text(weights.path)), .init("name", .text(weights.name)),
      .init("key_columns", .array(weights.keyColumns.map(JSONValue.text))),
      .init("value_column", .text(weights.valueColumn)),
      .init("rows", .integer(weights.rowCount)),
      .init("unused_rows", .integer(weights.unusedRows(for: rows.map(\.name)))),
      .init("weight", .real(total)),
      .init(
        "categories",
        .array(
          rows.map { row in
            .object([
              .init("category", .text(row.name)), .init("incidents", .integer(row.incidents)),
              .init("share", .optional(amount > 0 ? row.amount / amount : nil)),
              .init("value", .optional(row.value)),
              .init("matched_by", .optional(weights.match(of: row.name)?.word)),
              .init("weight", .real(row.weight)),
              .init("weight_share", .optional(total > 0 ? row.weight / total : nil)),
            ])
          })),
    ])
  }
}

extension CategoryWeights.Match {
  /// The stable name that manifests use.
  fileprivate var word: String {
    switch self {
    case .name: "name"
    case .code: "code"
    }
  }
}
