import Glibc

/// A file read at chosen places through a small window, so that checks never hold the whole of it.
///
/// The only owner of its file descriptor. Reads outside the file throw
/// ``ShapefileError/truncated(path:bytes:expected:)``.
@safe
struct ByteFile: ~Copyable {
  /// The path that messages use.
  let path: String
  /// Where the file lies.
  let location: String
  /// The number of bytes in the file.
  let size: Int

  private let descriptor: Int32
  private var window: [UInt8] = []
  private var windowStart = 0

  private static let windowSize = 1 << 16

  /// Opens a regular file.
  ///
  /// - Parameters:
  ///   - path: The path that messages use.
  ///   - location: Where the file lies; at its path if `nil`.
  /// - Throws: ``ShapefileError/unreadable(path:reason:)`` for a folder, a device, or a file the
  ///   system refuses.
  init(path: String, at location: String? = nil) throws(ShapefileError) {
    var status = stat()
    self.location = location ?? path
    guard unsafe stat(self.location, &status) == 0 else {
      throw .unreadable(path: path, reason: Self.systemReason())
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "it is not a file")
    }
    let descriptor = unsafe open(self.location, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason()) }
    self.path = path
    self.size = Int(status.st_size)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Returns whether there is anything at a path.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Writes a small file whole, in place of one of the same name.
  ///
  /// - Throws: ``ShapefileError/unwritable(path:reason:)`` when the system refuses.
  static func write(_ bytes: [UInt8], to path: String) throws(ShapefileError) {
    guard let file = unsafe fopen(path, "wb") else {
      throw .unwritable(path: path, reason: systemReason())
    }
    // The array holds `bytes.count` bytes.
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else {
      throw .unwritable(path: path, reason: systemReason())
    }
  }

  /// Returns the system's words for the last failed call.
  static func systemReason() -> String {
    // strerror returns a string that ends in NUL and stays valid until the next call.
    unsafe String(cString: strerror(errno)).lowercased()
  }

  /// Returns one byte.
  mutating func byte(at offset: Int) throws(ShapefileError) -> UInt8 {
    try require(offset, count: 1)
    return window[offset - windowStart]
  }

  /// Returns a run of bytes.
  mutating func bytes(at offset: Int, count: Int) throws(ShapefileError) -> ArraySlice<UInt8> {
    try require(offset, count: count)
    return window[offset - windowStart..<offset - windowStart + count]
  }

  /// Returns an unsigned number of four bytes, the most significant first.
  mutating func bigEndian(at offset: Int) throws(ShapefileError) -> Int {
    try require(offset, count: 4)
    let first = offset - windowStart
    return window[first..<first + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Returns a signed number of four bytes, the least significant first.
  mutating func littleEndian(at offset: Int) throws(ShapefileError) -> Int {
    try require(offset, count: 4)
    let first = offset - windowStart
    let bits = window[first..<first + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int(Int32(bitPattern: bits))
  }

  /// Returns a number of eight bytes, the least significant first.
  mutating func real(at offset: Int) throws(ShapefileError) -> Double {
    try require(offset, count: 8)
    let first = offset - windowStart
    return Double(
      bitPattern: window[first..<first + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// Moves the window so that it holds the bytes asked for.
  private mutating func require(_ offset: Int, count: Int) throws(ShapefileError) {
    guard offset >= 0, count >= 0, offset <= size - count else {
      throw .truncated(path: path, bytes: size, expected: offset + count)
    }
    if offset >= windowStart, offset + count <= windowStart + window.count { return }
    let wanted = min(max(count, Self.windowSize), size - offset)
    window = try read(at: offset, count: wanted)
    windowStart = offset
    guard window.count >= count else {
      throw .truncated(path: path, bytes: offset + window.count, expected: offset + count)
    }
  }

  private func read(at offset: Int, count: Int) throws(ShapefileError) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        // The buffer holds `count` bytes and `initialized` of them are filled.
        let got = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: initialized), count - initialized,
          off_t(offset + initialized))
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        initialized += got
      }
    }
    if failed { throw .unreadable(path: path, reason: Self.systemReason()) }
    return bytes
  }
}
