import Assignment
import Boundaries
import Interchange
import Tables

extension AreaCounts.Result {
  /// Returns what each area's incidents weigh, and all of them; `nil` if categories are not weighed or
  /// counted.
  package func weights(ofLayer index: Int) -> (byArea: [Double], total: Double)? {
    guard let weighing = reading.weighing, categories != nil else { return nil }
    return counts[index].weights(weighing.values)
  }

  /// The columns `weight`, `weight_share` and `weight_rank`; none if categories are not weighed.
  func weightColumns(ofLayer index: Int) -> [Column] {
    weights(ofLayer: index).map { Column.weights($0.byArea, of: $0.total) } ?? []
  }

  /// How the order of the areas changes where they are ranked by weight in place of incidents, for
  /// each layer.
  var weightChoices: [Choice] {
    guard let weighing = reading.weighing else { return [] }
    let changes = counts.indices.compactMap { RankChange(of: self, layer: $0) }
    if changes.isEmpty { return [] }
    return [
      Choice(
        "weight_ranks", .array(changes.map(\.json)),
        sentences: changes.compactMap { $0.sentence(weighing.weights.name) })
    ]
  }

  /// How the order of a layer's areas changes, in at most one sentence.
  func rankSentences(ofLayer index: Int) -> [String] {
    guard let name = reading.weighing?.weights.name else { return [] }
    return [RankChange(of: self, layer: index)?.sentence(name)].compactMap(\.self)
  }

  /// How the leading areas differ by weight and by incidents.
  private struct RankChange {
    let layer: String
    let leading: Int
    /// The codes of the leading areas by weight that do not lead by incidents.
    let others: [String]

    /// Compares the leading areas of a layer: ten, or half of few; `nil` for fewer than four areas.
    init?(of areas: AreaCounts.Result, layer index: Int) {
      guard let weights = areas.weights(ofLayer: index), weights.total > 0 else { return nil }
      let layer = areas.input.boundaries.layers[index]
      guard layer.areaCount >= 4 else { return nil }
      let leading = min(10, layer.areaCount / 2)
      let ranks = LayerCounts.ranks(areas.counts[index].amounts)
      let weightRanks = Column.weightRanks(weights.byArea)
      self.layer = layer.name
      self.leading = leading
      others = (0..<layer.areaCount).filter { area in
        weights.byArea[area] > 0 && weightRanks[area] <= leading && ranks[area] > leading
      }.map { layer.codes[$0] }
    }

    func sentence(_ name: String) -> String {
      let count = others.isEmpty ? "none" : "\(others.count)"
      return "\(count) of the \(leading) leading areas of '\(layer)' by \(name) "
        + "\(others.count > 1 ? "are" : "is") not among the \(leading) by count"
    }

    var json: JSONValue {
      .object([
        .init("layer", .text(layer)), .init("leading", .integer(leading)),
        .init("not_leading_by_count", .array(others.map(JSONValue.text))),
      ])
    }
  }
}
