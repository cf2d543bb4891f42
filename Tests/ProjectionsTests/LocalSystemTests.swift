import Testing

@testable import Projections

@Suite("Local systems")
struct LocalSystemTests {
  @Test(
    "Great Britain has its grid, Ireland its own, north and south",
    arguments: [
      ("London", -0.12, 51.5, "EPSG:27700"), ("Lerwick", -1.14, 60.15, "EPSG:27700"),
      ("Hugh Town, Scilly", -6.32, 49.91, "EPSG:27700"), ("Douglas", -4.48, 54.15, "EPSG:27700"),
      ("Grassholm", -5.48, 51.73, "EPSG:27700"), ("St Davids", -5.27, 51.88, "EPSG:27700"),
      ("Mull of Kintyre", -5.80, 55.29, "EPSG:27700"),
      ("Campbeltown", -5.61, 55.42, "EPSG:27700"), ("Portpatrick", -5.12, 54.84, "EPSG:27700"),
      ("Port Ellen, Islay", -6.19, 55.63, "EPSG:27700"), ("Tiree", -6.85, 56.5, "EPSG:27700"),
      ("Belfast", -5.93, 54.6, "EPSG:2157"), ("Donaghadee", -5.53, 54.64, "EPSG:2157"),
      ("Larne", -5.81, 54.85, "EPSG:2157"), ("Rathlin", -6.2, 55.29, "EPSG:2157"),
      ("Malin Head", -7.37, 55.38, "EPSG:2157"), ("Dublin", -6.26, 53.35, "EPSG:2157"),
      ("Wexford", -6.46, 52.33, "EPSG:2157"), ("Dunquin", -10.46, 52.13, "EPSG:2157"),
    ])
  func islands(name: String, longitude: Double, latitude: Double, code: String) {
    #expect(LocalSystem(longitude: longitude, latitude: latitude).code == code, "\(name)")
  }

  @Test(
    "elsewhere it is the zone of the Universal Transverse Mercator grid",
    arguments: [
      // Memphis lies on the border of two zones.
      (-90.001, 35.1, "EPSG:32615", "WGS 84 / UTM zone 15N"),
      (-89.999, 35.1, "EPSG:32616", "WGS 84 / UTM zone 16N"),
      (2.35, 48.85, "EPSG:32631", "WGS 84 / UTM zone 31N"),
      (151.2, -33.9, "EPSG:32756", "WGS 84 / UTM zone 56S"),
      (-180, 10, "EPSG:32601", "WGS 84 / UTM zone 1N"),
      (180, -10, "EPSG:32760", "WGS 84 / UTM zone 60S"),
    ])
  func zones(longitude: Double, latitude: Double, code: String, name: String) throws {
    let local = LocalSystem(longitude: longitude, latitude: latitude)
    #expect(local.code == code && local.name == name)
    #expect(try CoordinateSystem(local.code, in: ProjectionContext()).name == name)
  }

  @Test("its names are those that PROJ knows")
  func names() throws {
    for local in [
      LocalSystem(longitude: -0.12, latitude: 51.5), LocalSystem(longitude: -6, latitude: 54.6),
    ] {
      #expect(try CoordinateSystem(local.code, in: ProjectionContext()).name == local.name)
    }
  }
}
