package import Geometry

/// A reference of the British or the Irish National Grid: `TQ 30500 80500`, `TQ315805`, `O 159 345`.
///
/// A reference names a square by its south-west corner: six figures one of 100 m. What lies in it is
/// anywhere there, so its middle is taken; of squares of a metre the corner, as whole metres in
/// columns of their own would be.
///
/// Letters: Ordnance Survey, *A guide to coordinate systems in Great Britain*, section 7; squares of
/// 500 km from A to Z without I, in rows of five from the north-west, and in each such squares of
/// 100 km. Ireland has the squares of 100 km alone.
package struct GridReference: Equatable {
  /// Metres east and north.
  var x: Double
  var y: Double
  /// The side of the square in metres.
  var side: Double
  /// Whether the reference is of the Irish grid.
  var isIrish: Bool

  /// The code of the British National Grid.
  static let britishCode = 27700
  /// The code of the Irish grid of the Republic's maps.
  static let irishCode = 29903

  /// Reads a reference.
  ///
  /// Fails for anything else: other letters, an odd number of figures, parts of different lengths,
  /// none or more than ten figures.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is the reference.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    var position = range.lowerBound
    let end = range.upperBound
    var letters: [Int] = []
    while letters.count < 3, position < end, let letter = Self.letter(text[position]) {
      letters.append(letter)
      position += 1
    }
    var groups: [(value: Int, digits: Int)] = []
    while position < end {
      while position < end, Self.isGap(text[position]) { position += 1 }
      let (value, digits) = text.readNumber(at: &position, before: end)
      var (whole, count) = (value, digits)
      if digits == 9, text.digit(at: position, before: end) < 10 {
        // Ten figures together.
        whole = whole * 10 + text.digit(at: position, before: end)
        count += 1
        position += 1
      }
      guard count > 0, groups.count < 2 else { return nil }
      groups.append((whole, count))
      if position < end, !Self.isGap(text[position]) { return nil }
    }
    let (east, north, figures): (Int, Int, Int)
    switch groups.count {
    case 1:
      guard groups[0].digits % 2 == 0, groups[0].digits <= 10 else { return nil }
      figures = groups[0].digits / 2
      (east, north) = groups[0].value.quotientAndRemainder(dividingBy: Self.power(figures))
    case 2:
      guard groups[0].digits == groups[1].digits, groups[0].digits <= 5 else { return nil }
      (east, north, figures) = (groups[0].value, groups[1].value, groups[0].digits)
    default: return nil
    }
    guard let (column, row) = Self.square(letters) else { return nil }
    isIrish = letters.count == 1
    let side = Self.power(5 - figures)
    self.side = Double(side)
    let middle = side > 1 ? Double(side) / 2 : 0
    x = Double(column * 100_000 + east * side) + middle
    y = Double(row * 100_000 + north * side) + middle
  }

  /// Returns the square that a reference of the British National Grid names, in metres of that grid.
  ///
  /// - Parameter text: `TQ 302 805`, `TQ302805` or `TQ 30200 80500`, in any letter case.
  /// - Returns: The square; `nil` for anything else.
  package static func britishSquare(named text: String) -> Box? {
    let bytes = Array(text.utf8)
    let span = bytes.span
    guard let reference = GridReference(span, span.trimmedRange), !reference.isIrish else {
      return nil
    }
    // Of a square of a metre the corner is kept, of others the middle.
    let half = reference.side > 1 ? reference.side / 2 : 0
    let (x, y) = (reference.x - half, reference.y - half)
    return Box(minX: x, minY: y, maxX: x + reference.side, maxY: y + reference.side)
  }

  /// Returns the column and row of a square of 100 km.
  private static func square(_ letters: [Int]) -> (column: Int, row: Int)? {
    switch letters.count {
    case 1: return (letters[0] % 5, 4 - letters[0] / 5)
    case 2:
      let (large, small) = (letters[0], letters[1])
      // The false origin lies in the south-west corner of square S.
      let column = (large + 3) % 5 * 5 + small % 5
      let row = 19 - large / 5 * 5 - small / 5
      return (0..<7).contains(column) && (0..<13).contains(row) ? (column, row) : nil
    default: return nil
    }
  }

  /// Returns the place of a letter among the 25.
  private static func letter(_ byte: UInt8) -> Int? {
    let place = Int((byte | 0x20) &- 0x61)
    guard byte < 0x80, place < 26, place != 8 else { return nil }
    return place < 8 ? place : place - 1
  }

  private static func isGap(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-")
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
