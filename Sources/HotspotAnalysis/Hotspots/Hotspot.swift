package import Geometry
import Incidents

/// One place that a meeting can talk about: where incidents lie, how many, when and of what kind.
package struct Hotspot: Sendable, Equatable {
  /// Its rank by what its incidents count for, from 1; equal ones share a rank.
  package var rank: Int
  /// The cells or areas that make it up, ascending.
  package var members: [Int]
  /// The incidents whose point lies in it.
  package var incidents: Int
  /// What they count for together: their number, or the sum of their weights.
  package var amount: Double
  /// Its part of the amount of the study area.
  package var share: Double
  /// Its area, in square kilometres.
  package var squareKilometres: Double
  /// The amount for each square kilometre.
  package var density: Double
  /// How many times the average density of the study area: share over share of the area.
  ///
  /// After Chainey, Tompson & Uhlig (2008), https://doi.org/10.1057/palgrave.sj.8350066
  package var concentrationRatio: Double
  /// Its strongest place: the middle of its densest cell, or where significant places join, the point
  /// of its ``BusiestSquare``; of equal ones the first.
  package var peak: Point
  /// When its incidents happened, of what kind they are and what its places are called; empty where
  /// details were not kept.
  package var profile: HotspotProfile

  /// The part of its incidents that carry the commonest name of a place; `nil` if none has a name.
  package var locationShare: Double? {
    profile.locations.first.map { Double($0.incidents) / Double(incidents) }
  }

  /// The share of incidents from which on a name stands for the whole hotspot; below, lists say the
  /// share with it.
  package static let namingShare = 0.1

  /// Returns what lists call it.
  ///
  /// It is the commonest name of a place, where that is no more than the kind of place with its
  /// position behind it. A name that few of the incidents carry is said with its share, after the area
  /// in which most of them lie. Without any name it is that area with the position, else the position:
  /// the grid reference, or the peak's coordinates.
  ///
  /// - Parameter crs: The coordinate system of the peak.
  /// - Returns: The name.
  package func name(crs: String) -> String {
    let reference =
      crs == OrdnanceSurveyGridReference.crs ? OrdnanceSurveyGridReference(of: peak) : nil
    let position =
      reference?.description ?? "\(Int(peak.x.rounded())), \(Int(peak.y.rounded()))"
    guard let place = profile.locations.first, let share = locationShare else {
      return joined(profile.area, position)
    }
    var name = LocationName.spoken(place.name)
    if LocationName.isKindOfPlace(place.name) { name += ", \(position)" }
    if share >= Self.namingShare { return name }
    let percent = Int((share * 100).rounded())
    return joined(profile.area, "\(name) (\(percent > 0 ? "\(percent)" : "<1")%)")
  }

  private func joined(_ area: String?, _ place: String) -> String {
    area.map { "\($0), \(place)" } ?? place
  }
}

/// What the incidents of a hotspot are like.
package struct HotspotProfile: Sendable, Equatable {
  /// A category in a hotspot, beside the study area.
  package struct Category: Sendable, Equatable {
    /// The name; empty where none is recorded.
    package var name: String
    /// The incidents of the category in the hotspot.
    package var incidents: Int
    /// Their part of the hotspot's incidents.
    package var share: Double
    /// The part that the category has of the study area's incidents.
    package var studyAreaShare: Double

    /// How many times the study area's share: the location quotient (Brantingham & Brantingham
    /// 1998).
    package var ratio: Double { share / studyAreaShare }
  }

  /// The name of a place, and the incidents that carry it.
  package struct Location: Sendable, Equatable {
    /// The name, as in the data.
    package var name: String
    /// The incidents that carry it.
    package var incidents: Int
  }

  /// The hours of the week that hold most, in a row.
  package struct BusiestHours: Sendable, Equatable {
    /// The hours and the incidents expected in them.
    package var shift: Shift
    /// The incidents with a usable time.
    package var timed: Int
    /// The hour at which the day of the operation starts, 0 to 23.
    package var dayStart: Int

    /// The part of the incidents with a usable time that is expected in these hours.
    package var share: Double { shift.expected / Double(timed) }
    /// The hours in words, `Fri 22:00 to Sat 02:00`, with the day of the operation where it is another.
    package var label: String { shift.words(startingAt: dayStart) }
    /// The day to which the first of them is counted, `Fri`.
    package var dayName: String {
      WeekText.days[shift.start.operationalDay(startingAt: dayStart)]
    }
  }

  /// The busiest hours; `nil` if no incident has a usable time.
  package var hours: BusiestHours?
  /// The categories with most incidents, the largest first, three at most.
  package var categories: [Category] = []
  /// The commonest names of places, three at most; names that only say what kind of place it is come
  /// after all others.
  package var locations: [Location] = []
  /// The name of the area in which more than half of the incidents lie; `nil` if there is none.
  package var area: String?

  /// Creates a profile of nothing.
  package init() {}
}
