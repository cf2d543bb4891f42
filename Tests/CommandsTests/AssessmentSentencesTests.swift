import TestSupport
import Testing

/// The numbers of the generated sentences, each computed a second time by pandas 2 and GeoPandas on the same
/// files: incidents joined to areas (`sjoin`), filtered by month and grouped; hours by a loop over each
/// window in seconds of UTC, labelled in Europe/London.
@Suite("Command assessment, its sentences")
struct AssessmentSentencesTests {
  struct Sentence: CustomTestStringConvertible, Sendable {
    let section: String
    let text: String
    var testDescription: String { "\(section): \(text.prefix(40))" }

    init(_ section: String, _ text: String) { (self.section, self.text) = (section, text) }
  }

  static let sentences: [Sentence] = [
    // 10,039 incidents from July to December, 9,539 from January to June: 0.0524164; 54.559783, 52.701657.
    Sentence(
      "change",
      "10,039 incidents in July 2025 to December 2025, 5.2% more than the 9,539 of January 2025 to June 2025; 54.6 a day after 52.7 (184 days after 181)."
    ),
    // 0.409702 now and 0.403187 then.
    Sentence(
      "concentration",
      "The busiest 3 of 128 LSOAs hold 41.0% of 10,039 incidents, up from 40.3% in January 2025 to June 2025; 11 hold half; 3% less there is 1% less overall."
    ),
    // 0.113458 and 0.487354.
    Sentence(
      "harm",
      "Violence and sexual offences is 11.3% of incidents and 48.7% of harm (1,139 of 10,039; 102,510 of 210,340)."
    ),
    // 0.416583, the first by both.
    Sentence("harm", "Candlemarket leads by harm, with 41.7% of 210,340, and by count."),
    // 9,280 offences with a cost, £22,009,060, 0.540285 of it and 0.122737 of them.
    Sentence(
      "cost",
      "Violence and sexual offences is 12.3% of 9,280 costed offences and 54.0% of their cost of £22.0 million, at the unit costs of 'unit-costs.csv'; what is not recorded is not costed."
    ),
    // 19,578 in 365 days.
    Sentence("months", "53.6 incidents a day in the 12 months to December 2025."),
    // 172.070356, 1,063.131185, 5,031.470514 in 52 hours, 5,448.380619.
    Sentence(
      "hours", "Busiest hour: Sun 01:00 to 02:00, an estimated 172.1 incidents (1.7%)."),
    Sentence(
      "hours", "Busiest 8 hours: Sat 19:00 to Sun 03:00, an estimated 1,063.1 incidents (10.6%)."),
    Sentence(
      "hours",
      "Half of all incidents: in 52 of the 168 hours of the week, an estimated 5,031.5 incidents (50.1%)."
    ),
    Sentence(
      "hours",
      "Night, 18:00 to 06:00: an estimated 5,448.4 incidents (54.3%); 4,748 must and 5,758 could lie in it."
    ),
    // 111 of 1,045 under 18; 302 of 5,967 of all with an age.
    Sentence(
      "cross-tables",
      "Category by Victim age: Violence and sexual offences stands out most in under 18: 111 of its 1,045 (10.6%), against 5.1% of all 5,967 with both recorded; the largest of many differences shows where to look and proves nothing."
    ),
    // 81 of 376; 0.167248 of all in November.
    Sentence(
      "cross-tables",
      "Category by month: Burglary stands out most in 2025-11: 81 of its 376 (21.5%), against 16.7% of all 10,039 with both recorded; the largest of many differences shows where to look and proves nothing."
    ),
    // 177 in several, 1,041 in one, 8,821 in none; 107 of alcohol and domestic alone.
    Sentence(
      "overlaps",
      "Of 10,039 incidents 177 (1.8%) are in two or more of 4 sets (most often alcohol + domestic, 107), 1,041 (10.4%) in exactly one and 8,821 (87.9%) in none; sets overlap and are not added up."
    ),
    Sentence(
      "overlaps",
      "Sets: alcohol 831 (8.3%), domestic 358 (3.6%), knife 157 (1.6%), hate 60 (0.6%)."),
  ]

  @Test("its numbers are those of a second computation", arguments: sentences)
  func numbers(one: Sentence) async throws {
    let made = try await MadeAssessment.borough.value
    let found = try #require(made.section(one.section)["sentences"] as? [String])
    #expect(found.contains(one.text), "\(found)")
  }

  @Test("a sentence of the summary is one of its section, or has its numbers from its table")
  func summary() async throws {
    let made = try await MadeAssessment.borough.value
    for sentence in try #require(made.chosen["summary"] as? [[String: Any]]) {
      let (name, text) = (
        try #require(sentence["section"] as? String), try #require(sentence["sentence"] as? String)
      )
      let all = try #require(made.section(name)["sentences"] as? [String])
      if name != "hotspots" { #expect(all.contains { $0.contains(text) }, "\(text)") }
    }
  }

  @Test("the sentence on hotspots has the numbers of their table")
  func hotspots() async throws {
    let made = try await MadeAssessment.borough.value
    let rows = made.rows("hotspots.csv")
    func column(_ name: String) throws -> [Double] {
      let place = try #require(rows[0].firstIndex(of: name))
      return rows.dropFirst().compactMap { Double($0[place]) }
    }
    let incidents = try column("incidents").map { Int($0) }
    // The first hotspot's incidents and the shares of 10,039, with one decimal.
    let share = 1000 * incidents.reduce(0, +)
    let tenths = (share + 10039 / 2) / 10039
    let summary = try #require(made.chosen["summary"] as? [[String: Any]])
    let text = try #require(
      summary.first { $0["section"] as? String == "hotspots" }?["sentence"] as? String)
    #expect(text.contains("\(tenths / 10).\(tenths % 10)% of the incidents"), "\(text)")
    let first = incidents[0]
    #expect(text.contains("with \(first / 1000),\(first % 1000) ("), "\(text)")
  }
}
