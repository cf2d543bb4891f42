/// The grid that a country's maps are drawn in, and rectangles of its land.
///
/// The rectangles keep to the country as far as rectangles can; what they leave out has a zone of
/// the Universal Transverse Mercator grid, which measures as well. The first that holds a place
/// counts.
struct NationalGrid: Sendable {
  /// The code in EPSG's register.
  let code: Int
  /// The registered name.
  let name: String
  /// Rectangles of longitude and latitude: west, south, east, north.
  let parts: [(west: Double, south: Double, east: Double, north: Double)]

  /// Returns the grid of the country that has a place; `nil` if none of the list does.
  static func at(longitude: Double, latitude: Double) -> NationalGrid? {
    all.first { grid in
      grid.parts.contains {
        longitude >= $0.west && longitude <= $0.east && latitude >= $0.south
          && latitude <= $0.north
      }
    }
  }

  /// The grids of the list; smaller countries before those whose rectangles they lie in.
  static let all = [
    // Without the Welsh islands (Grassholm, -5.5, 51.7) and Kintyre (-5.8, 55.3), which lie as far
    // west as the Ards and as far south as Rathlin.
    NationalGrid(
      code: 2157, name: "IRENET95 / Irish Transverse Mercator",
      parts: [
        (-10.7, 51.3, -5.95, 53.9), (-10.7, 53.9, -5.35, 55.05), (-10.7, 55.05, -5.95, 55.45),
      ]),
    NationalGrid(
      code: 2169, name: "LUREF / Luxembourg TM", parts: [(5.85, 49.5, 6.4, 50.1)]),
    NationalGrid(
      code: 28992, name: "Amersfoort / RD New",
      parts: [
        (3.35, 51.45, 5.95, 53.6), (5.95, 51.85, 7, 53.6), (3.35, 51.22, 4.2, 51.45),
        (5.55, 50.76, 6.02, 51.45),
      ]),
    NationalGrid(
      code: 3812, name: "ETRS89 / Belgian Lambert 2008",
      parts: [
        (2.6, 50.85, 3.3, 51.35), (3.3, 50.45, 5.55, 51.45), (5.55, 50.4, 6, 50.76),
        (5, 49.8, 5.8, 50.45),
      ]),
    NationalGrid(
      code: 2056, name: "CH1903+ / LV95",
      parts: [
        (7, 46.2, 8.8, 47.57), (5.97, 46.17, 6.2, 46.3), (6.5, 46.5, 7, 47), (8.8, 46, 9.05, 46.6),
        (8.8, 46.6, 9.6, 47.5),
      ]),
    NationalGrid(
      code: 2154, name: "RGF93 v1 / Lambert-93",
      parts: [
        (-1.75, 43.4, 5.8, 49.4), (-4.85, 47.2, -1.75, 48.85), (-1.75, 49.4, 3.3, 50.3),
        (2.4, 50.3, 3.1, 50.72), (1.55, 50.3, 2.5, 51), (5.8, 47.6, 7.3, 49.1),
        (7.3, 48, 7.77, 48.8), (5.8, 44, 6.6, 46), (3, 43, 7.4, 43.9), (2.6, 42.5, 3.2, 43.4),
        (8.5, 41.3, 9.6, 43.05),
      ]),
    NationalGrid(
      code: 27700, name: "OSGB36 / British National Grid", parts: [(-9.01, 49.75, 2.01, 61.01)]),
    NationalGrid(
      code: 3763, name: "ETRS89 / Portugal TM06", parts: [(-9.55, 36.97, -7.5, 41.8)]),
    NationalGrid(
      code: 2180, name: "ETRF2000-PL / CS92",
      parts: [(15.1, 50.95, 23.4, 54.3), (14.45, 53.3, 15.1, 54), (18.63, 49.75, 22.5, 50.95)]),
    NationalGrid(
      code: 5514, name: "S-JTSK / Krovak East North",
      parts: [(13, 49.2, 16, 50.6), (16, 48.85, 18.6, 49.95), (17.06, 48.13, 18.8, 49.2)]),
    NationalGrid(
      code: 3301, name: "Estonian Coordinate System of 1997", parts: [(21.85, 58, 27.9, 59.65)]),
    NationalGrid(code: 3059, name: "LKS92 / Latvia TM", parts: [(21, 56.45, 27.8, 57.5)]),
    NationalGrid(
      code: 3346, name: "LKS94 / Lithuania TM",
      parts: [(21.05, 55.35, 22.85, 56.2), (22.85, 54.45, 25.6, 56.2)]),
    NationalGrid(
      code: 3067, name: "ETRS89 / TM35FIN(E,N)",
      parts: [(21, 60, 28, 65.6), (24.3, 65.6, 28.5, 69.5)]),
    NationalGrid(
      code: 3006, name: "SWEREF99 TM",
      parts: [
        (12.75, 55.33, 17.2, 56.5), (11.8, 56.5, 19.2, 59), (12.6, 59, 19.2, 61),
        (14.2, 61, 20, 64), (17.5, 64, 23.7, 67),
      ]),
    NationalGrid(
      code: 2193, name: "NZGD2000 / New Zealand Transverse Mercator 2000",
      parts: [(166.4, -47.35, 178.6, -34.3)]),
    NationalGrid(
      code: 3414, name: "SVY21 / Singapore TM", parts: [(103.62, 1.22, 104.05, 1.455)]),
  ]
}
