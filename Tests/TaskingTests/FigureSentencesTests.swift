import Testing

@testable import Tasking

@Suite("Sentences below figures")
struct FigureSentencesTests {
  // 20 incidents in seven areas: 8 + 5 pass the half; 12 are burglaries, of which 6 + 3 + 1 lie in the three
  // areas with most crime.
  private static func contents() throws -> PackContents {
    var pack = TestPack(
      categories: ["Anti-social behaviour", "Burglary"],
      counts: [[2, 6], [5, 0], [0, 3], [1, 1], [0, 1], [0, 1], [0, 0]], names: ["Abbey & Co"])
    pack.notes = ["within_accuracy_of_edge": 1]
    return try pack.contents(accuracyMetres: 2)
  }

  @Test("they say what can be counted by hand, and of the first layer not what the top says")
  func sentences() throws {
    let words = FigureSentences(try Self.contents())
    #expect(
      words.areas(ofLayer: 0) == ["Two of 7 LSOAs hold half of all incidents; one has none."])
    #expect(
      words.areas(ofLayer: 1) == [
        "Three of 7 LSOAs hold 80.0% of 20 incidents.",
        "Two of 7 LSOAs hold half of all incidents; one has none.",
      ])
    #expect(
      words.categories == [
        "The most frequent categories are Burglary (60.0%) and Anti-social behaviour (40.0%).",
        "12 incidents (60.0%) are recorded crime and 8 (40.0%) anti-social behaviour; the three "
          + "LSOAs with most crime hold 83.3% of it.",
      ])
    #expect(
      words.positions
        == "Coordinates are converted to within 2 m: 1 incident (5.0%) lies within that distance of the "
        + "edge of their LSOA and may belong to its neighbour.")
  }

  @Test("of one category the page has no table, no sentence and no row of 100 %")
  func oneCategory() throws {
    var pack = TestPack(categories: ["Burglary"], counts: [[4], [1], [1], [1], [1], [1], [3]])
    pack.outside = [:]
    let contents = try pack.contents()
    #expect(FigureSentences(contents).categories.isEmpty)
    let page = PackPage(contents).html()
    let reader = try #require(PageReader(page))
    #expect(!reader.all("section").contains { $0.attributes["id"] == "what" })
    #expect(!String(decoding: page, as: UTF8.self).contains("100.0%"))
  }
}
