import Incidents

/// How much of the incidents falls in each hour of the week: an aoristic signature.
///
/// Hours are numbered from Monday 00:00, which is 0, to Sunday 23:00, which is 167.
package struct HourProfile: Sendable, Equatable {
  /// The number of incidents, which is the sum of the weights exactly.
  package let incidents: Int
  /// The weight of each hour in whole units, see ``Incidents/ExpectedCount``.
  let units: [Int128]
  private let uninformativeUnits: Int128

  /// Creates a profile and checks that it closes.
  init(units: [Int128], incidents: Int, uninformativeUnits: Int128) {
    precondition(
      units.reduce(0, +) == Int128(incidents) * ExpectedCount.unitsPerIncident,
      "HourProfile: the weights do not add up to the number of incidents")
    self.units = units
    self.incidents = incidents
    self.uninformativeUnits = uninformativeUnits
  }

  /// The weight of each hour.
  package var weights: [Double] { units.map(ExpectedCount.incidents(ofUnits:)) }

  /// Returns the weight of an hour.
  package func weight(_ hour: Int) -> Double { ExpectedCount.incidents(ofUnits: units[hour]) }

  /// The share of all weight that says nothing of the hour; null where there is no incident.
  ///
  /// It is that of the whole weeks in each window, which give the same to every hour.
  package var uninformativeShare: Double? {
    incidents > 0
      ? ExpectedCount.incidents(ofUnits: uninformativeUnits) / Double(incidents) : nil
  }
}
