package import Cartography

/// The incidents of the first layer's areas for so many people, ready for the page.
package struct PackRates: Sendable {
  /// An area with its rate.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// Its incidents: whole numbers, or with hours to keep those expected in them.
    package var incidents: Double
    /// Its people; `nil` if the table has none.
    package var population: Double?
    /// The rate; `nil` for an area without people or of unknown population.
    package var rate: Double?
    /// The long-run rates that the count is compatible with; `nil` as the rate, and for estimates.
    package var limits: ClosedRange<Double>?
    /// The rate drawn towards that of all areas.
    package var smoothed: Double?

    /// Describes an area; everything is given.
    package init(
      code: String, name: String, incidents: Double, population: Double?, rate: Double?,
      limits: ClosedRange<Double>?, smoothed: Double?
    ) {
      (self.code, self.name, self.incidents) = (code, name, incidents)
      (self.population, self.rate, self.limits, self.smoothed) = (
        population, rate, limits, smoothed
      )
    }
  }

  /// The word for the areas.
  package let noun: AreaNoun
  /// What the people are: `residents`.
  package let people: String
  /// What rates are of: `per 1,000 residents`.
  package let unit: String
  /// How many people a rate is of.
  package let per: Double
  /// The period in words; `nil` if it is unknown.
  package let period: String?
  /// The areas in the order of their codes.
  package let areas: [Area]
  /// Where the population comes from and what rates are of, sentences without full stops.
  package let method: [String]
  /// What makes rates mean less than they seem to, sentences without full stops.
  package let warnings: [String]
  /// Whether incidents are expected ones.
  package let isEstimate: Bool
  /// The map of rates, as SVG.
  package let map: [UInt8]
  private let shapes: Set<String>
  private let shapePrefix: String

  /// Describes the rates of a layer; everything is given.
  package init(
    noun: AreaNoun, people: String, unit: String, per: Double, period: String?, areas: [Area],
    method: [String], warnings: [String], isEstimate: Bool, map: AreaMap
  ) {
    (self.noun, self.people, self.unit, self.per) = (noun, people, unit, per)
    (self.period, self.areas, self.method, self.warnings) = (period, areas, method, warnings)
    self.isEstimate = isEstimate
    self.map = map.svg()
    shapePrefix = map.drawing.identifierPrefix + "-"
    shapes = map.drawing.shapeNames
  }

  /// Returns the identifier of an area's shape on the page; `nil` where the map does not show it.
  func shape(of area: Area) -> String? {
    let name = "area-" + XMLText.identifier(area.code)
    return shapes.contains(name) ? shapePrefix + name : nil
  }

  /// The rate of all areas with a population together; `nil` without people.
  package var overall: (rate: Double, incidents: Double, population: Double)? {
    let known = areas.filter { $0.rate != nil }
    let people = known.reduce(0) { $0 + ($1.population ?? 0) }
    let incidents = known.reduce(0) { $0 + $1.incidents }
    return people > 0 ? (incidents * per / people, incidents, people) : nil
  }
}
