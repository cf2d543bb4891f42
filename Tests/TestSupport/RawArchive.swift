/// A ZIP archive put together byte by byte after APPNOTE.TXT, so that tests can make any, also
/// those that no program writes.
public struct RawArchive {
  /// One file of the archive.
  public struct File {
    /// The path inside the archive, as bytes.
    public var name: [UInt8]
    /// The bytes before they are packed.
    public var bytes: [UInt8]
    /// How they are packed: 0 as they are, 8 by deflate; other numbers claim what is not done.
    public var method: UInt16 = 8
    /// The general purpose flags: bit 0 is for encryption, bit 11 for names in UTF-8.
    public var flags: UInt16 = 1 << 11
    /// Whether the sizes stand in a zip64 extra field.
    public var isZip64 = false
    /// The checksum that is written, if it is not that of the bytes.
    public var checksum: UInt32?
    /// The size that is written, if it is not that of the bytes.
    public var size: Int?

    /// Describes a file with a name in UTF-8.
    public init(_ name: String, _ bytes: [UInt8]) {
      self.name = Array(name.utf8)
      self.bytes = bytes
    }

    /// Describes a file of text with a name in UTF-8.
    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }
  }

  /// The files, in the order in which they are written.
  public var files: [File]

  /// Describes an archive.
  public init(_ files: [File]) { self.files = files }

  /// The archive's bytes.
  public var bytes: [UInt8] {
    var local: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let packed = file.method == 8 ? Self.deflated(file.bytes) : file.bytes
      let checksum = file.checksum ?? Self.checksum(file.bytes)
      let size = file.size ?? file.bytes.count
      let sizes =
        file.isZip64
        ? Self.little(UInt32.max) + Self.little(UInt32.max)
        : Self.little(UInt32(packed.count)) + Self.little(UInt32(size))
      // Section 4.5.3: the unpacked size comes first.
      let extra =
        file.isZip64
        ? Self.little(UInt16(1)) + Self.little(UInt16(16)) + Self.little(UInt64(size))
          + Self.little(UInt64(packed.count)) : []
      // Sections 4.3.7 and 4.3.12; made on 2024-01-01.
      let common =
        Self.little(UInt16(file.isZip64 ? 45 : 20)) + Self.little(file.flags)
        + Self.little(file.method) + Self.little(UInt16(0)) + Self.little(UInt16(0x5821))
        + Self.little(checksum) + sizes + Self.little(UInt16(file.name.count))
        + Self.little(UInt16(extra.count))
      directory +=
        Self.little(UInt32(0x0201_4b50)) + Self.little(UInt16(45)) + common
        + [UInt8](repeating: 0, count: 10) + Self.little(UInt32(local.count)) + file.name + extra
      local += Self.little(UInt32(0x0403_4b50)) + common + file.name + extra + packed
    }
    // Section 4.3.16.
    let count = Self.little(UInt16(files.count))
    return local + directory + Self.little(UInt32(0x0605_4b50)) + Self.little(UInt32(0)) + count
      + count + Self.little(UInt32(directory.count)) + Self.little(UInt32(local.count))
      + Self.little(UInt16(0))
  }

  /// Returns bytes in the format of RFC 1951, in blocks that are not compressed (section 3.2.4).
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += little(count) + little(~count)
      result += block
    } while !rest.isEmpty
    return result
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    (0..<value.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
    return value
  }

  /// The CRC-32 of RFC 1952, section 8.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}
