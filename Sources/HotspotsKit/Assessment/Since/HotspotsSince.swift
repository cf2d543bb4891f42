import HotspotAnalysis
import Incidents
import Tables

/// The hotspots of an assessment beside those of an earlier one: kept where their densest points lie near
/// each other.
struct HotspotsSince {
  /// How near two densest points are of one hotspot, in metres: a walk of a few minutes.
  static let reach = 250.0

  /// The names of the hotspots that the earlier one has too, of those that it has not, and of those that
  /// only it has.
  let kept: [String]
  let new: [String]
  let gone: [String]

  /// Compares two lists; `nil` if either has no points.
  init?(_ earlier: DelimitedTable, _ now: FeatureTable) {
    guard let x = earlier.numbers("peak_x"), let y = earlier.numbers("peak_y"),
      let names = earlier.texts("location"), now[column: "peak_x"] != nil
    else { return nil }
    let before = zip(names, zip(x, y)).map { (name: $0, x: $1.0 ?? .nan, y: $1.1 ?? .nan) }
    let today = (0..<now.rowCount).map { row in
      (
        name: now.texts("location")[row],
        x: now[column: "peak_x"]?.values.number(at: row) ?? .nan,
        y: now[column: "peak_y"]?.values.number(at: row) ?? .nan
      )
    }
    func isNear(_ one: (name: String, x: Double, y: Double), _ other: (String, Double, Double))
      -> Bool
    {
      let (across, up) = (one.x - other.1, one.y - other.2)
      return across * across + up * up <= Self.reach * Self.reach
    }
    func name(_ place: (name: String, x: Double, y: Double)) -> String {
      String(place.name.trimmingPrefix("On or near "))
    }
    kept = today.filter { one in before.contains { isNear(one, $0) } }.map(name)
    new = today.filter { one in !before.contains { isNear(one, $0) } }.map(name)
    gone = before.filter { one in !today.contains { isNear(one, $0) } }.map(name)
  }
}
