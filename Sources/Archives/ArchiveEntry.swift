/// A file in an archive, as the archive's directory describes it.
package struct ArchiveEntry: Sendable, Equatable {
  /// The path inside the archive, in UTF-8, with slashes between folders.
  package let name: String
  /// The bytes when unpacked.
  package let size: Int
  /// The bytes in the archive.
  package let compressedSize: Int
  /// The CRC-32 of the unpacked bytes.
  package let checksum: UInt32
  /// The position in the archive's directory.
  let index: UInt64
  /// How it is compressed, as APPNOTE.TXT numbers it (section 4.4.5).
  let method: Int
  /// Whether a password is needed.
  let isEncrypted: Bool

  /// The last step of the path; some programs write backslashes into archives.
  package var lastStep: String {
    name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
  }

  /// Whether it lies in a hidden folder or in one that macOS adds, or is hidden itself.
  package var isHidden: Bool {
    name.split { $0 == "/" || $0 == "\\" }.contains { step in
      step.hasPrefix(".") || step.hasPrefix("~$") || step == "__MACOSX"
    }
  }

  /// Whether it is a folder, which has no bytes.
  package var isFolder: Bool { name.hasSuffix("/") }
}
