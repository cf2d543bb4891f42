import Cartography
package import HotspotAnalysis
import Interchange

/// The hotspots that another bandwidth would give, to see how much the list depends on it.
package struct BandwidthTrial: Sendable {
  /// How many times the bandwidth of the analysis.
  package let factor: Double
  /// The bandwidth, in metres.
  package let metres: Double
  /// The hotspots with it.
  package let list: HotspotList

  /// The factors that are tried.
  static let factors = [0.5, 2]

  /// Says how many hotspots of a list remain among all of each trial: `of 10 hotspots 10 remain with
  /// half the bandwidth (150 m), which has 13; 9 remain with double the bandwidth (600 m), which has 6,
  /// 5 of them run together`.
  static func words(_ trials: [BandwidthTrial], of list: HotspotList) -> String {
    let parts = trials.map { trial in
      let remaining = list.remaining(in: trial.list)
      return "\(remaining.count) remain with \(trial.factor < 1 ? "half" : "double") the "
        + "bandwidth (\(NumberWords.decimal(trial.metres, places: 0)) m), which has "
        + "\(trial.list.qualifying)"
        + (remaining.merged > 0 ? ", \(remaining.merged) of them run together" : "")
    }
    return "of \(list.hotspots.count) hotspots \(parts.joined(separator: "; "))"
  }

  /// The trial as manifests carry it.
  func json(of list: HotspotList) -> JSONValue {
    let remaining = list.remaining(in: self.list)
    return .object([
      .init("bandwidth_m", .real(metres)), .init("hotspots", .integer(self.list.qualifying)),
      .init("remaining", .integer(remaining.count)), .init("merged", .integer(remaining.merged)),
    ])
  }
}
