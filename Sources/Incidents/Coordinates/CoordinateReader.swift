/// Reads coordinates that are not simply decimal numbers, for one worker.
struct CoordinateReader {
  /// A coordinate, or why there is none.
  enum Value: Equatable {
    /// It is a number.
    case number(Double)
    /// The field is empty, or says so.
    case blank
    /// It is written in another way than its column.
    case contradictory
    /// It is not understood.
    case unreadable
  }

  /// A position, or why there is none.
  enum Place: Equatable {
    /// It has an x and a y.
    case point(x: Double, y: Double)
    /// The field is empty, or says so.
    case blank
    /// It is written in another way than its column.
    case contradictory(CoordinateFault.Kind)
    /// The geometry is no point.
    case notAPoint
    /// It is not understood.
    case unreadable
  }

  private let marks: NumberMarks
  private let position: PositionColumn?
  private let isGeographic: Bool
  private var text = CoordinateText()
  private var digits: [UInt8] = []

  /// Prepares to read as was settled.
  init(_ reading: CoordinateReading, isGeographic: Bool) {
    marks = reading.marks
    position = reading.position
    self.isGeographic = isGeographic
  }

  /// Whether the file has two columns of numbers with decimal points, which need no reader as long as
  /// they are numbers.
  var isPlain: Bool { position == nil && marks.isPlain }

  /// Whether positions are in one column.
  var readsPositions: Bool { position != nil }

  /// Reads a coordinate from a column of its own.
  ///
  /// - Parameters:
  ///   - field: The field without quotes.
  ///   - axis: Which of the two it is.
  /// - Returns: The coordinate, or why there is none.
  mutating func value(of field: Span<UInt8>, _ axis: AngleText.Axis) -> Value {
    let whole = field.trimmedRange
    if AbsentText.isAbsent(field, whole) { return .blank }
    text.take(field)
    let storage = text.bytes
    let bytes = storage.span
    let range = bytes.trimmedRange
    if range.isEmpty { return .blank }
    switch marks.read(bytes, range, digits: &digits) {
    case .number(let number): return .number(number)
    case .contradictory: return .contradictory
    case .none: break
    }
    if marks.isPlain {
      let number = decimalNumber(in: bytes.extracting(range))
      if !number.isNaN { return .number(number) }
    }
    guard let angle = AngleText(bytes, range, digits: &digits),
      angle.axis.map({ $0 == axis }) != false,
      isGeographic || !angle.areDegrees
    else { return .unreadable }
    return .number(angle.value)
  }

  /// Reads a whole position.
  ///
  /// - Parameter field: The field without quotes.
  /// - Returns: The position, or why there is none.
  mutating func place(of field: Span<UInt8>) -> Place {
    guard let position else { return .unreadable }
    text.take(field)
    let storage = text.bytes
    switch PositionText.read(storage.span, digits: &digits) {
    case .absent: return .blank
    case .notAPoint: return .notAPoint
    case .none: return .unreadable
    case .position(let found):
      let code = PositionEvidence.usualCode(found.system)
      if code != 0 && code != Self.code(of: position) { return .contradictory(.otherSystem) }
      if found.isOrdered || position.order == .xFirst {
        return checked(found.first, found.second, found, position)
      }
      return checked(found.second, found.first, found, position)
    }
  }

  private static func code(of position: PositionColumn) -> Int {
    position.system != 0 ? position.system : position.areDegrees ? 4326 : 27700
  }

  /// A pair that fits the other order alone goes against one that was only assumed.
  private func checked(
    _ x: Double, _ y: Double, _ found: PositionText, _ position: PositionColumn
  ) -> Place {
    if position.areDegrees, !found.isOrdered, abs(y) > 90, abs(y) <= 180, abs(x) <= 90,
      position.basis != .user
    {
      return .contradictory(.otherOrder)
    }
    return .point(x: x, y: y)
  }
}
