import Cartography
import HotspotAnalysis
import Interchange

/// The hotspots that another bandwidth would give, to see how much the list depends on it.
struct BandwidthTrial {
  /// How many times the bandwidth of the analysis.
  let factor: Double
  /// The bandwidth, in metres.
  let metres: Double
  /// The hotspots listed with it.
  let list: HotspotList

  /// The factors that are tried.
  static let factors = [0.5, 2]

  /// Says how many hotspots of a list remain, for all trials: `of 10 hotspots 7 remain with half the
  /// bandwidth (150 m), which lists 10; 9 with double (600 m), which lists 8`.
  static func words(_ trials: [BandwidthTrial], of list: HotspotList) -> String {
    let parts = trials.map { trial in
      "\(list.remaining(in: trial.list)) remain with \(trial.factor < 1 ? "half" : "double") the "
        + "bandwidth (\(NumberWords.decimal(trial.metres, places: 0)) m), which lists "
        + "\(trial.list.hotspots.count)"
    }
    return "of \(list.hotspots.count) hotspots \(parts.joined(separator: ", "))"
  }

  /// The trial as manifests carry it.
  func json(of list: HotspotList) -> JSONValue {
    .object([
      .init("bandwidth_m", .real(metres)), .init("hotspots", .integer(self.list.hotspots.count)),
      .init("remaining", .integer(list.remaining(in: self.list))),
    ])
  }
}
