import Testing

@testable import Tasking

@Suite("What changed, on the page")
struct ChangeSectionTests {
  private static func amount(
    _ current: Double, _ earlier: Double, score: Double, chance: Double
  ) -> PackChange.Amount {
    PackChange.Amount(
      current: current, earlier: earlier,
      relative: earlier > 0 ? current / earlier - 1 : nil, standardScore: score, chance: chance)
  }

  /// Two areas, of which the first rose for sure, and two categories.
  private static func contents(rise: Double = 0.001) throws -> PackContents {
    let pack = TestPack(
      categories: ["Anti-social behaviour", "Burglary"], counts: [[10, 30], [5, 5]],
      names: ["Abbey"])
    var contents = try pack.contents()
    let layer = [
      PackChange.Area(
        all: amount(40, 10, score: 4.2, chance: rise), crime: 25, antiSocialBehaviour: 5),
      PackChange.Area(
        all: amount(10, 12, score: -0.4, chance: 0.8), crime: -2, antiSocialBehaviour: 0),
    ]
    contents.changes = [
      PackChange(
        name: "the month before", period: "May 2024", days: 31, isCut: false,
        earlierPeriod: "March 2024", earlierDays: 31,
        categories: [
          ("Anti-social behaviour", amount(15, 15, score: 0, chance: 1)),
          ("Burglary", amount(35, 7, score: 4.6, chance: 0.0002)),
        ], layers: [layer, layer], total: amount(50, 22, score: 3.4, chance: 0.0009),
        crime: amount(35, 7, score: 4.6, chance: 0.0002),
        antiSocialBehaviour: amount(15, 15, score: 0, chance: 1), isWeighted: false)
    ]
    return contents
  }

  private static func rows(_ contents: PackContents) throws -> [[String]] {
    let reader = try #require(PageReader(PackPage(contents).html()))
    return reader.all("tr").map { row in
      row.text.split(whereSeparator: \.isNewline).map(String.init)
    }
  }

  @Test("headlines say by how much, how sure, and where")
  func headlines() throws {
    let sentences = Headlines(try Self.contents()).sentences
    #expect(
      sentences.contains(
        "50 incidents in May 2024: 127.3% more a day than in the month before, March 2024."))
    #expect(
      sentences.contains(
        "Against the month before, crime: 400.0% more a day; anti-social behaviour: as many a day "
          + "(within what chance explains)."))
    #expect(
      sentences.contains(
        "One of 2 LSOAs rose against the month before by more than chance explains: Abbey (A1), from "
          + "10 to 40."))
    #expect(
      Headlines(try Self.contents(rise: 0.06)).sentences.contains(
        "None of 2 LSOAs rose against the month before by more than chance explains."))
  }

  @Test("crime and anti-social behaviour stand apart, for all and for each area")
  func apart() throws {
    let rows = try Self.rows(Self.contents())
    for row in [
      ["All", "50", "22", "+28", "+127.3%", "+3.4", "yes (<0.1%)"],
      ["Crime", "35", "7", "+28", "+400.0%", "+4.6", "yes (<0.1%)"],
      ["Anti-social behaviour", "15", "15", "0", "0.0%", "0.0", "no (100.0%)"],
      ["Abbey", "40", "10", "+30", "+25", "+5", "+300.0%", "+4.2", "yes (0.1%)"],
      ["A2", "10", "12", "−2", "−2", "0", "−16.7%", "−0.4", "no (80.0%)"],
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    #expect(rows.count { $0.first == "Anti-social behaviour" && $0.count == 7 } == 1)
  }

  @Test("what chance explains is set in grey, and identifiers stay apart")
  func quiet() throws {
    let reader = try #require(PageReader(PackPage(try Self.contents()).html()))
    let quiet = reader.all("tr").filter { $0.attributes["class"] == "quiet" }
    #expect(quiet.contains { $0.text.contains("A2") })
    #expect(!quiet.contains { $0.text.contains("Abbey") })
    let identifiers = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("an area that had none has no rate of change")
  func none() {
    #expect(
      ChangeWords.words(for: Self.amount(3, 0, score: 2.4, chance: 0.09)) == "more, from none")
    #expect(ChangeWords.words(for: Self.amount(0, 0, score: 0, chance: 1)) == "as many, none")
    #expect(ChangeWords.relative(Self.amount(3, 0, score: 2.4, chance: 0.09)) == "–")
    #expect(ChangeWords.signed(-0.04, places: 1) == "0.0")
    #expect(ChangeWords.signed(-0.06, places: 1) == "−0.1")
  }
}
