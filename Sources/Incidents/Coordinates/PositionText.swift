/// How a position is written in one field.
package enum PositionForm: String, Sendable, CaseIterable {
  /// Two numbers or angles: `(51.5, -0.12)`.
  case pair
  /// Well-known text, perhaps with its system before it: `SRID=4326;POINT(-0.12 51.5)`.
  case text = "wkt"
  /// Well-known binary in hexadecimal figures, as PostGIS, GEOS and SQL Server write it.
  case binary = "wkb"
  /// An object of JSON: a GeoJSON point, or `latitude` and `longitude` by name.
  case object = "json"
  /// A reference of a national grid: `TQ 305 805`.
  case gridReference = "grid_reference"
}

/// A position as one field tells it.
struct PositionText: Equatable {
  /// How it is written.
  var form: PositionForm
  /// The two numbers: x and y where ``isOrdered``, else the first and the second.
  var first: Double
  var second: Double
  /// Whether the form says which of the two is x.
  var isOrdered: Bool
  /// The EPSG code of the system; 0 if the field does not say it.
  var system = 0
  /// The side of the square that the field names, in metres; 0 for a point.
  var side = 0.0
  /// Whether the numbers are written in a way that numbers of other columns hardly are: with
  /// decimals, in brackets or with directions.
  var isMarked = true

  /// What a field holds.
  enum Reading: Equatable {
    /// A position.
    case position(PositionText)
    /// Nothing, or a word for it.
    case absent
    /// A geometry that is no point.
    case notAPoint
    /// Something else.
    case none
  }

  /// Reads a field.
  ///
  /// - Parameters:
  ///   - text: The field, as ``CoordinateText`` has it.
  ///   - digits: Storage that is used again.
  /// - Returns: What it holds.
  /// - Complexity: O(*n*) for *n* bytes.
  static func read(_ text: Span<UInt8>, digits: inout [UInt8]) -> Reading {
    var range = text.trimmedRange
    if AbsentText.isAbsent(text, range) { return .absent }
    if text[range.lowerBound] == UInt8(ascii: "{") {
      return PointObject.read(text, range, digits: &digits)
    }
    let binary = BinaryPoint.read(text, range)
    if binary != .none { return binary }
    let known = PointWords.read(text, range, digits: &digits)
    if known != .none { return known }
    if let reference = GridReference(text, range) {
      return .position(
        PositionText(
          form: .gridReference, first: reference.x, second: reference.y, isOrdered: true,
          system: reference.isIrish ? GridReference.irishCode : GridReference.britishCode,
          side: reference.side))
    }
    // A pair behind an address, as Socrata's older exports have it.
    if text[range.upperBound - 1] == UInt8(ascii: ")"),
      let open = range.last(where: { text[$0] == UInt8(ascii: "(") }), open > range.lowerBound
    {
      range = open..<range.upperBound
    }
    return PairText.read(text, range, digits: &digits).map(Reading.position) ?? .none
  }
}
