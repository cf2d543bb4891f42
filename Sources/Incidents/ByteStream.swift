import Archives
import CZlib
import Glibc

/// The bytes of a file, of a file in an archive or of standard input, decompressed where they are
/// gzip, and in UTF-8 where they are text in UTF-16.
///
/// Owns the file descriptor and the decompressor. Not for use by several threads at once.
@safe final class ByteStream {
  /// The name that messages use.
  let path: String
  /// Whether the file can be read a second time.
  let canRepeat: Bool
  /// How many bytes were read from the file, before decompression.
  private(set) var bytesRead = 0

  /// Whether the bytes are decompressed on the way.
  private(set) var isCompressed = false
  /// What turns UTF-16 into UTF-8; `nil` for all other bytes.
  private(set) var wideText: WideText?
  /// The UTF-8 that was made of UTF-16, and how much of it has been handed out.
  private var narrow: (text: [UInt8], taken: Int) = ([], 0)
  private let input: Input
  /// Bytes that were looked at ahead and are still to be handed out.
  private var ahead: [UInt8] = []
  private var inflater = unsafe z_stream()
  private var memberIsOpen = false
  private var fileEnded = false
  /// Bytes of the file not handed out yet: those looked at to tell the kind, or compressed ones.
  private var pending: [UInt8] = []

  private static let compressedBlock = 1 << 16
  /// How many bytes are looked at to tell the encoding.
  private static let bytesLookedAt = 512
  /// The first byte of every gzip member (RFC 1952, section 2.3.1).
  private static let gzipStart: UInt8 = 0x1f

  /// Where the bytes come from.
  private enum Input {
    /// An open file of the system.
    case descriptor(Int32)
    /// A file in an archive.
    case entry(ArchiveStream)
  }

  /// Opens a file, or standard input for `-`.
  ///
  /// - Throws: ``IncidentError/noSuchFile(path:)``, ``IncidentError/cannotOpen(path:reason:)`` for
  ///   folders and files without permission.
  convenience init(path: String) throws(IncidentError) {
    if path == "-" {
      try self.init(path: "standard input", .descriptor(STDIN_FILENO), canRepeat: false)
    } else {
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        if errno == ENOENT { throw .noSuchFile(path: path) }
        throw .cannotOpen(path: path, reason: Self.systemMessage())
      }
      var status = stat()
      let kind = unsafe fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
      if kind == S_IFDIR {
        close(descriptor)
        throw .cannotOpen(path: path, reason: "it is a folder")
      }
      try self.init(path: path, .descriptor(descriptor), canRepeat: kind == S_IFREG)
    }
  }

  /// Opens a file in an archive.
  ///
  /// - Throws: ``IncidentError/archive(_:)``.
  convenience init(_ entry: ArchiveEntry, of archive: Archive) throws(IncidentError) {
    let stream: ArchiveStream
    do throws(ArchiveError) {
      stream = try archive.open(entry)
    } catch {
      throw .archive(error)
    }
    try self.init(path: stream.path, .entry(stream), canRepeat: true)
  }

  private init(path: String, _ input: Input, canRepeat: Bool) throws(IncidentError) {
    self.path = path
    self.input = input
    self.canRepeat = canRepeat
    pending = try readFile(atMost: 512)
    if pending.starts(with: [0x1f, 0x8b]) {
      isCompressed = true
      // 16 asks zlib for the gzip format; the window is the largest.
      guard
        unsafe inflateInit2_(
          &inflater, 16 + MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
          == Z_OK
      else {
        throw .damagedCompression(path: self.path, reason: "zlib cannot start")
      }
      memberIsOpen = true
    }
    try findWideText()
  }

  /// Finds out whether the bytes are text in UTF-16, and begins to turn it into UTF-8.
  private func findWideText() throws(IncidentError) {
    let start = try bytes(atMost: Self.bytesLookedAt)
    switch WideText.finding(in: start) {
    case nil: ahead = start
    case .utf32: throw .wideCharacters(path: path)
    case .utf16(let order, let mark):
      var text = WideText(order)
      text.append(Array(start.dropFirst(mark)), to: &narrow.text)
      wideText = text
    }
  }

  /// Whether the bytes are those of a file of its own that can be read a second time.
  var isFile: Bool { if case .descriptor = input { canRepeat } else { false } }

  /// Returns the bytes of a file; nil for what is no regular file, such as a pipe, and where none
  /// is.
  static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Returns the last bytes of a file as they are stored; `nil` if it cannot be read.
  static func end(ofFile path: String, atMost count: Int) -> [UInt8]? {
    guard let size = size(ofFile: path) else { return nil }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let length = min(size, count)
    return unsafe [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      while filled < length {
        // Bound: the buffer holds `length` bytes, of which `filled` have been read.
        let got = unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), length - filled,
          off_t(size - length + filled))
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
    }
  }

  deinit {
    if isCompressed { unsafe inflateEnd(&inflater) }
    if case .descriptor(let descriptor) = input, descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Fills a buffer with the next bytes.
  ///
  /// - Returns: How many there were: fewer than the buffer holds only at the end.
  /// - Throws: ``IncidentError/unreadable(path:reason:)``,
  ///   ``IncidentError/damagedCompression(path:reason:)``.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IncidentError) -> Int {
    var filled = 0
    if !ahead.isEmpty {
      filled = min(ahead.count, buffer.count)
      unsafe buffer.copyBytes(from: ahead[..<filled])
      ahead.removeFirst(filled)
    }
    while filled < buffer.count {
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count =
        try wideText == nil ? unsafe readAsStored(into: rest) : unsafe readNarrow(into: rest)
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private func readAsStored(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IncidentError) -> Int {
    try isCompressed ? unsafe inflateMore(into: buffer) : unsafe readMore(into: buffer)
  }

  /// Turns the next bytes of UTF-16 into UTF-8.
  private func readNarrow(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IncidentError) -> Int {
    while narrow.taken == narrow.text.count {
      narrow.text.removeAll(keepingCapacity: true)
      narrow.taken = 0
      let bytes = try unsafe gather(atMost: Self.compressedBlock) {
        (buffer) throws(IncidentError) in
        try unsafe readAsStored(into: buffer)
      }
      if bytes.isEmpty {
        if wideText?.isCut == true { throw .cutCharacter(path: path) }
        return 0
      }
      wideText?.append(bytes, to: &narrow.text)
    }
    let count = min(buffer.count, narrow.text.count - narrow.taken)
    unsafe buffer.copyBytes(from: narrow.text[narrow.taken..<narrow.taken + count])
    narrow.taken += count
    return count
  }

  /// Returns the next bytes.
  ///
  /// - Returns: Fewer than asked for only at the end.
  func bytes(atMost count: Int) throws(IncidentError) -> [UInt8] {
    try unsafe gather(atMost: count) { (buffer) throws(IncidentError) in
      try unsafe read(into: buffer)
    }
  }

  private func gather(
    atMost count: Int,
    _ read: (UnsafeMutableRawBufferPointer) throws(IncidentError) -> Int
  ) throws(IncidentError) -> [UInt8] {
    var failure: IncidentError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      do throws(IncidentError) {
        initialised = try unsafe read(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Returns the next bytes, which are handed out again afterwards.
  func peek(atMost count: Int) throws(IncidentError) -> [UInt8] {
    ahead = try bytes(atMost: count)
    return ahead
  }

  private func readMore(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IncidentError) -> Int {
    if !pending.isEmpty {
      let count = min(pending.count, buffer.count)
      unsafe buffer.copyBytes(from: pending[..<count])
      pending.removeFirst(count)
      return count
    }
    return try unsafe readInput(into: buffer)
  }

  /// Reads the next bytes as they are stored.
  private func readInput(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IncidentError) -> Int {
    switch input {
    case .entry(let stream):
      let count: Int
      do throws(ArchiveError) {
        count = try unsafe stream.read(into: buffer)
      } catch {
        throw .archive(error)
      }
      bytesRead = stream.compressedBytesRead
      return count
    case .descriptor(let descriptor):
      while true {
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 {
          bytesRead += count
          return count
        }
        if errno != EINTR { throw .unreadable(path: path, reason: Self.systemMessage()) }
      }
    }
  }

  /// Decompresses into a buffer; a file may hold several compressed members, one after the other.
  private func inflateMore(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(IncidentError) -> Int {
    while true {
      if pending.isEmpty && !fileEnded {
        pending = try readFile(atMost: Self.compressedBlock)
        if pending.isEmpty { fileEnded = true }
      }
      if pending.isEmpty {
        if memberIsOpen {
          throw .damagedCompression(path: path, reason: "it ends in the middle")
        }
        return 0
      }
      if !memberIsOpen {
        if pending.first != Self.gzipStart {
          try passPadding()
          return 0
        }
        unsafe inflateReset(&inflater)
        memberIsOpen = true
      }
      let available = buffer.count
      var status = Z_OK
      var used = 0
      var made = 0
      let offered = pending.count
      unsafe pending.withUnsafeMutableBufferPointer { input in
        unsafe inflater.next_in = input.baseAddress
        unsafe inflater.avail_in = UInt32(input.count)
        unsafe inflater.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        unsafe inflater.avail_out = UInt32(clamping: available)
        status = unsafe inflate(&inflater, Z_NO_FLUSH)
        used = unsafe offered - Int(inflater.avail_in)
        made = unsafe min(available, Int(UInt32.max)) - Int(inflater.avail_out)
      }
      pending.removeFirst(used)
      switch status {
      case Z_STREAM_END:
        memberIsOpen = false
      case Z_OK, Z_BUF_ERROR:
        break
      default:
        throw .damagedCompression(path: path, reason: "zlib says error \(status)")
      }
      if made > 0 { return made }
      if status == Z_BUF_ERROR && used == 0 && fileEnded {
        throw .damagedCompression(path: path, reason: "it ends in the middle")
      }
    }
  }

  /// Passes the zeros that tapes and block devices leave behind the last member, up to the end of
  /// the file; gzip does so too.
  private func passPadding() throws(IncidentError) {
    repeat {
      guard pending.allSatisfy({ $0 == 0 }) else {
        throw .damagedCompression(
          path: path, reason: "bytes that are neither gzip nor zeros follow its end")
      }
      pending = try readFile(atMost: Self.compressedBlock)
    } while !pending.isEmpty
    fileEnded = true
  }

  private func readFile(atMost count: Int) throws(IncidentError) -> [UInt8] {
    try unsafe gather(atMost: count) { (buffer) throws(IncidentError) in
      try unsafe readInput(into: buffer)
    }
  }

  private static func systemMessage() -> String {
    errno == EACCES
      ? "permission is denied" : unsafe String(cString: strerror(errno)).lowercased()
  }
}
