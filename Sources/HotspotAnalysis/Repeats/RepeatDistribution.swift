/// How incidents are spread over those to whom, or the places where, they happened: units and incidents
/// by bands.
package struct RepeatDistribution: Sendable, Equatable {
  /// The bands.
  package let bands: RepeatBands
  /// How many units are in each band.
  package let units: [Int]
  /// How many incidents these have together.
  package let incidents: [Int]
  /// How many units have two incidents or more, three, and ten.
  package let atLeast: [Int: Amount]

  /// Some units and their incidents.
  package struct Amount: Sendable, Equatable {
    /// How many units.
    package var units = 0
    /// How many incidents.
    package var incidents = 0

    /// Describes an amount; none unless given.
    package init(units: Int = 0, incidents: Int = 0) {
      (self.units, self.incidents) = (units, incidents)
    }
  }

  /// The numbers of incidents from which sentences give shares.
  package static let told = [2, 3, 10]

  /// Counts.
  ///
  /// - Parameters:
  ///   - counts: The incidents of each unit; those without any do not count.
  ///   - bands: The bands.
  /// - Complexity: O(*n*).
  package init(of counts: [Int], in bands: RepeatBands) {
    var units = [Int](repeating: 0, count: bands.lowest.count)
    var incidents = units
    var atLeast = Dictionary(uniqueKeysWithValues: Self.told.map { ($0, Amount()) })
    for count in counts where count > 0 {
      let band = bands.band(of: count)
      units[band] += 1
      incidents[band] += count
      for least in Self.told where count >= least {
        atLeast[least]?.units += 1
        atLeast[least]?.incidents += count
      }
    }
    (self.bands, self.units, self.incidents, self.atLeast) = (bands, units, incidents, atLeast)
  }

  /// All units with incidents, and all incidents.
  package var all: Amount {
    Amount(units: units.reduce(0, +), incidents: incidents.reduce(0, +))
  }
}
