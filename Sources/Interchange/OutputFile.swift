import Glibc

/// A file that appears under its name only when it is complete.
///
/// The bytes go to a hidden file beside it, which is renamed at the end and removed when anything
/// fails before. The name `-` is standard output; a device or pipe is written to as it is.
@safe package final class OutputFile {
  /// The name that was typed.
  package let path: String
  /// How many bytes have been written.
  package private(set) var byteCount = 0

  /// The hidden file; empty where the bytes go straight to where they belong.
  private let partPath: String
  private var descriptor: Int32
  private var isCommitted = false

  /// Opens a file for writing.
  ///
  /// - Throws: ``OutputError/cannotCreate(path:reason:)``.
  package init(path: String) throws(OutputError) {
    self.path = path
    if path == "-" {
      partPath = ""
      descriptor = STDOUT_FILENO
      return
    }
    var status = stat()
    let kind = unsafe stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    if kind == S_IFDIR { throw .cannotCreate(path: path, reason: "it is a folder") }
    if kind != S_IFREG {
      partPath = ""
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw .cannotCreate(path: path, reason: Self.systemMessage(errno))
      }
      return
    }
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    partPath = "\(path[..<cut]).\(path[cut...]).\(getpid()).part"
    // Readable and writable as the user's mask allows, like any file made by the shell.
    descriptor = unsafe open(partPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: path, reason: Self.systemMessage(errno))
    }
  }

  deinit {
    guard path != "-" else { return }
    if descriptor >= 0 { close(descriptor) }
    if !isCommitted && !partPath.isEmpty { unsafe unlink(partPath) }
  }

  /// Returns where the file lies until it is committed, for a library that writes it itself.
  ///
  /// - Parameter format: What the file will be, for the message.
  /// - Returns: The path of the hidden file.
  /// - Throws: ``OutputError/cannotCreate(path:reason:)`` for standard output, devices and pipes,
  ///   where nothing can be written out of order.
  package func requireLocation(for format: String) throws(OutputError) -> String {
    guard !partPath.isEmpty else {
      throw .cannotCreate(path: path, reason: "\(format) needs a file, and it is none")
    }
    return partPath
  }

  /// Writes bytes.
  ///
  /// - Throws: ``OutputError/cannotWrite(path:reason:)``, ``OutputError/readerClosed``.
  package func write(_ buffer: ByteBuffer) throws(OutputError) {
    var start = 0
    let bytes = buffer.bytes
    while start < bytes.count {
      var failure: Int32 = 0
      let count = unsafe bytes.withUnsafeBytes { bytes in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        failure = errno
        return written
      }
      if count < 0 {
        if failure == EINTR { continue }
        if failure == EPIPE && path == "-" { throw .readerClosed }
        throw .cannotWrite(path: path, reason: Self.systemMessage(failure))
      }
      start += count
    }
    byteCount += bytes.count
  }

  /// Gives the complete file its name.
  ///
  /// - Throws: ``OutputError/cannotWrite(path:reason:)``.
  package func commit() throws(OutputError) {
    guard path != "-" else { return }
    let status = close(descriptor)
    descriptor = -1
    guard status == 0, unsafe partPath.isEmpty || rename(partPath, path) == 0 else {
      throw .cannotWrite(path: path, reason: Self.systemMessage(errno))
    }
    isCommitted = true
  }

  private static func systemMessage(_ number: Int32) -> String {
    switch number {
    case ENOENT: "the folder does not exist"
    case EACCES, EPERM, EROFS: "permission is denied"
    default: unsafe String(cString: strerror(number)).lowercased()
    }
  }

  /// Checks that a file can be made under a name, ahead of long work; leaves everything as it was.
  ///
  /// - Throws: ``OutputError/cannotCreate(path:reason:)``.
  package static func check(_ path: String) throws(OutputError) {
    var status = stat()
    let isSpecial =
      unsafe path == "-" || (stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
    // Opening a pipe would end it for its reader.
    if isSpecial && status.st_mode & S_IFMT != S_IFDIR { return }
    _ = try OutputFile(path: path)
  }

  /// Writes a whole file at once.
  ///
  /// - Throws: ``OutputError``.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    let file = try OutputFile(path: path)
    try file.write(ByteBuffer(bytes))
    try file.commit()
  }
}
