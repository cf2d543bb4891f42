import Parts
import Statistics
import Testing

@testable import Incidents

@Suite("Tallies of rows as bytes")
struct RowTallyPartsTests {
  private struct Row {
    var reason: RowReason?
    var day: Int
    var reference: UInt64
    var place: UInt64
  }

  /// Rows of four years with six thousand references, and some days that cannot be.
  private static func rows(_ seed: UInt64) -> [Row] {
    var random = SplitMix64(seed: seed)
    let references = (0..<6000).map { _ in random.next() | 1 }
    return (0..<9000).map { row in
      Row(
        reason: Int.random(in: 0..<4, using: &random) == 0
          ? RowReason.allCases.randomElement(using: &random) : nil,
        day: row % 500 == 0
          ? Int.random(in: -200_000...200_000, using: &random)
          : Int.random(in: 16_000..<17_461, using: &random),
        reference: references.randomElement(using: &random) ?? 1,
        place: UInt64.random(in: 1...900, using: &random) &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  private static func tally(_ rows: [Row]) -> RowTally {
    var tally = RowTally()
    for row in rows {
      tally.read += 1
      if let reason = row.reason {
        tally.counts[reason.rawValue] += 1
        tally.incidents[reason.rawValue] += 3
      }
      tally.times.withoutEnd += 1
      tally.outOfRange.metres += row.day % 7 == 0 ? 1 : 0
      tally.dateTally.add(CivilTime(seconds: Int64(row.day) * 86_400), isMonth: false)
      tally.samples.references.add(row.reference)
      tally.samples.places.add(row.place)
    }
    return tally
  }

  @Test("tallies of parts add up to the bytes of all rows", arguments: 0..<4 as Range<UInt64>)
  func sums(seed: UInt64) throws {
    let rows = Self.rows(seed)
    let whole = Self.tally(rows)
    #expect(!whole.samples.references.isExact)
    var random = SplitMix64(seed: seed + 99)
    var parts = [[Row]](repeating: [], count: 8)
    for row in rows { parts[Int.random(in: 0..<8, using: &random)].append(row) }
    var sum = RowTally()
    for part in parts.shuffled(using: &random) {
      sum.merge(try decoded(RowTally.self, encoded(Self.tally(part))))
    }
    #expect(sum == whole)
    #expect(encoded(sum) == encoded(whole))
    #expect(sum.dates == whole.dates)
  }

  @Test("a month of days takes the gap before it and a byte for each day")
  func days() {
    var tally = DateTally()
    for day in 17_167..<17_198 {
      tally.add(CivilTime(seconds: Int64(day) * 86_400), isMonth: false)
    }
    // Not monthly; nothing before, after or implausible; one run; its start, 79258 days after 1800 by
    // Python's datetime.date, in three bytes; 31 days.
    let start: [UInt8] = [0x9A, 0xEB, 0x04]
    #expect(encoded(tally) == [0, 0, 0, 0, 1] + start + [31] + [UInt8](repeating: 1, count: 31))
  }

  @Test("an incident takes five bytes, hours without incidents one")
  func expected() throws {
    var count = ExpectedCount()
    #expect(encoded(count) == [0])
    count.add(.whole, times: 1)
    // One incident, which must and could lie there: zig-zag 2; one whole, no rest.
    #expect(encoded(count) == [2, 2, 2, 1, 0])
    #expect(throws: PartError.self) { try decoded(ExpectedCount.self, [2, 2, 2, 2, 0]) }
    #expect(throws: PartError.self) { try decoded(ExpectedCount.self, [2, 4, 2, 1, 0]) }
    #expect(throws: PartError.self) { try decoded(ExpectedCount.self, [2, 0, 2, 1, 1]) }
  }

  @Test("changed bytes are errors or tallies", arguments: 0..<10 as Range<UInt64>)
  func hostileBytes(seed: UInt64) {
    let bytes = encoded(Self.tally(Array(Self.rows(seed).prefix(300))))
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var forged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        forged[Int.random(in: forged.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        forged.removeLast(Int.random(in: 1...forged.count, using: &random))
      }
      guard let tally = try? decoded(RowTally.self, forged) else { continue }
      // Whatever it is, results can be made of it.
      _ = tally.dates?.gaps(from: CivilDate(dayNumber: 0), before: CivilDate(dayNumber: 20_000))
      _ = (tally.samples.references.distinct, tally.samples.references.repeated)
      #expect(encoded(tally) == forged)
    }
  }

  private func encoded(_ value: some PartCodable) -> [UInt8] {
    var part = PartEncoder()
    part.encode(value)
    return part.bytes
  }

  private func decoded<Value: PartCodable>(
    _ type: Value.Type, _ bytes: [UInt8]
  ) throws(PartError) -> Value {
    var part = PartDecoder(bytes)
    let value = try part.decode(type)
    try part.finish()
    return value
  }
}
