import Foundation
import TestSupport
import Testing

/// The facts that `samples/README.md` states of the files of partners, counted in the committed files.
@Suite struct PartnerFilesTests {
  private func rows(_ name: String) throws -> [[String]] {
    let path = ProjectFolder.path("samples/\(name).csv")
    // No field of these columns is quoted but the street, which is the last one.
    return try String(contentsOf: URL(filePath: path), encoding: .utf8).split(separator: "\n")
      .dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }

  private func hours(_ rows: [[String]], _ clock: ([String]) -> Substring) throws -> [Int] {
    var counts = [Int](repeating: 0, count: 24)
    for row in rows { counts[try #require(Int(clock(row).prefix(2)))] += 1 }
    return counts
  }

  private func night(_ counts: [Int]) -> Int { (counts[18...] + counts[..<6]).reduce(0, +) }

  @Test("ambulances are called to assaults at night, 70 of every hundred")
  func ambulance() throws {
    let rows = try rows("ambulance")
    let counts = try hours(rows) { $0[2][...] }
    #expect(rows.count == 1_600)
    #expect(night(counts) == 1_120)
    #expect(rows.count { $0[4].isEmpty && $0[5].isEmpty } == 14)
  }

  /// The 0.999 quantile of chi-squared with 23 degrees of freedom is 49.7 (SciPy, `chi2.ppf`).
  @Test("fire engines are called at any hour alike")
  func fire() throws {
    let rows = try rows("fire")
    let counts = try hours(rows) { $0[2][...] }
    #expect(rows.count == 2_400)
    let chiSquared = counts.reduce(0.0) { $0 + pow(Double($1) - 100, 2) / 100 }
    #expect(chiSquared < 49.7)
    #expect(rows.count { $0[4].isEmpty } == 43)
  }

  @Test("noise is complained of in the evening: half of it from eight to two")
  func noise() throws {
    let rows = try rows("noise")
    let counts = try hours(rows) { $0[1].split(separator: " ")[1] }
    #expect(rows.count == 2_200)
    let evening = (counts[20...] + counts[..<2]).reduce(0, +)
    #expect(abs(Double(evening) / 2_200 - 0.5) < 0.05)
    #expect(rows.count { $0[3] == "0" && $0[4] == "0" } == 74)
  }
}
