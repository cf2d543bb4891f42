import Incidents
import Parts
import Statistics
import Testing

@testable import HotspotAnalysis

@Suite("Tables of hours as bytes")
struct AoristicAccumulatorPartsTests {
  /// Monday 10 February 2025, 10:00 in universal time.
  private static let monday: Int64 = 1_739_181_600

  @Test("an instant is one whole in its hour, and two bytes of nothing in the others")
  func instant() throws {
    var table = AoristicAccumulator(rules: .utc)
    #expect(encoded(table) == [0])
    table.add(TimeWindow(start: Self.monday, end: Self.monday))
    let none = { (hours: Int) in [UInt8](repeating: 0, count: 2 * hours) }
    // One incident, zig-zag 2; nothing from whole weeks; one whole at Monday 10:00.
    #expect(encoded(table) == [2, 0, 0] + none(10) + [1, 0] + none(157))
    #expect(try decoded(encoded(table)).profile() == table.profile())
  }

  @Test("tables of parts add up to the bytes of all windows", arguments: 0..<4 as Range<UInt64>)
  func sums(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var whole = AoristicAccumulator(rules: .utc)
    var parts = [AoristicAccumulator](repeating: whole, count: 5)
    for _ in 0..<400 {
      let start = Self.monday + Int64.random(in: 0...20_000_000, using: &random)
      let length = Int64.random(
        in: 0...(Bool.random(using: &random) ? 90_000 : 5_000_000), using: &random)
      let window = TimeWindow(start: start, end: start + length)
      whole.add(window)
      parts[Int.random(in: 0..<5, using: &random)].add(window)
    }
    var sum = AoristicAccumulator(rules: .utc)
    for part in parts.shuffled(using: &random) { sum.merge(try decoded(encoded(part))) }
    #expect(encoded(sum.settled) == encoded(whole))
    #expect(sum.profile() == whole.profile())
  }

  @Test("hours that do not add up to the incidents are refused, and a table without its zone")
  func faults() {
    let none = { (hours: Int) in [UInt8](repeating: 0, count: 2 * hours) }
    #expect(throws: PartError.self) { try decoded([2, 0, 0] + none(168)) }
    #expect(throws: PartError.self) { try decoded([2, 0, 0] + none(10) + [1, 1] + none(157)) }
    #expect(throws: PartError.self) { try decoded([2, 0, 0, 1, 0, 1, 0] + none(166)) }
    #expect(throws: PartError.self) { try decoded([2, 2, 0] + none(10) + [1, 0] + none(157)) }
    #expect(throws: PartError.self) {
      var part = PartDecoder([0])
      _ = try part.decode(AoristicAccumulator.self)
    }
  }

  private func encoded(_ table: AoristicAccumulator) -> [UInt8] {
    var part = PartEncoder()
    part.encode(table)
    return part.bytes
  }

  private func decoded(_ bytes: [UInt8]) throws(PartError) -> AoristicAccumulator {
    var part = PartDecoder(bytes)
    part.provide(TimeZoneRules.utc)
    let table: AoristicAccumulator = try part.decode()
    try part.finish()
    return table
  }
}
