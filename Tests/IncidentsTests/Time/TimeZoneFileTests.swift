import Foundation
import Statistics
import Testing

@testable import Incidents

@Suite("Files of the time zone database")
struct TimeZoneFileTests {
  /// Builds a file of version 2 with changes and a rule for later years.
  func file(
    offsets: [Int32], changes: [(instant: Int64, type: UInt8)] = [], rule: String
  ) -> [UInt8] {
    var bytes = header(times: 0, types: 1)
    bytes += [0, 0, 0, 0, 0, 0, 0]
    bytes += header(times: changes.count, types: offsets.count)
    for change in changes { bytes += bigEndian(change.instant, size: 8) }
    for change in changes { bytes.append(change.type) }
    for offset in offsets {
      bytes += bigEndian(Int64(offset), size: 4)
      bytes += [0, 0]
    }
    bytes.append(0)
    bytes += Array("\n\(rule)\n".utf8)
    return bytes
  }

  /// Builds the head of a block with one character of abbreviations.
  func header(times: Int, types: Int) -> [UInt8] {
    var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
    for count in [0, 0, 0, times, types, 1] { bytes += bigEndian(Int64(count), size: 4) }
    return bytes
  }

  func bigEndian(_ value: Int64, size: Int) -> [UInt8] {
    (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  func rules(_ bytes: [UInt8]) throws -> TimeZoneRules {
    let file = try TimeZoneFile(bytes)
    return TimeZoneRules(name: "x", firstOffset: file.firstOffset, changes: file.changes)
  }

  @Test("the rule goes on where the changes end")
  func joinsRule() throws {
    // London to 2026: the changes of the spring and the autumn of 2025, then the rule.
    let bytes = file(
      offsets: [0, 3600], changes: [(1_743_296_400, 1), (1_761_440_400, 0)],
      rule: "GMT0BST,M3.5.0/1,M10.5.0")
    let rules = try rules(bytes)
    #expect(rules.period(at: 1_700_000_000).end == 1_743_296_400)
    #expect(
      rules.period(at: 1_780_000_000)
        == .init(start: 1_774_746_000, end: 1_792_890_000, offset: 3600))
  }

  /// Rules with an instant and the offset that `TZ=<rule> date -d @<instant> +%z` of GNU date
  /// prints.
  static let dated: [(rule: String, instant: Int64, offset: Int64)] = [
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_774_745_999, 0),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_774_746_000, 3_600),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_792_889_999, 3_600),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_792_890_000, 0),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_837_645_199, 0),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_837_645_200, 3_600),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_856_393_999, 3_600),
    ("GMT0BST,M3.5.0/1,M10.5.0", 1_856_394_000, 0),
    ("EST5EDT,M3.2.0,M11.1.0", 1_772_953_199, -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", 1_772_953_200, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", 1_793_512_799, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", 1_793_512_800, -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", 1_836_457_199, -18_000),
    ("EST5EDT,M3.2.0,M11.1.0", 1_836_457_200, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", 1_857_016_799, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", 1_857_016_800, -18_000),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_775_314_799, 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_775_314_800, 37_800),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_791_041_399, 37_800),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_791_041_400, 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_838_213_999, 39_600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_838_214_000, 37_800),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_853_940_599, 37_800),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_853_940_600, 39_600),
    ("<+0545>-5:45", 1_777_593_600, 20_700),
    ("<+0545>-5:45", 1_840_665_600, 20_700),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_774_745_999, 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_774_746_000, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_792_889_999, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_792_890_000, 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_837_645_199, 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_837_645_200, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_856_393_999, 3_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 1_856_394_000, 0),
    ("AAA3BBB,J60,J300", 1_772_341_199, -10_800),
    ("AAA3BBB,J60,J300", 1_772_341_200, -7_200),
    ("AAA3BBB,J60,J300", 1_793_073_599, -7_200),
    ("AAA3BBB,J60,J300", 1_793_073_600, -10_800),
    ("AAA3BBB,J60,J300", 1_835_499_599, -10_800),
    ("AAA3BBB,J60,J300", 1_835_499_600, -7_200),
    ("AAA3BBB,J60,J300", 1_856_231_999, -7_200),
    ("AAA3BBB,J60,J300", 1_856_232_000, -10_800),
    ("AAA3BBB,59/4:30:15,299", 1_772_350_214, -10_800),
    ("AAA3BBB,59/4:30:15,299", 1_772_350_215, -7_200),
    ("AAA3BBB,59/4:30:15,299", 1_793_073_599, -7_200),
    ("AAA3BBB,59/4:30:15,299", 1_793_073_600, -10_800),
    ("AAA3BBB,59/4:30:15,299", 1_835_422_214, -10_800),
    ("AAA3BBB,59/4:30:15,299", 1_835_422_215, -7_200),
    ("AAA3BBB,59/4:30:15,299", 1_856_145_599, -7_200),
    ("AAA3BBB,59/4:30:15,299", 1_856_145_600, -10_800),
    ("AAA-2BBB,J59/0,J61/0", 1_777_593_600, 7_200),
    ("AAA-2BBB,J59/0,J61/0", 1_835_301_599, 7_200),
    ("AAA-2BBB,J59/0,J61/0", 1_835_301_600, 10_800),
    ("AAA-2BBB,J59/0,J61/0", 1_835_557_199, 10_800),
    ("AAA-2BBB,J59/0,J61/0", 1_835_557_200, 7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_745_999, -7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_774_746_000, -3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_792_889_999, -3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_792_890_000, -7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_837_645_199, -7_200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_837_645_200, -3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_856_393_999, -3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 1_856_394_000, -7_200),
    ("XXX-3:20:10", 1_777_593_600, 12_010),
    ("XXX-3:20:10", 1_840_665_600, 12_010),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_774_569_599, 7_200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_774_569_600, 10_800),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_792_882_799, 10_800),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_792_882_800, 7_200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_837_468_799, 7_200),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_837_468_800, 10_800),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_856_386_799, 10_800),
    ("IST-2IDT,M3.4.4/26,M10.5.0", 1_856_386_800, 7_200),
  ]

  @Test("each way of writing a rule gives what GNU date prints", arguments: dated)
  func readsRules(value: (rule: String, instant: Int64, offset: Int64)) throws {
    let rules = try rules(file(offsets: [1], rule: value.rule))
    #expect(rules.period(at: value.instant).offset == value.offset)
  }

  @Test("the example of RFC 9636 for summer time all year is summer time all year")
  func readsEndlessSummer() throws {
    let rules = try rules(file(offsets: [-18_000], rule: "EST5EDT,0/0,J365/25"))
    // 2027 and 2028 begin at these instants of UTC.
    for newYear: Int64 in [1_798_761_600, 1_830_297_600] {
      for instant in stride(from: newYear - 86_400, to: newYear + 86_400, by: 1800) {
        #expect(rules.period(at: instant).offset == -14_400)
      }
    }
  }

  @Test("a file without a rule keeps its last offset")
  func worksWithoutRule() throws {
    let rules = try rules(file(offsets: [0, 7200], changes: [(1_000_000, 1)], rule: ""))
    #expect(rules.period(at: 4_000_000_000).offset == 7200)
    #expect(rules.period(at: 0).offset == 0)
  }

  @Test(
    "a rule that cannot be understood is damage",
    arguments: [
      "GM", "GMT", "GMT0BST", "GMT0BST,M3.5.0", "GMT0BST,M3.5.0,M13.5.0", "GMT0BST,M3.6.0,M10.5.0",
      "GMT0BST,M3.5.7,M10.5.0", "GMT0BST,J0,J300", "GMT0BST,400,10", "GMT0BST,M3.5.0/1,M10.5.0x",
      "GMT200", "<+03", "GMT0BST,M3.5.0/,M10.5.0", "GMT0BST3:99,M3.5.0,M10.5.0",
      "GMT0,M3.5.0,M4.1.0",
      "GMT99",
    ])
  func refusesRules(rule: String) {
    #expect(throws: TimeZoneFile.Fault.damaged) { try TimeZoneFile(file(offsets: [0], rule: rule)) }
  }

  @Test("what is not such a file is refused")
  func refusesOthers() {
    for bytes in [[], Array("TZif".utf8), [UInt8](repeating: 0x41, count: 100)] {
      #expect(throws: TimeZoneFile.Fault.notATimeZoneFile) { try TimeZoneFile(bytes) }
    }
    var old = file(offsets: [0], rule: "")
    old[4] = 0
    #expect(throws: TimeZoneFile.Fault.notATimeZoneFile) { try TimeZoneFile(old) }
    let backwards = file(offsets: [0, 1], changes: [(1000, 1), (500, 0)], rule: "")
    #expect(throws: TimeZoneFile.Fault.damaged) { try TimeZoneFile(backwards) }
    let missingType = file(offsets: [0], changes: [(1000, 1)], rule: "")
    #expect(throws: TimeZoneFile.Fault.damaged) { try TimeZoneFile(missingType) }
    let wildOffset = file(offsets: [200_000], rule: "")
    #expect(throws: TimeZoneFile.Fault.damaged) { try TimeZoneFile(wildOffset) }
  }

  @Test("a file cut short anywhere is refused, never read beyond its end")
  func refusesCutFiles() {
    let bytes = file(
      offsets: [0, 3600], changes: [(1_743_296_400, 1), (1_761_440_400, 0)],
      rule: "GMT0BST,M3.5.0/1,M10.5.0")
    // Cut behind the line feed before the rule, what is left may still be a rule.
    let ruleStart = bytes.count - "GMT0BST,M3.5.0/1,M10.5.0\n".utf8.count
    for length in 0..<ruleStart {
      #expect(throws: TimeZoneFile.Fault.self) { try TimeZoneFile(Array(bytes[..<length])) }
    }
    for length in ruleStart..<bytes.count { _ = try? TimeZoneFile(Array(bytes[..<length])) }
  }

  @Test("bytes changed at random are refused or read, and never trap", arguments: 0..<20)
  func survivesGarbage(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let good = file(
      offsets: [0, 3600], changes: [(1_743_296_400, 1), (1_761_440_400, 0)],
      rule: "GMT0BST,M3.5.0/1,M10.5.0")
    for _ in 0..<20 {
      var bytes = good
      for _ in 0..<1 + generator.next() % 4 {
        bytes[5 + Int(generator.next() % UInt64(bytes.count - 5))] = UInt8(generator.next() & 0xFF)
      }
      if let rules = try? rules(bytes) {
        for instant in stride(from: Int64(-2e9), to: 7_000_000_000, by: 999_999_937) {
          #expect(abs(rules.civilTime(at: instant).seconds - instant) <= 26 * 3600)
        }
      }
    }
  }
}
