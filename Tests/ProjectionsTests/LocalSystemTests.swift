import Geometry
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
      (13.4, 52.5, "EPSG:32633", "WGS 84 / UTM zone 33N"),
      (151.2, -33.9, "EPSG:32756", "WGS 84 / UTM zone 56S"),
      (-180, 10, "EPSG:32601", "WGS 84 / UTM zone 1N"),
      (180, -10, "EPSG:32760", "WGS 84 / UTM zone 60S"),
    ])
  func zones(longitude: Double, latitude: Double, code: String, name: String) throws {
    let local = LocalSystem(longitude: longitude, latitude: latitude)
    #expect(local.code == code && local.name == name)
    #expect(try CoordinateSystem(local.code, in: ProjectionContext()).name == name)
  }

  @Test(
    "countries of the continent and elsewhere have their grids",
    arguments: [
      ("Amsterdam", 4.9, 52.37, 28992), ("Groningen", 6.57, 53.22, 28992),
      ("Maastricht", 5.69, 50.85, 28992), ("Middelburg", 3.61, 51.5, 28992),
      ("Brussels", 4.35, 50.85, 3812), ("Ostend", 2.92, 51.23, 3812), ("Liège", 5.57, 50.63, 3812),
      ("Luxembourg", 6.13, 49.61, 2169), ("Bern", 7.45, 46.95, 2056), ("Geneva", 6.14, 46.2, 2056),
      ("Zürich", 8.54, 47.37, 2056), ("Paris", 2.35, 48.86, 2154), ("Lille", 3.06, 50.63, 2154),
      ("Calais", 1.86, 50.95, 2154), ("Strasbourg", 7.75, 48.58, 2154),
      ("Marseille", 5.37, 43.3, 2154), ("Dover", 1.31, 51.13, 27700),
      ("Lisbon", -9.14, 38.72, 3763),
      ("Warsaw", 21.01, 52.23, 2180), ("Kraków", 19.94, 50.06, 2180),
      ("Prague", 14.42, 50.09, 5514),
      ("Bratislava", 17.11, 48.15, 5514), ("Tallinn", 24.75, 59.44, 3301),
      ("Riga", 24.11, 56.95, 3059), ("Vilnius", 25.28, 54.69, 3346),
      ("Helsinki", 24.94, 60.17, 3067), ("Stockholm", 18.07, 59.33, 3006),
      ("Malmö", 13, 55.6, 3006), ("Auckland", 174.76, -36.85, 2193),
      ("Singapore", 103.85, 1.29, 3414),
    ])
  func grids(name: String, longitude: Double, latitude: Double, code: Int) {
    let local = LocalSystem(longitude: longitude, latitude: latitude)
    #expect(local.code == "EPSG:\(code)" && local.isNational, "\(name): \(local)")
  }

  @Test(
    "cities beyond a border do not have the neighbour's",
    arguments: [
      ("Aachen", 6.08, 50.78), ("Cologne", 6.96, 50.94), ("Saarbrücken", 6.99, 49.23),
      ("Freiburg", 7.85, 48), ("Copenhagen", 12.57, 55.68), ("Görlitz", 14.99, 51.15),
      ("Vigo", -8.72, 42.23), ("Turin", 7.69, 45.07), ("Milan", 9.19, 45.46),
      ("Vienna", 16.37, 48.21), ("Budapest", 19.04, 47.5), ("Lviv", 24.03, 49.84),
      ("Kaliningrad", 20.51, 54.71), ("Vyborg", 28.75, 60.71), ("Pskov", 28.33, 57.82),
      ("Oslo", 10.75, 59.91), ("Jersey", -2.11, 49.19), ("Johor Bahru", 103.74, 1.49),
    ])
  func neighbours(name: String, longitude: Double, latitude: Double) {
    #expect(!LocalSystem(longitude: longitude, latitude: latitude).isNational, "\(name)")
  }

  @Test("every grid has its registered name, and is right to 0.5 % wherever it is chosen")
  func names() throws {
    let context = try ProjectionContext()
    for grid in NationalGrid.all {
      let system = try CoordinateSystem("EPSG:\(grid.code)", in: context)
      #expect(system.name == grid.name)
      #expect(system.unit == .length(metres: 1))
      let gauge = try #require(ScaleGauge(of: system))
      for part in grid.parts {
        #expect(part.west < part.east && part.south < part.north)
        let box = Box(minX: part.west, minY: part.south, maxX: part.east, maxY: part.north)
        let corners = [
          (box.minX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY), (box.maxX, box.minY),
        ]
        var (x, y) = (corners.map(\.0), corners.map(\.1))
        try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:\(grid.code)", allowBallpark: true)
          .makeOperation().transformUsable(x: &x, y: &y)
        for scale in gauge.scales(at: zip(x, y).map { Point(x: $0, y: $1) }) {
          #expect(try #require(scale).distortion < 0.005, "\(grid.name)")
        }
      }
    }
  }
}
