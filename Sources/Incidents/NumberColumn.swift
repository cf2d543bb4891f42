/// A column of numbers as people and spreadsheets write them.
///
/// `1,234`, `12,5 %`, `−3`, `1 234.5` and `2E+05` are numbers. Which mark is decimal is one thing for the
/// column: a comma is of thousands unless a number such as `12,5` proves that it is decimal. Empty
/// fields, `n/a`, dashes, `*`, and the shorthand of official statistics, such as `[c]` for confidential,
/// mean that there is no number.
package struct NumberColumn: Sendable, Equatable {
  /// The number of each row; `nil` if there is none.
  package let values: [Double?]
  /// Whether the numbers are written with a percent sign; `12 %` has the value 12.
  package let arePercentages: Bool

  /// Why a column cannot be read; rows are positions among those given.
  package enum Fault: Error, Sendable, Equatable {
    /// A field is neither a number nor one of the texts for none.
    case notANumber(row: Int)
    /// One row has a decimal point, another a decimal comma.
    case mixedMarks(pointRow: Int, commaRow: Int)
    /// Commas may be decimal or of thousands, and the file's form is that of decimal commas.
    case unsettledComma(row: Int)
    /// One row has a percent sign, another number but zero has none.
    case mixedPercentages(row: Int, withoutRow: Int)
  }

  /// Reads the fields of a column.
  ///
  /// - Parameters:
  ///   - texts: The fields, quotes taken off.
  ///   - mayHaveDecimalCommas: Whether semicolons separate the file's fields, as where commas are
  ///     decimal; a comma that may be either is then not taken for one of thousands.
  /// - Throws: ``Fault``, of the first row that cannot be read.
  /// - Complexity: O(*n*).
  package init(_ texts: [String], mayHaveDecimalCommas: Bool = false) throws(Fault) {
    var storage = CoordinateText()
    let fields = texts.map { text in
      storage.take(Array(text.utf8).span)
      return Field(text, storage.bytes)
    }
    let marks = try Self.marks(fields, mayHaveDecimalCommas: mayHaveDecimalCommas)
    var values: [Double?] = []
    var digits: [UInt8] = []
    var (percentRow, plainRow): (Int?, Int?) = (nil, nil)
    for (row, field) in fields.enumerated() {
      guard !field.isAbsent else {
        values.append(nil)
        continue
      }
      guard let value = field.value(marks, &digits) else { throw .notANumber(row: row) }
      values.append(value)
      if field.isPercentage {
        percentRow = percentRow ?? row
      } else if value != 0 {
        plainRow = plainRow ?? row
      }
    }
    if let percentRow, let plainRow {
      throw .mixedPercentages(row: percentRow, withoutRow: plainRow)
    }
    self.values = values
    arePercentages = percentRow != nil
  }

  /// Returns which mark is decimal.
  private static func marks(
    _ fields: [Field], mayHaveDecimalCommas: Bool
  ) throws(Fault) -> NumberMarks {
    // The first row that proves a mark, and the first whose mark may be either.
    var (point, comma, eitherPoint, eitherComma): (Int?, Int?, Int?, Int?) = (nil, nil, nil, nil)
    for (row, field) in fields.enumerated() where !field.isAbsent {
      switch NumberShape(field.bytes.span, field.range)?.kind {
      case .whole, nil: break
      case .decimal(NumberShape.comma), .grouped(_, decimal: NumberShape.comma),
        .grouped(by: NumberShape.point, decimal: _):
        comma = comma ?? row
      case .decimal, .grouped(_, decimal: NumberShape.point),
        .grouped(by: NumberShape.comma, decimal: _):
        point = point ?? row
      case .either(NumberShape.comma): eitherComma = eitherComma ?? row
      case .either: eitherPoint = eitherPoint ?? row
      case .grouped: break
      }
    }
    if let point, let comma { throw .mixedMarks(pointRow: point, commaRow: comma) }
    if comma != nil { return NumberMarks(decimal: NumberShape.comma) }
    if let eitherComma, point == nil {
      if let eitherPoint { throw .mixedMarks(pointRow: eitherPoint, commaRow: eitherComma) }
      if mayHaveDecimalCommas { throw .unsettledComma(row: eitherComma) }
    }
    return NumberMarks()
  }

  /// A field with one mark for all that mean the same.
  private struct Field {
    let bytes: [UInt8]
    /// The number without blanks and percent sign around it.
    let range: Range<Int>
    let isPercentage: Bool
    let isAbsent: Bool

    init(_ text: String, _ bytes: [UInt8]) {
      self.bytes = bytes
      var range = bytes.span.trimmedRange
      isAbsent = range.isEmpty || AbsentText.isAbsent(text) || Self.isShorthand(bytes[range])
      isPercentage = !range.isEmpty && bytes[range.upperBound - 1] == UInt8(ascii: "%")
      if isPercentage {
        range = range.lowerBound..<range.upperBound - 1
        while let last = range.last, bytes[last] == UInt8(ascii: " ") {
          range = range.lowerBound..<last
        }
      }
      self.range = range
    }

    /// Returns the number; `nil` if there is none.
    func value(_ marks: NumberMarks, _ digits: inout [UInt8]) -> Double? {
      switch marks.read(bytes.span, range, digits: &digits) {
      case .number(let value): return value
      case .contradictory: return nil
      case .none:
        // Powers of ten, as spreadsheets write large numbers.
        let value = decimalNumber(in: bytes.span.extracting(range))
        return value.isNaN ? nil : value
      }
    }

    /// Whether a text is shorthand of official statistics for no number: c, u, w, x, z, low, in
    /// brackets or not (Government Analysis Function, symbols in tables).
    private static func isShorthand(_ text: ArraySlice<UInt8>) -> Bool {
      var text = text
      if text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") {
        text = text.dropFirst().dropLast()
      }
      return ["c", "u", "w", "x", "z", "low"].contains(
        String(decoding: text, as: UTF8.self).lowercased())
    }
  }
}
