/// How the ground of a hotspot fared month by month: whether it is new, persistent or fading.
///
/// A month counts if the study area has ten incidents in it. It is a *hot month* of the ground if the
/// ground holds at least twice its share by area of the month's incidents: with *g* of *T* incidents on
/// *a* of *A* square kilometres, *g* / *T* >= 2 *a* / *A*, and *g* above zero.
///
/// The rule is this project's convention.
package struct HotspotHistory: Sendable, Equatable {
  /// What the months say, in the order in which they are asked.
  package enum Verdict: String, Sendable, CaseIterable {
    /// Fewer than four months count.
    case tooFewMonths = "too_few_months"
    /// No month is hot.
    case never
    /// At least three quarters of the months are hot.
    case persistent
    /// All hot months are among the last quarter of the months.
    case new
    /// No month of the last quarter is hot.
    case fading
    /// Hot months come and go: fewer than three quarters, some in the last quarter and some before.
    case recurring
  }

  /// What one month holds.
  package struct Month: Sendable, Equatable {
    /// The incidents on the ground.
    package let incidents: Double
    /// Those of the study area.
    package let studyArea: Double
    /// How many times its share by area the ground holds of them; `nil` if the month does not count.
    package let times: Double?
    /// Whether it is a hot month.
    package let isHot: Bool
  }

  /// In a month with fewer incidents in the study area than these nothing is told.
  package static let fewestIncidents = 10.0
  /// From fewer months nothing is told.
  package static let fewestMonths = 4
  /// How many times its share by area the ground holds in a hot month.
  package static let leastTimes = 2.0

  /// All months, the earliest first.
  package let months: [Month]
  /// How many of them count.
  package let counted: Int
  /// How many of those are hot.
  package let hot: Int
  /// How many of those that count are the last quarter, rounded up.
  package let lastQuarter: Int
  /// How many hot months are among them.
  package let hotInLastQuarter: Int
  /// What the months say.
  package let verdict: Verdict

  /// Judges months.
  ///
  /// - Parameters:
  ///   - incidents: The incidents on the ground in each month, the earliest first.
  ///   - studyArea: Those of the study area.
  ///   - areaShare: The part of the study area's ground that the hotspot's ground is.
  /// - Complexity: O(*n*) for *n* months.
  package init(incidents: [Double], studyArea: [Double], areaShare: Double) {
    precondition(incidents.count == studyArea.count, "HotspotHistory: the months differ")
    months = zip(incidents, studyArea).map { ground, all in
      let counts = all >= Self.fewestIncidents
      let times = counts ? ground / all / areaShare : nil
      // Twice the share is enough, whatever rounding makes of it.
      let isHot = ground > 0 && (times ?? 0) >= Self.leastTimes * (1 - 1e-12)
      return Month(incidents: ground, studyArea: all, times: times, isHot: isHot)
    }
    let isHot = months.filter { $0.times != nil }.map(\.isHot)
    counted = isHot.count
    hot = isHot.count(where: \.self)
    lastQuarter = (counted + 3) / 4
    hotInLastQuarter = isHot.suffix(lastQuarter).count(where: \.self)
    verdict =
      if counted < Self.fewestMonths {
        .tooFewMonths
      } else if hot == 0 {
        .never
      } else if 4 * hot >= 3 * counted {
        .persistent
      } else if hotInLastQuarter == hot {
        .new
      } else if hotInLastQuarter == 0 {
        .fading
      } else {
        .recurring
      }
  }
}
