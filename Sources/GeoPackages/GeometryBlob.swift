import Geometry

/// A geometry as GeoPackages hold it: a header, a box, and well-known binary.
///
/// After OGC 12-128r17, clause 2.1.3, and OGC 06-103r4, clause 8 (well-known binary). All numbers
/// are written with their least significant byte first.
struct GeometryBlob {
  /// The bytes.
  private(set) var bytes: [UInt8] = []

  /// Makes the blob of a position.
  mutating func setPoint(x: Double, y: Double, reference: Int) {
    bytes.removeAll(keepingCapacity: true)
    header(reference: reference, hasBox: false, isEmpty: false)
    bytes.append(1)
    append(UInt32(1))
    append(x)
    append(y)
  }

  /// Makes the blob of an area, always of several polygons, as its table says.
  ///
  /// - Returns: The area's box; empty for an area without rings.
  mutating func setArea(_ area: Int, of outlines: OutlineTable, reference: Int) -> Box {
    bytes.removeAll(keepingCapacity: true)
    let box = outlines.box(ofArea: area)
    header(reference: reference, hasBox: !box.isEmpty, isEmpty: box.isEmpty)
    if !box.isEmpty {
      append(box.minX)
      append(box.maxX)
      append(box.minY)
      append(box.maxY)
    }
    let polygons = outlines.polygons(of: area)
    bytes.append(1)
    append(UInt32(6))
    append(UInt32(polygons.count))
    for polygon in polygons {
      let rings = outlines.rings(ofPolygon: polygon)
      bytes.append(1)
      append(UInt32(3))
      append(UInt32(rings.count))
      for ring in rings {
        let vertices = outlines.vertices(ofRing: ring)
        append(UInt32(vertices.count))
        for vertex in vertices {
          append(outlines.x[vertex])
          append(outlines.y[vertex])
        }
      }
    }
    return box
  }

  private mutating func header(reference: Int, hasBox: Bool, isEmpty: Bool) {
    bytes.append(UInt8(ascii: "G"))
    bytes.append(UInt8(ascii: "P"))
    bytes.append(0)
    // Bit 0: least significant byte first; bits 1 to 3: a box of two dimensions; bit 4: empty.
    bytes.append(1 | (hasBox ? 2 : 0) | (isEmpty ? 16 : 0))
    append(UInt32(bitPattern: Int32(truncatingIfNeeded: reference)))
  }

  private mutating func append(_ value: Double) {
    var bits = value.bitPattern
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  private mutating func append(_ value: UInt32) {
    var bits = value
    for _ in 0..<4 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }
}
