import Geometry

/// Reads polygons and lines from well-known text (OGC 06-103r4, section 7), such as
/// `POLYGON((-0.14 51.50, -0.12 51.50, -0.12 51.52, -0.14 51.50))`.
///
/// `SRID=27700;` may stand before it and names the coordinate system. Heights and measures are left
/// out.
struct WellKnownShapes {
  private let name: String
  private let text: [Character]
  private var position = 0

  /// Returns whether text is well-known text rather than the name of a file.
  static func looksLikeText(_ text: String) -> Bool {
    let word = text.drop { $0.isWhitespace }.uppercased()
    return kinds.contains { kind in
      guard word.hasPrefix(kind) else { return false }
      let rest = word.dropFirst(kind.count).drop { $0.isWhitespace || $0.isLetter }
      return kind == "SRID" ? rest.first == "=" : rest.first == "(" || word.hasSuffix("EMPTY")
    }
  }

  private static let kinds = [
    "SRID", "POLYGON", "MULTIPOLYGON", "LINESTRING", "MULTILINESTRING", "POINT", "MULTIPOINT",
    "GEOMETRYCOLLECTION", "TRIANGLE",
  ]

  /// Reads the shapes of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: What messages call it.
  /// - Returns: The shapes; none where the text says that it is empty.
  /// - Throws: ``DrawnShapeError``.
  static func read(_ text: String, name: String) throws(DrawnShapeError) -> DrawnShapes {
    var reader = WellKnownShapes(name: name, text: Array(text))
    var shapes = DrawnShapes()
    if reader.takeWord("SRID") {
      try reader.expect("=")
      let start = reader.position
      guard let code = reader.number(), code == code.rounded(), code > 0, code < 1e6 else {
        reader.position = start
        throw reader.unexpected("the number of a coordinate system")
      }
      shapes.projection = "EPSG:\(Int(code))"
      try reader.expect(";")
    }
    try reader.geometry(into: &shapes)
    reader.skipBlanks()
    if reader.position < reader.text.count { throw reader.unexpected("the end") }
    return shapes
  }

  // MARK: -

  private func unexpected(_ expected: String) -> DrawnShapeError {
    .notUnderstood(name: name, position: position, expected: expected)
  }

  private mutating func skipBlanks() {
    while position < text.count, text[position].isWhitespace { position += 1 }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipBlanks()
    guard position < text.count, text[position] == sign else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ sign: Character) throws(DrawnShapeError) {
    if !take(sign) { throw unexpected("'\(sign)'") }
  }

  private mutating func word() -> String {
    skipBlanks()
    let start = position
    while position < text.count, text[position].isLetter { position += 1 }
    return String(text[start..<position]).uppercased()
  }

  private mutating func takeWord(_ wanted: String) -> Bool {
    let start = position
    if word() == wanted { return true }
    position = start
    return false
  }

  private mutating func number() -> Double? {
    skipBlanks()
    let start = position
    while position < text.count, "0123456789+-.eE".contains(text[position]) { position += 1 }
    guard let value = Double(String(text[start..<position])) else {
      position = start
      return nil
    }
    return value
  }

  private mutating func geometry(into shapes: inout DrawnShapes) throws(DrawnShapeError) {
    skipBlanks()
    let start = position
    var kind = word()
    // The dimensions may be a word of their own, or the end of the kind's.
    for suffix in ["ZM", "Z", "M"] where kind.hasSuffix(suffix) && kind != suffix {
      kind.removeLast(suffix.count)
      break
    }
    if !takeWord("ZM") && !takeWord("Z") { _ = takeWord("M") }
    guard ["POLYGON", "MULTIPOLYGON", "LINESTRING", "MULTILINESTRING"].contains(kind) else {
      position = start
      throw unexpected("POLYGON, MULTIPOLYGON, LINESTRING or MULTILINESTRING")
    }
    if takeWord("EMPTY") { return }
    switch kind {
    case "POLYGON":
      try shapes.append(polygons: [rings()], name: name)
    case "MULTIPOLYGON":
      let polygons = try list { (reader) throws(DrawnShapeError) in try reader.rings() }
      try shapes.append(polygons: polygons, name: name)
    case "LINESTRING": try shapes.append(lines: [points()], name: name)
    default: try shapes.append(lines: rings(), name: name)
    }
  }

  private mutating func list<Element>(
    _ element: (inout WellKnownShapes) throws(DrawnShapeError) -> Element
  ) throws(DrawnShapeError) -> [Element] {
    try expect("(")
    var elements: [Element] = []
    repeat { elements.append(try element(&self)) } while take(",")
    guard take(")") else { throw unexpected("',' or ')'") }
    return elements
  }

  private mutating func rings() throws(DrawnShapeError) -> [[Point]] {
    try list { (reader) throws(DrawnShapeError) in try reader.points() }
  }

  private mutating func points() throws(DrawnShapeError) -> [Point] {
    try list { (reader) throws(DrawnShapeError) in
      guard let x = reader.number(), let y = reader.number() else {
        throw reader.unexpected("a number")
      }
      // A height, a measure, or both.
      if reader.number() != nil { _ = reader.number() }
      return Point(x: x, y: y)
    }
  }
}
