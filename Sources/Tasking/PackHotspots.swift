package import Cartography

/// The hotspots and where incidents lie closest, as the page of a pack says it.
package struct PackHotspots: Sendable {
  /// One hotspot of the list.
  package struct Hotspot: Sendable, Equatable {
    /// Its rank by incidents, which equal ones share; its position in the list is its number on maps.
    package var rank: Int
    /// What people call it.
    package var name: String
    /// Its position, where the name does not say it.
    package var position: String?
    /// Its incidents, or with hours to keep those expected in them.
    package var incidents: Double
    /// Their part of all.
    package var share: Double
    /// Its ground.
    package var squareKilometres: Double
    /// How many times the average density it has.
    package var timesAverage: Double
    /// The four hours of the week with most, in words; `nil` if the data has no times.
    package var hours: String?
    /// The part of its incidents expected in these hours.
    package var hoursShare: Double?
    /// Its leading categories.
    package var categories: [Category]
    /// Whether it is new, persistent or fading, in a word or two; `nil` if the months do not tell.
    package var history: String?

    /// A category in a hotspot, beside the study area.
    package struct Category: Sendable, Equatable {
      /// The name.
      package var name: String
      /// Its part of the hotspot's incidents.
      package var share: Double
      /// Its part of the study area's incidents.
      package var studyAreaShare: Double

      /// Describes a category.
      package init(name: String, share: Double, studyAreaShare: Double) {
        self.name = name
        self.share = share
        self.studyAreaShare = studyAreaShare
      }
    }

    /// Describes a hotspot; everything is given.
    package init(
      rank: Int, name: String, position: String?, incidents: Double, share: Double,
      squareKilometres: Double, timesAverage: Double, hours: String?, hoursShare: Double?,
      categories: [Category]
    ) {
      self.rank = rank
      self.name = name
      self.position = position
      self.incidents = incidents
      self.share = share
      self.squareKilometres = squareKilometres
      self.timesAverage = timesAverage
      self.hours = hours
      self.hoursShare = hoursShare
      self.categories = categories
    }
  }

  /// What makes ground a hotspot.
  package enum Rule: Sendable, Equatable {
    /// The densest quarter of the surface, where it joins and holds so many incidents; of a surface of
    /// their own, where it is not that of the map, with its measures in words.
    case densest(minimumIncidents: Int, ownSurface: String? = nil)
    /// Areas that are significantly busier than chance explains, joined over shared borders: so many
    /// of those tested; none where they do not differ.
    case significant(AreaNoun, standingOut: Int, tested: Int)
  }

  /// The map of the density with the hotspots' numbers, as SVG; `nil` if there is no density.
  package let map: [UInt8]?
  /// The hotspots by rank, in the order of their numbers on maps.
  package let hotspots: [Hotspot]
  /// Their close-ups, in the same order; none where they are not made.
  package let cards: [HotspotCard]
  /// How many places hold enough incidents, listed or not.
  package let qualifying: Int
  /// Whether a place that is not listed has as many incidents as the last one that is.
  package let isCutThroughTie: Bool
  /// What makes ground a hotspot.
  package let rule: Rule
  /// The ground of the study area.
  package let squareKilometres: Double
  /// The highest density, in incidents per square kilometre.
  package let peak: Double
  /// Whether incidents count with their chance of lying in the hours to keep.
  package let isWeighted: Bool
  /// What to do where one hotspot holds much of all incidents, in a sentence; `nil` if none does.
  package let advice: String?
  private let shapePrefix: String

  /// Describes the places; everything is given.
  package init(
    map: IsoplethMap?, hotspots: [Hotspot], cards: [HotspotCard] = [], qualifying: Int,
    isCutThroughTie: Bool,
    rule: Rule, squareKilometres: Double, peak: Double, isWeighted: Bool,
    advice: String? = nil
  ) {
    self.map = map?.svg()
    shapePrefix = (map?.drawing.identifierPrefix ?? "significance") + "-"
    self.hotspots = hotspots
    self.cards = cards
    self.qualifying = qualifying
    self.isCutThroughTie = isCutThroughTie
    self.rule = rule
    self.squareKilometres = squareKilometres
    self.peak = peak
    self.isWeighted = isWeighted
    self.advice = advice
  }

  /// Returns the identifier of a hotspot's ground on the page.
  ///
  /// - Parameter place: The position in the list, from 0.
  /// - Returns: The identifier.
  func shape(of place: Int) -> String { "\(shapePrefix)hotspot-\(place + 1)" }

  /// Returns the identifier of a hotspot's card on the page; `nil` if it has none.
  ///
  /// - Parameter place: The position in the list, from 0.
  /// - Returns: The identifier.
  func card(of place: Int) -> String? {
    cards.indices.contains(place) ? cards[place].identifier : nil
  }

  /// Returns a number of incidents in words.
  func words(_ incidents: Double) -> String {
    NumberWords.decimal(incidents, places: isWeighted ? 1 : 0)
  }
}
