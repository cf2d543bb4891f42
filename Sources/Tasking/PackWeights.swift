package import Cartography

/// What the incidents of a layer weigh, with the counts beside it, ready for the page.
package struct PackWeights: Sendable {
  /// One area of the layer.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// What its incidents weigh.
    package var weight: Double
    /// Its place by weight, equal ones sharing one.
    package var rank: Int
    /// Its incidents: whole numbers, or with hours to keep those expected in them.
    package var incidents: Double
    /// Its place by incidents.
    package var countRank: Int

    /// Describes an area.
    package init(
      code: String, name: String, weight: Double, rank: Int, incidents: Double, countRank: Int
    ) {
      (self.code, self.name, self.weight, self.rank) = (code, name, weight, rank)
      (self.incidents, self.countRank) = (incidents, countRank)
    }
  }

  /// What the values are called: `harm`.
  package let name: String
  /// The word for the areas.
  package let noun: AreaNoun
  /// The areas, the heaviest first.
  package let areas: [Area]
  /// What is said of weights and counts, sentences without full stops.
  package let sentences: [String]
  /// Whether incidents are expected ones.
  package let isEstimate: Bool
  /// The map of weights, as SVG.
  package let map: [UInt8]

  /// Describes the weights of a layer.
  package init(
    name: String, noun: AreaNoun, areas: [Area], sentences: [String], isEstimate: Bool, map: AreaMap
  ) {
    (self.name, self.noun, self.sentences) = (name, noun, sentences)
    self.areas = areas.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    self.isEstimate = isEstimate
    self.map = map.svg()
  }
}
