/// Which mark is decimal in the numbers of a file's coordinates; the others are of thousands.
///
/// A file is one thing: where one number proves the mark, all numbers are read by it.
package struct NumberMarks: Sendable, Equatable {
  /// A point or a comma.
  var decimal = NumberShape.point
  /// Whether columns hold degrees, which have no thousands.
  var areDegrees = false

  /// Whether numbers are as programs write them, with a decimal point.
  package var isPlain: Bool { decimal == NumberShape.point }

  /// What a text is.
  enum Reading: Equatable {
    /// A number.
    case number(Double)
    /// A number whose marks go against those of its column.
    case contradictory
    /// No number.
    case none
  }

  /// Reads a number.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is the number, without blanks on either side.
  ///   - digits: Storage that is used again.
  /// - Returns: The number, or why the text is none.
  func read(_ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]) -> Reading {
    guard let shape = NumberShape(text, range) else { return .none }
    let isDecimal: Bool
    switch shape.kind {
    case .whole: isDecimal = false
    case .decimal(let mark):
      if mark != decimal { return .contradictory }
      isDecimal = true
    case .either(let mark):
      isDecimal = mark == decimal
      if areDegrees && !isDecimal { return .contradictory }
    case .grouped(let mark, let last):
      if areDegrees { return .none }
      if mark == decimal || last.map({ $0 != decimal }) == true { return .contradictory }
      isDecimal = last != nil
    }
    return .number(shape.value(in: text, isDecimal: isDecimal, digits: &digits))
  }
}
