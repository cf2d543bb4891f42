/// A grid of datum shifts that an operation needs and that is not on this machine.
package struct MissingGrid: Sendable, Hashable, CustomStringConvertible {
  /// The file's name in PROJ's collection: `uk_os_OSTN15_NTv2_OSGBtoETRS.tif`.
  package let fileName: String
  /// The file's name at its publisher's, also found by PROJ: `OSTN15_NTv2_OSGBtoETRS.gsb`.
  package let publishersName: String?
  /// Where PROJ's collection offers the file.
  package let address: String?

  /// Creates a note of a missing grid.
  package init(fileName: String, publishersName: String?, address: String?) {
    self.fileName = fileName
    self.publishersName = publishersName
    self.address = address
  }

  /// The file's name or names.
  package var description: String {
    guard let publishersName, publishersName != fileName else { return "'\(fileName)'" }
    return "'\(publishersName)' (or '\(fileName)')"
  }
}
