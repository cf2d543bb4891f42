/// A ZIP archive of one file, as it is, without compression.
///
/// After PKWARE's APPNOTE 6.3.3 (4.3.7, 4.3.12, 4.3.16),
/// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
enum StoredArchive {
  /// Returns the archive.
  ///
  /// - Parameters:
  ///   - content: The bytes of the file, fewer than 2^32.
  ///   - name: Its name, in ASCII.
  /// - Returns: The bytes of the archive; the time of the file is the beginning of 1980.
  static func bytes(of content: [UInt8], named name: String) -> [UInt8] {
    let name = Array(name.utf8)
    let length = UInt32(content.count)
    // Version 1.0, no flags, stored, midnight of 1 January 1980, checksum, lengths.
    var common = short(10) + short(0) + short(0) + short(0) + short(0x0021)
    common += long(checksum(of: content)) + long(length) + long(length)
    common += short(UInt16(name.count)) + short(0)
    let local = long(0x0403_4B50) + common + name + content
    // No comment, on the first disk, no attributes, at the beginning of the archive.
    var entry = long(0x0201_4B50) + short(10) + common + short(0) + short(0) + short(0)
    entry += long(0) + long(0) + name
    var end = long(0x0605_4B50) + short(0) + short(0) + short(1) + short(1)
    end += long(UInt32(entry.count)) + long(UInt32(local.count)) + short(0)
    return local + entry + end
  }

  /// Returns the CRC-32 of bytes (ISO 3309).
  static func checksum(of bytes: [UInt8]) -> UInt32 {
    var table: [UInt32] = []
    for number in UInt32(0)..<256 {
      var rest = number
      for _ in 0..<8 { rest = rest & 1 == 1 ? (rest >> 1) ^ 0xEDB8_8320 : rest >> 1 }
      table.append(rest)
    }
    var sum = ~UInt32(0)
    for byte in bytes { sum = (sum >> 8) ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }

  private static func short(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }

  private static func long(_ number: UInt32) -> [UInt8] {
    short(UInt16(truncatingIfNeeded: number)) + short(UInt16(truncatingIfNeeded: number >> 16))
  }
}
