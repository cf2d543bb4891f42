import CPROJ
import Glibc

/// Owns one context of PROJ: its search paths, its open database and its words.
///
/// A context belongs to one task at a time. It is cheap to make (a few microseconds) once the
/// process has opened the database, which the first coordinate system does (about 6 ms).
/// PROJ's messages are collected, never printed, and network access is off.
///
/// The corresponding C functions are `proj_context_create` and `proj_context_destroy`.
@safe package final class ProjectionContext {
  /// The folders searched for grids after PROJ's own.
  package let gridFolders: [String]
  let pointer: OpaquePointer
  private let messages = MessageLog()

  /// Creates a context.
  ///
  /// - Parameter gridFolders: More folders with grids, searched after PROJ's own.
  /// - Throws: ``ProjectionError/gridFolderMissing(path:)`` for a folder that does not exist,
  ///   ``ProjectionError/noContext`` when PROJ gives none.
  package init(gridFolders: [String] = []) throws(ProjectionError) {
    for folder in gridFolders where !Self.isFolder(folder) {
      throw .gridFolderMissing(path: folder)
    }
    guard let created = unsafe proj_context_create() else { throw .noContext }
    unsafe pointer = unsafe created
    self.gridFolders = gridFolders
    // The log outlives the context: it is released after this object's deinit destroyed it.
    let log = unsafe Unmanaged.passUnretained(messages).toOpaque()
    unsafe proj_log_func(pointer, log) { log, _, text in
      guard let log = unsafe log, let text = unsafe text else { return }
      unsafe Unmanaged<MessageLog>.fromOpaque(log).takeUnretainedValue().append(
        String(cString: text))
    }
    unsafe proj_context_set_enable_network(pointer, 0)
    if !gridFolders.isEmpty { addSearchPaths(gridFolders) }
  }

  deinit { unsafe proj_context_destroy(pointer) }

  /// Returns what PROJ said since the last call, as one line without its function names.
  func takeMessage(otherwise fallback: String) -> String {
    let lines = messages.take()
    guard let line = lines.first(where: { $0.contains("proj.db") }) ?? lines.last else {
      return fallback
    }
    guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(" ") else { return line }
    let text = line[line.index(after: colon)...].drop { $0 == " " }
    return text.isEmpty ? line : String(text)
  }

  /// Forgets what PROJ said, before a call whose words matter.
  func forgetMessages() { _ = messages.take() }

  /// Appends folders to the paths that PROJ searches by default.
  private func addSearchPaths(_ folders: [String]) {
    // A list that is set replaces the default one, so the default one goes first.
    var paths: [String] = []
    if let defaults = unsafe proj_info().searchpath {
      paths = unsafe String(cString: defaults).split(separator: ":").map(String.init)
    }
    paths += folders
    let copies = unsafe paths.map { path in unsafe UnsafePointer(strdup(path)) }
    // PROJ copies the strings during the call, whose length is that of the buffer.
    unsafe copies.withUnsafeBufferPointer { buffer in
      unsafe proj_context_set_search_paths(pointer, Int32(buffer.count), buffer.baseAddress)
    }
    unsafe copies.forEach { unsafe free(UnsafeMutablePointer(mutating: $0)) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The latest messages of one context.
private final class MessageLog {
  private var lines: [String] = []

  func append(_ line: String) {
    // Enough to explain a failure; a million points outside an area must not fill the memory.
    if lines.count < 32 { lines.append(line) }
  }

  func take() -> [String] {
    defer { lines.removeAll(keepingCapacity: true) }
    return lines
  }
}
