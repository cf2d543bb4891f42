/// Bounds on what an archive may make the reader do.
package enum ArchiveLimits {
  /// The most files an archive may have; all of data.police.uk's in one archive are some thousands.
  package static let entries = 200_000
  /// How many times larger than its packed bytes a file may become.
  ///
  /// Deflate cannot pass 1,032; rows of incidents stay below 30, the XML of worksheets below 100.
  package static let ratio = 300
  /// Files that expand to fewer bytes than this are never refused for their ratio.
  package static let harmlessSize = 1 << 26
  /// The most bytes to which the files of a layer or a workbook may be unpacked together.
  package static let unpackedSize = 1 << 33
}
