import Geometry
import Names

/// What the first rows of a file say of a column that may hold positions.
struct PositionEvidence {
  /// The fields that are not empty.
  private(set) var filled = 0
  /// Those that are positions.
  private(set) var understood = 0
  /// Those that are other geometries than points.
  private(set) var otherGeometries = 0
  /// The first field that is not empty.
  private(set) var example: String?
  private var counts: [PositionForm: Int] = [:]
  private var systems: [(code: Int, example: String)] = []
  private var marked = 0
  private var coarse = 0
  /// The first three characters of all fields that are a letter and eight figures; `nil` before the
  /// first, empty where they differ or a field is something else.
  private var codeBeginning: [UInt8]?
  private var side = 0.0
  private var sizes = CoordinateEvidence()
  private var pairs: [Point] = []
  private var firstBeyond: String?
  private var secondBeyond: String?

  private static let pairsKept = 200

  /// Takes a field into account.
  mutating func observe(_ text: Span<UInt8>, digits: inout [UInt8]) {
    switch PositionText.read(text, digits: &digits) {
    case .absent: return
    case .none: filled += 1
    case .notAPoint:
      filled += 1
      otherGeometries += 1
    case .position(let found):
      filled += 1
      observe(found, text)
    }
    if example == nil { example = text.excerpt }
  }

  private mutating func observe(_ found: PositionText, _ text: Span<UInt8>) {
    understood += 1
    counts[found.form, default: 0] += 1
    let code = PositionEvidence.usualCode(found.system)
    if code != 0, !systems.contains(where: { $0.code == code }) {
      systems.append((code, text.excerpt))
    }
    if found.isMarked { marked += 1 }
    if found.side > 100 { coarse += 1 }
    noteCode(text)
    side = max(side, found.side)
    sizes.observe(found.first, found.second)
    if found.isOrdered { return }
    if pairs.count < Self.pairsKept { pairs.append(Point(x: found.first, y: found.second)) }
    if abs(found.first) <= 180 && abs(found.second) <= 180 {
      if abs(found.first) > 90 && firstBeyond == nil { firstBeyond = text.excerpt }
      if abs(found.second) > 90 && secondBeyond == nil { secondBeyond = text.excerpt }
    }
  }

  private mutating func noteCode(_ text: Span<UInt8>) {
    let range = text.trimmedRange
    let isCode =
      range.count == 9
      && (1..<9).allSatisfy { text[range.lowerBound + $0] &- UInt8(ascii: "0") <= 9 }
    let beginning = isCode ? (0..<3).map { text[range.lowerBound + $0] } : []
    codeBeginning = codeBeginning == nil || codeBeginning == beginning ? beginning : []
  }

  /// The code by which a system is known that has several.
  static func usualCode(_ code: Int) -> Int {
    [900_913, 102_100, 102_113, 3785].contains(code) ? 3857 : code
  }

  /// The form of most positions; of two as frequent the one that comes first in ``PositionForm``.
  var form: PositionForm? {
    PositionForm.allCases.filter { counts[$0] != nil }
      .max { (counts[$0] ?? 0) < (counts[$1] ?? 0) }
  }

  /// Judges how sure it is that the column holds positions.
  ///
  /// - Parameter isLikelyName: Whether the column's name is one that columns of positions have.
  /// - Returns: A rank, higher for surer; `nil` if it does not.
  func rank(isLikelyName: Bool) -> Int? {
    guard let form, understood * 2 >= filled else { return nil }
    let rank: Int
    switch form {
    case .text, .binary, .object: rank = 6
    case .pair:
      guard isLikelyName || marked * 10 >= understood * 9 else { return nil }
      rank = 4
    case .gridReference:
      // Two letters and four figures are many a code besides.
      guard understood * 10 >= filled * 8, isLikelyName || coarse * 5 <= understood else {
        return nil
      }
      // So are codes of areas by the Office for National Statistics, E01004736: all of a column are of
      // one kind of area, where references would lie in a strip of a kilometre.
      if !isLikelyName, let codeBeginning, !codeBeginning.isEmpty { return nil }
      rank = 2
    }
    return rank + (sizes.isDegrees ? 10 : 0) + (isLikelyName ? 1 : 0)
  }

  /// Settles how the column is read.
  ///
  /// - Parameters:
  ///   - column: Its position.
  ///   - header: The names of the columns.
  ///   - order: The order of pairs, where the user said it.
  ///   - path: The file's name, for messages.
  /// - Returns: The column.
  /// - Throws: ``CoordinateError/notPositions(path:column:example:)``,
  ///   ``CoordinateError/mixedSystems(path:column:first:second:)``,
  ///   ``CoordinateError/mixedOrders(path:column:first:second:)``.
  func settle(
    _ column: Int, header: [String], order: PositionColumn.Order?, path: String
  ) throws(CoordinateError) -> PositionColumn {
    let name = header[column]
    guard let form else { throw .notPositions(path: path, column: name, example: example) }
    if systems.count > 1 {
      throw .mixedSystems(
        path: path, column: name, first: systems[0].example, second: systems[1].example)
    }
    var settled: (PositionColumn.Order, PositionColumn.Basis)
    if let order {
      settled = (order, .user)
    } else if pairs.isEmpty {
      settled = (.xFirst, .form)
    } else if !sizes.isDegrees {
      settled = Self.order(ofName: name).map { ($0, .name) } ?? (.xFirst, .custom)
    } else if let firstBeyond, let secondBeyond {
      throw .mixedOrders(path: path, column: name, first: firstBeyond, second: secondBeyond)
    } else if firstBeyond != nil || secondBeyond != nil {
      settled = (firstBeyond != nil ? .xFirst : .yFirst, .values)
    } else {
      settled = Self.order(ofName: name).map { ($0, .name) } ?? (.yFirst, .custom)
    }
    return PositionColumn(
      column: column, form: form, order: settled.0, basis: settled.1,
      areDegrees: sizes.isDegrees, system: systems.first?.code ?? 0, side: side, pairs: pairs)
  }

  /// Returns the order that a name says, as in `LatLong`, `lon_lat` and `Northing/Easting`.
  static func order(ofName name: String) -> PositionColumn.Order? {
    let plain = NamePattern.plain(name)
    let letters = Array(plain.utf8)
    func place(_ words: [String]) -> Int? {
      letters.indices.first { start in
        words.contains { letters[start...].starts(with: $0.utf8) }
      }
    }
    guard let east = place(["lon", "lng", "east"]), let north = place(["lat", "north"]) else {
      return plain == "xy" ? .xFirst : plain == "yx" ? .yFirst : nil
    }
    return east < north ? .xFirst : .yFirst
  }

  /// Whether columns of positions are called so.
  static func isLikelyName(_ name: String) -> Bool {
    let plain = NamePattern.plain(name)
    return [
      "grid", "ngr", "osgr", "osref", "mapref", "geo", "coord", "position", "location", "point",
      "latl", "lonl", "lngl", "longl", "wkt", "wkb", "shape", "eastingnorthing",
    ].contains { plain.contains($0) } || plain == "xy"
  }
}
