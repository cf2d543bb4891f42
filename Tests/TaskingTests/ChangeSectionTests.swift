import Testing

@testable import Tasking

@Suite("What changed, on the page")
struct ChangeSectionTests {
  private static func amount(
    _ current: Double, _ earlier: Double, score: Double, chance: Double, dispersion: Double? = nil
  ) -> PackChange.Amount {
    PackChange.Amount(
      current: current, earlier: earlier,
      relative: earlier > 0 ? current / earlier - 1 : nil, standardScore: score,
      chance: chance / 10, dispersion: dispersion, adjusted: chance)
  }

  /// Two areas, of which the first rose for sure, and two categories.
  static func contents(rise: Double = 0.001, months: Int = 14) throws -> PackContents {
    let known = months >= 12
    let pack = TestPack(
      categories: ["Anti-social behaviour", "Burglary"], counts: [[10, 30], [5, 5]],
      names: ["Abbey"])
    var contents = try pack.contents()
    let layer = [
      PackChange.Area(
        all: amount(40, 10, score: 4.2, chance: rise, dispersion: known ? 1.5 : nil), crime: 25,
        antiSocialBehaviour: 5),
      PackChange.Area(
        all: amount(10, 12, score: -0.4, chance: 0.8), crime: -2, antiSocialBehaviour: 0),
    ]
    contents.changes = [
      PackChange(
        name: "the month before", period: "May 2024", days: 31, isCut: false,
        earlierPeriod: "March 2024", earlierDays: 31, weekdays: [4, 4, 5, 5, 5, 4, 4],
        earlierWeekdays: [4, 4, 4, 4, 5, 5, 5],
        history: PackChange.History(
          months: months, words: months > 0 ? "March 2023 to April 2024" : nil, needed: 12,
          layers: known ? [1.5, 1.04] : []),
        categories: [
          ("Anti-social behaviour", amount(15, 15, score: 0, chance: 1)),
          ("Burglary", amount(35, 7, score: 4.6, chance: 1.9e-33, dispersion: known ? 2 : nil)),
        ], layers: [layer, layer],
        total: amount(50, 22, score: 3.4, chance: 0.0009, dispersion: known ? 3.24 : nil),
        crime: amount(35, 7, score: 4.6, chance: 0.0002, dispersion: known ? 2 : nil),
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

  private static func text(_ contents: PackContents) throws -> String {
    let reader = try #require(PageReader(PackPage(contents).html()))
    return reader.all("p").map(\.text).joined(separator: "\n")
  }

  @Test("headlines say by how much, how sure, and where")
  func headlines() throws {
    let contents = try Self.contents()
    #expect(
      Headlines(contents).all.map(\.text).contains(
        "50 incidents in May 2024: 127.3% more a day than in the month before, March 2024, beyond "
          + "chance (months vary 3.2 times as much as independent incidents would)."))
    #expect(
      FigureSentences(contents).changes(in: contents.changes[0]) == [
        "Crime: 400.0% more a day, beyond chance (months vary 2.0 times as much as independent incidents "
          + "would); anti-social behaviour: as many a day (within what chance explains).",
        "One of 2 LSOAs rose against the month before by more than chance explains: Abbey (A1), from "
          + "10 to 40 (months of LSOAs vary 1.5 times as much as independent incidents would).",
      ])
    let small = try Self.contents(rise: 0.06)
    #expect(
      FigureSentences(small).changes(in: small.changes[0]).last
        == "None of 2 LSOAs rose against the month before by more than chance explains.")
  }

  @Test("crime and anti-social behaviour stand apart, for all and for each area")
  func apart() throws {
    let rows = try Self.rows(Self.contents())
    for row in [
      ["All", "50", "22", "+28", "+127.3%", "+3.4", "9.0e-5", "3.2", "yes (9.0e-4)"],
      ["Crime", "35", "7", "+28", "+400.0%", "+4.6", "2.0e-5", "2.0", "yes (2.0e-4)"],
      ["Anti-social behaviour", "15", "15", "0", "0.0%", "0.0", "10.0%", "–", "no (100.0%)"],
      ["Burglary", "35", "7", "+28", "+400.0%", "+4.6", "1.9e-34", "2.0", "yes (1.9e-33)"],
      ["Abbey", "40", "10", "+30", "+25", "+5", "+300.0%", "+4.2", "1.0e-4", "yes (0.1%)"],
      ["A2", "10", "12", "−2", "−2", "0", "−16.7%", "−0.4", "8.0%", "no (80.0%)"],
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    #expect(rows.count { $0.first == "Anti-social behaviour" && $0.count == 9 } == 1)
  }

  @Test("with enough months before, the page says which they are and how much areas vary")
  func history() throws {
    let text = try Self.text(Self.contents())
    for sentence in [
      "How much more is estimated from the 14 months before this period, March 2023 to April 2024",
      "Months of LSOAs vary 1.5 times as much as independent incidents would.",
      "Months of LSOAs vary as independent incidents would.",
      "Weekdays differ: May 2024 has five Wednesdays and Thursdays, March 2024 four; May 2024 has "
        + "four Saturdays and Sundays, March 2024 five.",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test("without twelve months before nothing is called beyond chance", arguments: [0, 1, 11])
  func noHistory(months: Int) throws {
    let contents = try Self.contents(months: months)
    let sentences =
      Headlines(contents).all.map(\.text)
      + FigureSentences(contents).changes(in: contents.changes[0])
    for sentence in sentences {
      #expect(!sentence.contains("beyond chance") && !sentence.contains("by more than chance"))
    }
    #expect(
      sentences.contains(
        "50 incidents in May 2024: 127.3% more a day than in the month before, March 2024 (more than "
          + "independent incidents would differ; what chance explains is not known without 12 months "
          + "before)."))
    #expect(
      sentences.contains(
        "One of 2 LSOAs rose against the month before by more than independent incidents would: Abbey "
          + "(A1), from 10 to 40; what chance explains is not known."))
    let text = try Self.text(contents)
    let covered =
      months == 0 ? "no whole month" : months == 1 ? "one whole month" : "11 whole months"
    #expect(text.contains("the files cover \(covered) just before it. All p-values therefore"))
    let rows = try Self.rows(contents)
    for row in [
      ["All", "50", "22", "+28", "+127.3%", "+3.4", "9.0e-5", "not known (9.0e-4)"],
      ["Anti-social behaviour", "15", "15", "0", "0.0%", "0.0", "10.0%", "no (100.0%)"],
      ["Abbey", "40", "10", "+30", "+25", "+5", "+300.0%", "+4.2", "1.0e-4", "not known (0.1%)"],
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    #expect(!rows.contains { $0.last?.hasPrefix("yes") ?? false })
  }

  @Test("small chances are read by their power of ten")
  func chances() {
    for (chance, words) in [
      (1, "100.0%"), (0.3333, "33.3%"), (0.001, "0.1%"), (0.00099951, "1.0e-3"),
      (0.00016, "1.6e-4"), (1.9e-33, "1.9e-33"), (9.96e-9, "1.0e-8"), (2.23e-294, "2.2e-294"),
      (0, "<1e-300"),
    ] as [(Double, String)] {
      #expect(ChangeWords.chance(chance) == words)
    }
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
