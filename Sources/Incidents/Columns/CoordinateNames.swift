import Names

/// The names of pairs of coordinates.
///
/// A line is a pair, the first name for what runs east, the second for what runs north; `(a|b)` in
/// both stands for the first of each or the second of each. Of a file's pairs the first line has
/// it, so that an `Easting_m` is never read with a `Northing_rounded`. To add a pair, put a line
/// where it belongs in the order of preference, and one in `CoordinateNamesTests`.
enum CoordinateNames {
  /// Degrees.
  static let geographic = [
    ("longitude", "latitude"),
    ("(long|lon|lng)", "(lat|lat|lat)"),
    ("x longitude", "y latitude"),
    ("longitude (x|x)", "latitude (x|y)"),  // Cincinnati
    ("(wgs84|wgs|gps) (longitude|long|lon)", "(wgs84|wgs|gps) (latitude|lat|lat)"),
    (
      "(longitude|long|lon) (wgs84|wgs|gps|dd|decimal)",
      "(latitude|lat|lat) (wgs84|wgs|gps|dd|decimal)"
    ),
    ("x gcs wgs84", "y gcs wgs84"),  // the Unfallatlas of Germany
    (
      "(geo|map|incident|offence|crime|event|scene|location|collision) (longitude|long|lon|lng)",
      "(geo|map|incident|offence|crime|event|scene|location|collision) (latitude|lat|lat|lat)"
    ),  // Denver, Houston
    ("open data (lon|long|longitude)", "open data (lat|lat|latitude)"),  // Portland
    ("(longitude|long) (public|approx)", "(latitude|lat) (public|approx)"),  // Charlotte
    ("(degrees|decimal) (longitude|long)", "(degrees|decimal) (latitude|lat)"),
  ]

  /// Metres, or another unit of a projected system.
  static let projected = [
    ("easting", "northing"),
    ("eastings", "northings"),
    ("(easting|eastings) (m|metres|rounded)", "(northing|northings) (m|metres|rounded)"),
    ("location easting osgr", "location northing osgr"),  // STATS19
    (
      "(bng|osgb|osgb36|osgr|os|ngr|grid|gis|map) (easting|eastings|east|x|e)",
      "(bng|osgb|osgb36|osgr|os|ngr|grid|gis|map) (northing|northings|north|y|n)"
    ),
    (
      "(easting|eastings|x) (bng|osgb|osgb36|osgr|os|grid)",
      "(northing|northings|y) (bng|osgb|osgb36|osgr|os|grid)"
    ),
    ("grid ref (easting|x|e)", "grid ref (northing|y|n)"),
    (
      "(incident|offence|crime|event|scene|location|feature|collision|accident) (easting|eastings|x)",
      "(incident|offence|crime|event|scene|location|feature|collision|accident) (northing|northings|y)"
    ),
    ("x coord cd", "y coord cd"),  // New York
    (
      "x (coord|coords|coordinate|co ord|co ordinate)",
      "y (coord|coords|coordinate|co ord|co ordinate)"
    ),
    ("(coord|coords|coordinate|coordinates) x", "(coord|coords|coordinate|coordinates) y"),
    ("x coordinate state plane", "y coordinate state plane"),  // New York's 311
    ("x coord public", "y coord public"),  // Charlotte
    ("x coordinate", "y cordinate"),  // Dallas
    ("geo (x|cd x)", "geo (y|cd y)"),  // Denver, New York's calls
    ("point x", "point y"),
    ("(rough|open data) x", "(rough|open data) y"),  // Milwaukee, Portland
    ("east", "north"),
    ("x", "y"),
    ("(xblock|block x)", "(yblock|block y)"),  // Washington
  ]

  /// Returns the positions of the pairs of a file, the likeliest first.
  ///
  /// - Parameters:
  ///   - kind: What the pairs are.
  ///   - plain: The names of the header as ``NamePattern/plain(_:)`` has them.
  /// - Returns: Positions of the columns.
  static func pairs(_ kind: IncidentColumns.CoordinateKind, in plain: [String]) -> [(
    x: Int, y: Int
  )] {
    let names = kind == .geographic ? geographicNames : projectedNames
    var found: [(rank: Int, x: Int, y: Int)] = []
    for (position, name) in plain.enumerated() {
      for entry in names[name] ?? [] {
        guard let y = plain.firstIndex(of: entry.y),
          !found.contains(where: { $0.rank == entry.rank })
        else { continue }
        found.append((entry.rank, position, y))
      }
    }
    return found.sorted { $0.rank < $1.rank }.map { ($0.x, $0.y) }
  }

  /// Returns the positions of the first known x and the first known y, of whatever pairs.
  static func singles(
    _ kind: IncidentColumns.CoordinateKind, in plain: [String]
  ) -> (x: Int?, y: Int?) {
    let names = kind == .geographic ? geographicNames : projectedNames
    let ys = Set(names.values.joined().map(\.y))
    return (plain.firstIndex { names[$0] != nil }, plain.firstIndex { ys.contains($0) })
  }

  private typealias Pairs = [String: [(y: String, rank: Int)]]

  private static let geographicNames = pairs(geographic)
  private static let projectedNames = pairs(projected)

  private static func pairs(_ lines: [(String, String)]) -> Pairs {
    var pairs: Pairs = [:]
    var rank = 0
    for (x, y) in lines {
      for (x, y) in zip(NamePattern.names(x), NamePattern.names(y)) {
        pairs[x, default: []].append((y, rank))
        rank += 1
      }
    }
    return pairs
  }
}
