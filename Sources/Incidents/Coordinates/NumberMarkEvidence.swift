/// What the numbers of a file's coordinates prove about their marks.
struct NumberMarkEvidence: Equatable {
  /// A number and its column.
  struct Example: Equatable {
    var text: String
    var column: Int
  }

  /// The first number with a decimal point, and the first with a decimal comma.
  private(set) var point: Example?
  private(set) var comma: Example?
  /// The first number with a point, or a comma, that may be decimal or of thousands.
  private(set) var eitherPoint: Example?
  private(set) var eitherComma: Example?
  /// Whether a number of a thousand or more has no marks of thousands.
  private(set) var isUngrouped = false
  /// Whether there is any number.
  private(set) var hasNumbers = false

  /// Whether a number has shown that points are decimal marks, so that others with at most a point tell
  /// nothing new.
  var isPlain: Bool { point != nil || isUngrouped }

  /// Takes a field into account, as ``CoordinateText`` has it.
  mutating func observe(_ text: Span<UInt8>, column: Int) {
    let range = text.trimmedRange
    guard !range.isEmpty, let shape = NumberShape(text, range) else { return }
    hasNumbers = true
    switch shape.kind {
    case .whole:
      if shape.firstDigits > 3 { isUngrouped = true }
    case .decimal(NumberShape.comma), .grouped(_, decimal: NumberShape.comma):
      Self.note(text, column, &comma)
    case .grouped(by: NumberShape.point, decimal: _):
      Self.note(text, column, &comma)
    case .decimal, .grouped(_, decimal: NumberShape.point):
      if shape.firstDigits > 3 { isUngrouped = true }
      Self.note(text, column, &point)
    case .grouped(by: NumberShape.comma, decimal: _):
      Self.note(text, column, &point)
    case .either(NumberShape.comma):
      Self.note(text, column, &eitherComma)
    case .either:
      Self.note(text, column, &eitherPoint)
    case .grouped: break
    }
  }

  private static func note(_ text: Span<UInt8>, _ column: Int, _ example: inout Example?) {
    if example == nil { example = Example(text: text.excerpt, column: column) }
  }

  /// What is known of the coordinates besides their marks.
  enum Ground {
    /// They are degrees.
    case degrees
    /// They are metres.
    case metres
    /// Nothing but their values tells; with whether all of these can be degrees where the mark that
    /// can be either is decimal.
    case unknown(canBeDegrees: Bool)
  }

  /// Returns the decimal mark.
  ///
  /// In degrees a mark before three digits is decimal. In metres a comma there is of thousands, and a
  /// point too unless another number of a thousand or more has none.
  ///
  /// - Throws: ``CoordinateError/mixedMarks(path:column:point:comma:)``,
  ///   ``CoordinateError/unsettledMarks(path:column:example:)``.
  func settle(_ ground: Ground, path: String, header: [String]) throws(CoordinateError) -> UInt8 {
    var (point, comma) = (point, comma)
    if case .degrees = ground { (point, comma) = (point ?? eitherPoint, comma ?? eitherComma) }
    if let point, let comma {
      throw .mixedMarks(
        path: path, column: header[comma.column], point: point.text, comma: comma.text)
    }
    if point != nil { return NumberShape.point }
    if comma != nil { return NumberShape.comma }
    if let eitherPoint, let eitherComma {
      throw .mixedMarks(
        path: path, column: header[eitherComma.column], point: eitherPoint.text,
        comma: eitherComma.text)
    }
    switch ground {
    case .degrees: return NumberShape.point
    case .metres:
      return eitherPoint != nil && !isUngrouped ? NumberShape.comma : NumberShape.point
    case .unknown(let canBeDegrees):
      if let eitherComma, canBeDegrees {
        throw .unsettledMarks(
          path: path, column: header[eitherComma.column], example: eitherComma.text)
      }
      return eitherPoint != nil && !isUngrouped && !canBeDegrees
        ? NumberShape.comma : NumberShape.point
    }
  }
}
