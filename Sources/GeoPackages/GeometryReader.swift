/// Reads the geometry of a GeoPackage's row: a header, and well-known binary behind it.
///
/// Every count is checked against the bytes that are there before anything is made of it. Heights
/// and measures are passed over. After OGC 12-128r17, clause 2.1.3, and OGC 06-103r4, clause 8.
package struct GeometryReader: Sendable {
  /// The kinds of geometry that are understood.
  package enum Kind: Sendable, Equatable {
    /// No geometry, or an empty one.
    case none
    /// One position.
    case point
    /// Several positions.
    case points
    /// One line or several.
    case lines
    /// One polygon or several.
    case areas
    /// Something else, in words.
    case other(String)
  }

  /// What the geometry is.
  package private(set) var kind = Kind.none
  /// The positions' eastings or longitudes.
  package private(set) var x: [Double] = []
  /// The positions' northings or latitudes.
  package private(set) var y: [Double] = []
  /// The end of each line or ring among the positions.
  package private(set) var ringEnds: [Int] = []
  /// The end of each polygon among the rings.
  package private(set) var polygonEnds: [Int] = []

  private var bytes: [UInt8] = []
  private var position = 0
  private var isLittleEndian = true

  /// Why a geometry cannot be read.
  package struct Fault: Error, Equatable {
    /// What was found, in words.
    package var reason: String
  }

  /// Creates a reader, whose storage is used again for row after row.
  package init() {}

  /// Reads a geometry that is a point and nothing else, as nearly all geometries of incidents are:
  /// the least significant byte first, two coordinates, both numbers.
  ///
  /// - Returns: False for any other, which is still to be read with ``read(_:)``.
  mutating func readPoint(_ blob: Span<UInt8>) -> Bool {
    guard blob.count >= 29, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P"),
      blob[2] == 0, blob[3] & 0x30 == 0
    else { return false }
    let box = Int(blob[3] >> 1 & 7)
    guard box < Self.boxLengths.count else { return false }
    let start = 8 + Self.boxLengths[box]
    guard blob.count >= start + 21, blob[start] == 1, blob[start + 1] == 1, blob[start + 2] == 0,
      blob[start + 3] == 0, blob[start + 4] == 0
    else { return false }
    let (first, second) = (Self.real(blob, at: start + 5), Self.real(blob, at: start + 13))
    if first.isNaN || second.isNaN { return false }
    kind = .point
    clear()
    x.append(first)
    y.append(second)
    return true
  }

  /// How many bytes the box takes, by the number of its kind.
  private static let boxLengths: InlineArray<5, Int> = [0, 32, 48, 48, 64]

  @inline(__always)
  private static func real(_ bytes: Span<UInt8>, at start: Int) -> Double {
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return Double(bitPattern: bits)
  }

  private mutating func clear() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    polygonEnds.removeAll(keepingCapacity: true)
  }

  /// Reads a geometry.
  ///
  /// - Parameter blob: The value of the geometry column; empty for none.
  /// - Throws: ``Fault`` for bytes that are not what the standards describe.
  /// - Complexity: O(*n*) for *n* bytes.
  package mutating func read(_ blob: [UInt8]) throws(Fault) {
    kind = .none
    clear()
    bytes = blob
    position = 0
    if blob.isEmpty { return }
    guard blob.count >= 8, blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
      throw Fault(reason: "the geometry does not begin as a GeoPackage's does")
    }
    guard blob[2] == 0, blob[3] & 0x20 == 0 else {
      throw Fault(reason: "the geometry is of an extended kind, which is not read")
    }
    let box = Int(blob[3] >> 1 & 7)
    guard box < Self.boxLengths.count else {
      throw Fault(reason: "the geometry's box is of no kind")
    }
    position = 8 + Self.boxLengths[box]
    let isEmpty = blob[3] & 0x10 != 0
    if isEmpty { return }
    kind = try geometry(depth: 0)
    // A point without a place is written as not-a-number.
    if x.isEmpty || x.contains(where: \.isNaN) && kind == .point { kind = .none }
  }

  private mutating func geometry(depth: Int) throws(Fault) -> Kind {
    let (type, dimensions) = try head()
    switch type {
    case 1:
      try positions(1, dimensions: dimensions)
      return .point
    case 2:
      try positions(count(each: 8 * dimensions), dimensions: dimensions)
      ringEnds.append(x.count)
      return .lines
    case 3:
      let rings = try count(each: 4)
      for _ in 0..<rings {
        try positions(count(each: 8 * dimensions), dimensions: dimensions)
        ringEnds.append(x.count)
      }
      polygonEnds.append(ringEnds.count)
      return .areas
    case 4, 5, 6:
      guard depth == 0 else { throw Fault(reason: "the geometry holds itself") }
      // Five bytes of a part's own head at least.
      for _ in 0..<(try count(each: 5)) {
        let part = try geometry(depth: 1)
        guard part == (type == 4 ? .point : type == 5 ? .lines : .areas) else {
          throw Fault(reason: "a part of the geometry is of another kind")
        }
      }
      return type == 4 ? .points : type == 5 ? .lines : .areas
    case 7: return .other("a collection of geometries")
    case 8, 9, 11, 13: return .other("a curve")
    case 10, 12, 14: return .other("an area with curved borders")
    default: return .other("a geometry of type \(type)")
    }
  }

  /// Reads the byte order and the type.
  private mutating func head() throws(Fault) -> (type: UInt32, dimensions: Int) {
    guard position < bytes.count, bytes[position] <= 1 else {
      throw Fault(reason: "the geometry ends in the middle, or its byte order is of no kind")
    }
    isLittleEndian = bytes[position] == 1
    position += 1
    let code = try number()
    // ISO adds 1000 for heights and 2000 for measures, older writers set the highest bits.
    let hasHeight = code & 0x8000_0000 != 0
    let hasMeasure = code & 0x4000_0000 != 0
    let plain = code & 0x0FFF_FFFF
    guard plain / 1000 <= 3 else {
      throw Fault(reason: "the geometry is of type \(code), which does not exist")
    }
    let iso = [2, 3, 3, 4][Int(plain / 1000)]
    return (plain % 1000, iso + (hasHeight ? 1 : 0) + (hasMeasure ? 1 : 0))
  }

  /// Reads a count of things of at least so many bytes each.
  private mutating func count(each size: Int) throws(Fault) -> Int {
    let count = Int(try number())
    guard count <= (bytes.count - position) / size else {
      throw Fault(reason: "the geometry ends in the middle")
    }
    return count
  }

  private mutating func positions(_ count: Int, dimensions: Int) throws(Fault) {
    guard bytes.count - position >= count * dimensions * 8 else {
      throw Fault(reason: "the geometry ends in the middle")
    }
    for _ in 0..<count {
      x.append(real(at: position))
      y.append(real(at: position + 8))
      position += dimensions * 8
    }
  }

  private mutating func number() throws(Fault) -> UInt32 {
    guard bytes.count - position >= 4 else {
      throw Fault(reason: "the geometry ends in the middle")
    }
    var value: UInt32 = 0
    for place in 0..<4 {
      value = value << 8 | UInt32(bytes[position + (isLittleEndian ? 3 - place : place)])
    }
    position += 4
    return value
  }

  private func real(at start: Int) -> Double {
    var bits: UInt64 = 0
    for place in 0..<8 {
      bits = bits << 8 | UInt64(bytes[start + (isLittleEndian ? 7 - place : place)])
    }
    return Double(bitPattern: bits)
  }
}
