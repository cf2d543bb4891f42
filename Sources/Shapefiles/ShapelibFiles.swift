internal import CShapelib
import Glibc
import Synchronization

/// The open `.shp` and `.dbf` of one Shapefile, read by Shapelib without a word on standard error.
///
/// The only owner of its handles. Everything read has been checked by ``ShapeIndex``,
/// ``ShapeRecordCheck`` and ``AttributeLayout`` before Shapelib sees it.
@safe
struct ShapelibFiles: ~Copyable {
  private let shapes: SHPHandle
  private let attributes: DBFHandle

  /// Opens both files, or returns `nil` if Shapelib refuses one.
  ///
  /// The corresponding C functions are `SHPOpenLL` and `DBFOpenLL`.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - index: The bytes that stand for the `.shx`; nil to read the file.
  init?(_ paths: ShapefilePaths, index: [UInt8]? = nil) {
    var hooks = quietHooks()
    let path = "\(paths.stem).shp"
    let shapes =
      unsafe index.map { bytes in
        unsafe HeldIndex.use(bytes, for: paths.stem) { unsafe SHPOpenLL(path, "rb", &hooks) }
      } ?? SHPOpenLL(path, "rb", &hooks)
    guard let shapes = unsafe shapes else { return nil }
    guard let attributes = unsafe DBFOpenLL("\(paths.stem).dbf", "rb", &hooks) else {
      unsafe SHPClose(shapes)
      return nil
    }
    unsafe self.shapes = shapes
    unsafe self.attributes = attributes
  }

  deinit {
    unsafe SHPClose(shapes)
    unsafe DBFClose(attributes)
  }

  /// The number of records in the index.
  var shapeCount: Int { Int(unsafe shapes.pointee.nRecords) }

  /// The number of records in the attribute table.
  var attributeCount: Int { Int(unsafe DBFGetRecordCount(attributes)) }

  /// Appends the rings of a record as they stand in the file.
  ///
  /// The corresponding C function is `SHPReadObject`.
  ///
  /// - Returns: Whether Shapelib could read the record.
  borrowing func appendRings(ofRecord record: Int, to columns: inout RingColumns) -> Bool {
    guard let object = unsafe SHPReadObject(shapes, Int32(record)) else { return false }
    defer { unsafe SHPDestroyObject(object) }
    let (parts, points) = unsafe (Int(object.pointee.nParts), Int(object.pointee.nVertices))
    guard parts > 0, points > 0 else {
      columns.endRecord()
      return true
    }
    // Shapelib allocates `nParts` starts and `nVertices` coordinates of each kind, and refuses
    // starts that are negative, beyond the vertices or not increasing.
    unsafe columns.append(
      starts: Array(UnsafeBufferPointer(start: object.pointee.panPartStart, count: parts)),
      x: Array(UnsafeBufferPointer(start: object.pointee.padfX, count: points)),
      y: Array(UnsafeBufferPointer(start: object.pointee.padfY, count: points)))
    return true
  }

  /// Appends the bytes of an attribute record, its deletion mark first.
  ///
  /// The corresponding C function is `DBFReadTuple`.
  ///
  /// - Parameters:
  ///   - record: The record, from 0.
  ///   - length: The record's length, as in the table's header.
  ///   - bytes: Where they go.
  /// - Returns: Whether Shapelib could read the record.
  borrowing func appendTuple(
    ofRecord record: Int, length: Int, to bytes: inout [UInt8]
  ) -> Bool {
    // The tuple holds the record length of the header, which the caller has read as well.
    guard unsafe length <= Int(attributes.pointee.nRecordLength),
      let tuple = unsafe DBFReadTuple(attributes, Int32(record))
    else { return false }
    let raw = unsafe UnsafeRawBufferPointer(start: tuple, count: length)
    unsafe bytes.append(contentsOf: raw)
    return true
  }

  /// Returns whether an attribute record is marked as deleted.
  ///
  /// The corresponding C function is `DBFIsRecordDeleted`.
  borrowing func isDeleted(record: Int) -> Bool {
    unsafe DBFIsRecordDeleted(attributes, Int32(record)) != 0
  }
}

/// Returns Shapelib's way to files, with silence instead of messages and any case of extensions.
///
/// The corresponding C function is `SASetupDefaultHooks`.
func quietHooks() -> SAHooks {
  var hooks = SAHooks()
  unsafe SASetupDefaultHooks(&hooks)
  unsafe hooks.Error = { _ in }
  unsafe hooks.FOpen = { name, access in
    guard let name = unsafe name else { return nil }
    var file = unsafe fopen(name, access)
    let path = unsafe String(cString: name)
    if let held = unsafe HeldIndex.open(path) {
      if let file = unsafe file { unsafe fclose(file) }
      return unsafe UnsafeMutableRawPointer(held).assumingMemoryBound(to: Int32.self)
    }
    if unsafe file == nil, let found = ShapefilePaths(path).existing(String(path.suffix(3))) {
      unsafe file = fopen(found, access)
    }
    guard let file = unsafe file else { return nil }
    // Shapelib's own hooks cast between the two pointer types in the same way.
    return unsafe UnsafeMutableRawPointer(file).assumingMemoryBound(to: Int32.self)
  }
  return hooks
}

/// An index in memory that Shapelib is given in place of a file, while it opens a Shapefile.
///
/// Shapelib's way to files has no room for anything of the caller's, so that the index stands here
/// for as long as that takes, one at a time.
private enum HeldIndex {
  private static let opening = Mutex(())
  private static let held = Mutex<(stem: String, bytes: [UInt8])?>(nil)

  /// Runs something that opens the index of a Shapefile.
  static func use(
    _ bytes: [UInt8], for stem: String, _ open: () -> SHPHandle?
  ) -> SHPHandle? {
    unsafe opening.withLock { _ in
      held.withLock { $0 = (stem, bytes) }
      defer { held.withLock { $0 = nil } }
      return unsafe open()
    }
  }

  /// Returns a file in memory in place of one with a path; nil for other files.
  static func open(_ path: String) -> UnsafeMutablePointer<FILE>? {
    guard path.lowercased().hasSuffix(".shx") else { return nil }
    return unsafe held.withLock { held in
      guard let held, path.dropLast(4) == held.stem,
        let file = unsafe fmemopen(nil, held.bytes.count + 1, "w+b")
      else { return nil }
      // The file in memory has room for the array and the zero that the C library puts behind it; it
      // is freed when Shapelib closes it.
      guard unsafe fwrite(held.bytes, 1, held.bytes.count, file) == held.bytes.count else {
        unsafe fclose(file)
        return nil
      }
      unsafe rewind(file)
      return unsafe file
    }
  }
}
