/// The content of a file of the IANA time zone database.
///
/// The format is RFC 9636, https://www.rfc-editor.org/rfc/rfc9636: a list of past changes, then a
/// rule for all later years, which is written out here for each year up to 2200.
struct TimeZoneFile {
  /// Why bytes are not such a file.
  enum Fault: Error, Equatable {
    /// The file does not begin with `TZif`, or its version is older than 2.
    case notATimeZoneFile
    /// The file ends early or its parts disagree.
    case damaged
  }

  /// The offset before the first change, in seconds.
  private(set) var firstOffset: Int64
  /// The changes, ascending, with the offset that holds from each on.
  private(set) var changes: [(instant: Int64, offset: Int64)] = []

  /// Reads a file.
  init(_ bytes: [UInt8]) throws(Fault) {
    guard bytes.count >= Header.size, bytes.starts(with: Array("TZif".utf8)),
      bytes[4] >= UInt8(ascii: "2")
    else { throw .notATimeZoneFile }
    // The first block, of 32-bit times, is for readers older than 2005.
    let old = Header(bytes, at: 0)
    let start = Header.size + old.blockSize(timeSize: 4)
    guard bytes.count >= start + Header.size else { throw .damaged }
    let header = Header(bytes, at: start)
    let times = start + Header.size
    let kinds = times + header.timeCount * 8
    let types = kinds + header.timeCount
    let footer = start + Header.size + header.blockSize(timeSize: 8)
    guard footer <= bytes.count, header.typeCount > 0 else { throw .damaged }

    func offset(ofType type: Int) -> Int64 {
      Int64(Int32(truncatingIfNeeded: bytes.bigEndian(at: types + type * 6, size: 4)))
    }
    firstOffset = offset(ofType: 0)
    var latest = Int64.min
    for index in 0..<header.timeCount {
      let instant = bytes.bigEndian(at: times + index * 8, size: 8)
      let type = Int(bytes[kinds + index])
      guard type < header.typeCount, instant > latest else { throw .damaged }
      latest = instant
      if instant < TimeZoneRules.range.lowerBound {
        firstOffset = offset(ofType: type)
      } else {
        changes.append((instant, offset(ofType: type)))
      }
    }

    let rule = bytes[footer...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    guard bytes.count > footer, bytes[footer] == UInt8(ascii: "\n") else { throw .damaged }
    if rule.isEmpty {
      try check()
      return
    }
    guard let later = YearlyClockRule(Array(rule)) else { throw .damaged }
    if header.timeCount == 0 { firstOffset = later.standardOffset }
    let years = DateColumnReader.years
    for year in years.lowerBound...years.upperBound + 1 {
      for change in later.changes(in: year) where change.instant > latest {
        // Summer time all year is written as one that ends in the second in which the next begins.
        if let last = changes.last, last.instant >= change.instant { changes.removeLast() }
        changes.append(change)
      }
    }
    try check()
  }

  // MARK: -

  /// Checks that the changes ascend and that no clock is more than 26 hours from UTC.
  private func check() throws(Fault) {
    guard zip(changes, changes.dropFirst()).allSatisfy({ $0.instant < $1.instant }),
      (changes.map(\.offset) + [firstOffset]).allSatisfy({ abs($0) <= 26 * 3600 })
    else { throw .damaged }
  }

  /// The counts at the head of a block.
  private struct Header {
    static let size = 44
    var utcCount, standardCount, leapCount, timeCount, typeCount, characterCount: Int

    init(_ bytes: [UInt8], at position: Int) {
      func count(_ index: Int) -> Int {
        Int(bytes.bigEndian(at: position + 20 + index * 4, size: 4) & 0xFFFF_FFFF)
      }
      utcCount = count(0)
      standardCount = count(1)
      leapCount = count(2)
      timeCount = count(3)
      typeCount = count(4)
      characterCount = count(5)
    }

    func blockSize(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
        + standardCount + utcCount
    }
  }
}

extension [UInt8] {
  /// Returns a big-endian number of up to eight bytes, its high bits unset where it is shorter.
  fileprivate func bigEndian(at position: Int, size: Int) -> Int64 {
    Int64(
      bitPattern: self[position..<position + size].reduce(0) { $0 << 8 | UInt64($1) })
  }
}
