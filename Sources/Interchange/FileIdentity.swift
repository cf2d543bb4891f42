import Glibc

/// What the system knows of a file, by which one state of it is told from another.
///
/// A file that is written to gets new times, and the second of them (`st_ctim`) also where whoever
/// wrote puts the first back; one that takes another's name is another file of the device.
package struct FileIdentity: Sendable, Equatable {
  /// How many bytes the file holds.
  package let size: Int
  private let device: UInt64
  private let file: UInt64
  /// Seconds and nanoseconds of the last change of the bytes, then of anything about the file.
  private let times: [Int]

  /// Identifies what has a name now; `nil` for nothing, and for what is no file on a disk.
  package init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Identifies what an open descriptor reads; `nil` for a pipe or a terminal.
  package init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int(status.st_size)
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
    times = [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }
}
