/// The projected system in metres that serves a place best, of those that everybody has.
///
/// The national grid of the country where that is one of the list, such as the British National Grid
/// or the Irish Transverse Mercator (in Ireland, north and south); elsewhere the zone of the
/// Universal Transverse Mercator grid. Within each of them a metre on the ground is a metre in the
/// plane to half a per cent.
///
///     LocalSystem(longitude: -5.93, latitude: 54.60).code   // "EPSG:2157": Belfast
public struct LocalSystem: Sendable, Hashable {
  /// The system as PROJ takes it.
  package let code: String
  /// The system's registered name.
  package let name: String
  /// Whether it is the grid of a country.
  package let isNational: Bool

  /// Finds the system for a place in degrees.
  package init(longitude: Double, latitude: Double) {
    if let grid = NationalGrid.at(longitude: longitude, latitude: latitude) {
      self.init(code: "EPSG:\(grid.code)", name: grid.name, isNational: true)
    } else {
      self.init(zoneOf: longitude, latitude)
    }
  }

  private init(code: String, name: String, isNational: Bool) {
    (self.code, self.name, self.isNational) = (code, name, isNational)
  }

  /// Finds the zone of the Universal Transverse Mercator grid for a place in degrees.
  package init(zoneOf longitude: Double, _ latitude: Double) {
    // A longitude of 180 degrees, and one that is none, belong to the zones at the end.
    let zone = Int(min(60, max(1, ((longitude + 180) / 6).rounded(.down) + 1)))
    let isSouth = latitude < 0
    code = "EPSG:\((isSouth ? 32_700 : 32_600) + zone)"
    name = "WGS 84 / UTM zone \(zone)\(isSouth ? "S" : "N")"
    isNational = false
  }
}

extension LocalSystem: CustomStringConvertible {
  /// The code and the name, `EPSG:2157 (IRENET95 / Irish Transverse Mercator)`.
  public var description: String { "\(code) (\(name))" }
}
