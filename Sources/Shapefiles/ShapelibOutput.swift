internal import CShapelib
import Geometry
import Glibc

/// The `.shp` and `.dbf` of one Shapefile being written by Shapelib.
///
/// The only owner of its handles; both files are complete when it is gone.
@safe
struct ShapelibOutput: ~Copyable {
  private let shapes: SHPHandle
  private let attributes: DBFHandle

  /// Creates the files.
  ///
  /// The corresponding C functions are `SHPCreateLL` and `DBFCreateLL`.
  ///
  /// - Throws: ``ShapefileError/unwritable(path:reason:)`` when a file cannot be created.
  init(path: String) throws(ShapefileError) {
    var hooks = quietHooks()
    guard let shapes = unsafe SHPCreateLL("\(path).shp", SHPT_POLYGON, &hooks) else {
      throw .unwritable(path: "\(path).shp", reason: ByteFile.systemReason())
    }
    guard let attributes = unsafe DBFCreateLL("\(path).dbf", "UTF-8", &hooks) else {
      let reason = ByteFile.systemReason()
      unsafe SHPClose(shapes)
      throw .unwritable(path: "\(path).dbf", reason: reason)
    }
    unsafe self.shapes = shapes
    unsafe self.attributes = attributes
    // The format wants a date, and equal input must give equal bytes: years count from 1900.
    unsafe DBFSetLastModifiedDate(attributes, 100, 1, 1)
  }

  deinit {
    unsafe SHPClose(shapes)
    unsafe DBFClose(attributes)
  }

  /// Adds a field to the attribute table.
  ///
  /// The corresponding C function is `DBFAddNativeFieldType`.
  ///
  /// - Returns: Whether the field fits the longest record of the format.
  borrowing func add(_ field: ShapefileField) -> Bool {
    let (letter, decimals): (Unicode.Scalar, Int) =
      switch field.kind {
      case .text: ("C", 0)
      case .real(_, let decimals): ("N", decimals)
      default: ("N", 0)
      }
    let code = CChar(bitPattern: UInt8(ascii: letter))
    return unsafe DBFAddNativeFieldType(
      attributes, field.name, code, Int32(field.width), Int32(decimals)) >= 0
  }

  /// Appends an area, its rings turned: clockwise outside, counter-clockwise around holes.
  ///
  /// The corresponding C functions are `SHPCreateObject` and `SHPWriteObject`.
  ///
  /// - Returns: Whether Shapelib could write it.
  borrowing func appendShape(_ area: Int, of outlines: OutlineTable) -> Bool {
    var (starts, x, y): ([Int32], [Double], [Double]) = ([], [], [])
    for ring in outlines.rings(ofArea: area) {
      starts.append(Int32(x.count))
      let vertices = outlines.vertices(ofRing: ring)
      x.append(contentsOf: outlines.x[vertices].reversed())
      y.append(contentsOf: outlines.y[vertices].reversed())
    }
    let type = starts.isEmpty ? SHPT_NULL : SHPT_POLYGON
    // Shapelib copies `starts.count` starts and `x.count` coordinates of each kind.
    guard
      let object = unsafe SHPCreateObject(
        type, -1, Int32(starts.count), starts, nil, Int32(x.count), x, y, nil, nil)
    else { return false }
    defer { unsafe SHPDestroyObject(object) }
    return unsafe SHPWriteObject(shapes, -1, object) >= 0
  }

  /// Writes one value.
  ///
  /// The corresponding C functions are `DBFWriteAttributeDirectly`, since the others cut text and
  /// read whole numbers of 32 bits, and `DBFWriteDoubleAttribute`.
  ///
  /// - Returns: Whether the value fits the field.
  borrowing func write(
    _ value: ShapefileValue, as field: ShapefileField, index: Int, record: Int
  ) -> Bool {
    let text: String
    switch (value, field.kind) {
    case (.text(let value), .text): text = value
    case (.integer(let value), .integer):
      let digits = String(value)
      text = String(repeating: " ", count: max(0, field.width - digits.utf8.count)) + digits
    case (.real(let value), .real):
      guard value.isFinite else { return false }
      return unsafe DBFWriteDoubleAttribute(attributes, Int32(record), Int32(index), value) != 0
    case (.empty, _): text = ""
    default: return false
    }
    var bytes = text.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count <= field.width, !bytes.contains(0) else { return false }
    bytes.append(0)
    // Shapelib reads up to the NUL at the end, at most the field's width.
    return unsafe DBFWriteAttributeDirectly(attributes, Int32(record), Int32(index), &bytes) != 0
  }
}
