/// What a Shapefile says it holds (ESRI Shapefile Technical Description, 1998, page 4).
enum ShapeType: Int, Sendable {
  case null = 0
  case point = 1
  case line = 3
  case polygon = 5
  case multiPoint = 8
  case pointZ = 11
  case lineZ = 13
  case polygonZ = 15
  case multiPointZ = 18
  case pointM = 21
  case lineM = 23
  case polygonM = 25
  case multiPointM = 28
  case multiPatch = 31

  /// Whether records of the type are areas.
  var isPolygon: Bool { self == .polygon || self == .polygonZ || self == .polygonM }

  /// Whether records of the type are single points.
  var isPoint: Bool { self == .point || self == .pointZ || self == .pointM }

  /// Whether records of the type are lines.
  var isLine: Bool { self == .line || self == .lineZ || self == .lineM }

  /// Whether records of the type are groups of points.
  var isMultiPoint: Bool { self == .multiPoint || self == .multiPointZ || self == .multiPointM }

  /// What records of the type are, in words.
  var words: String {
    switch self {
    case .null: "empty shapes"
    case .point, .pointZ, .pointM: "points"
    case .line, .lineZ, .lineM: "lines"
    case .polygon, .polygonZ, .polygonM: "areas"
    case .multiPoint, .multiPointZ, .multiPointM: "groups of points"
    case .multiPatch: "surfaces in three dimensions"
    }
  }

  /// Returns the lengths in bytes that the content of a record of an area or a line may have.
  ///
  /// The measures at the end of records of the M and Z types are optional.
  func contentLengths(parts: Int, points: Int) -> [Int] {
    let plain = 44 + 4 * parts + 16 * points
    let ordinates = 16 + 8 * points
    return switch self {
    case .polygonM, .lineM: [plain, plain + ordinates]
    case .polygonZ, .lineZ: [plain + ordinates, plain + 2 * ordinates]
    default: [plain]
    }
  }
}
