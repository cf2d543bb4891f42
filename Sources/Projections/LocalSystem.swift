/// The projected system in metres that serves a place best, of those that everybody has.
///
/// The British National Grid in and around Great Britain, the Irish Transverse Mercator in Ireland,
/// north and south, elsewhere the zone of the Universal Transverse Mercator grid. Within each of
/// them a metre on the ground is a metre in the plane to a tenth of a per cent.
///
///     LocalSystem(longitude: -5.93, latitude: 54.60).code   // "EPSG:2157": Belfast
public struct LocalSystem: Sendable, Hashable {
  /// The system as PROJ takes it.
  package let code: String
  /// The system's registered name.
  package let name: String

  /// Finds the system for a place in degrees.
  package init(longitude: Double, latitude: Double) {
    if Self.ireland.contains(where: { $0.holds(longitude, latitude) }) {
      (code, name) = ("EPSG:2157", "IRENET95 / Irish Transverse Mercator")
    } else if Self.britain.holds(longitude, latitude) {
      (code, name) = ("EPSG:27700", "OSGB36 / British National Grid")
    } else {
      // A longitude of 180 degrees, and one that is none, belong to the zones at the end.
      let zone = Int(min(60, max(1, ((longitude + 180) / 6).rounded(.down) + 1)))
      let isSouth = latitude < 0
      code = "EPSG:\((isSouth ? 32_700 : 32_600) + zone)"
      name = "WGS 84 / UTM zone \(zone)\(isSouth ? "S" : "N")"
    }
  }

  private struct Part {
    var west: Double
    var south: Double
    var east: Double
    var north: Double

    func holds(_ longitude: Double, _ latitude: Double) -> Bool {
      longitude >= west && longitude <= east && latitude >= south && latitude <= north
    }
  }

  /// The area of use of EPSG:27700.
  private static let britain = Part(west: -9.01, south: 49.75, east: 2.01, north: 61.01)

  /// The land of the area of use of EPSG:2157, without the Welsh islands (Grassholm, -5.5, 51.7)
  /// and Kintyre (-5.8, 55.3), which lie as far west as the Ards and as far south as Rathlin.
  private static let ireland = [
    Part(west: -10.7, south: 51.3, east: -5.95, north: 53.9),
    Part(west: -10.7, south: 53.9, east: -5.35, north: 55.05),
    Part(west: -10.7, south: 55.05, east: -5.95, north: 55.45),
  ]
}

extension LocalSystem: CustomStringConvertible {
  /// The code and the name, `EPSG:2157 (IRENET95 / Irish Transverse Mercator)`.
  public var description: String { "\(code) (\(name))" }
}
