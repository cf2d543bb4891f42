import Testing

@testable import Tasking

@Suite("Headlines")
struct HeadlinesTests {
  private static func texts(_ contents: PackContents) -> [String] {
    Headlines(contents).all.map(\.text)
  }

  // 20 incidents: 8 + 5 + 3 in the busiest three, that is 16 or 80 %.
  private static let town = TestPack(
    categories: ["Anti-social behaviour", "Burglary"],
    counts: [[2, 6], [5, 0], [0, 3], [1, 1], [0, 1], [0, 1], [0, 0]], names: ["Abbey & Co"])

  @Test("each sentence says what can be counted by hand, and where to look")
  func sentences() throws {
    let headlines = Headlines(try Self.town.contents(accuracyMetres: 2)).all
    #expect(
      headlines.map(\.text) == [
        "Three of 7 LSOAs hold 80.0% of 20 incidents.",
        "The busiest LSOA is Abbey & Co (A1), with 8 incidents (40.0%); the busiest LSOA is Abbey & Co "
          + "(A1), with 8 (40.0%).",
        "Of 23 rows read, 20 are counted and 3 are not: 3 outside the areas.",
      ])
    #expect(
      headlines.map { $0.figures.map(\.identifier) } == [
        ["map-1"], ["map-1", "map-2"], ["quality"],
      ])
  }

  @Test("five at most, each pointing to a place of the page, and none says what another does")
  func five() throws {
    var contents = try ChangeSectionTests.contents()
    contents.movedPositions = "10 rows share 2 places: positions were moved"
    let reader = try #require(PageReader(PackPage(contents).html()))
    let headlines = Headlines(contents).all
    #expect((1...5).contains(headlines.count))
    let identifiers = Set(reader.elements.compactMap { $0.attributes["id"] })
    #expect(headlines.allSatisfy { !$0.figures.isEmpty })
    for figure in headlines.flatMap(\.figures) {
      #expect(identifiers.contains(figure.identifier), "\(figure.identifier)")
    }
    #expect(
      headlines.last?.text.hasSuffix(
        "; positions are not exact, they were moved to those of a list.") == true)
    // A sentence of the top stands nowhere else.
    let paragraphs = reader.all("p", "li").map(\.text)
    for text in headlines.map(\.text) {
      #expect(paragraphs.count { $0.contains(text) } == 1, "\(text)")
    }
  }

  @Test("areas that tie for the first place are counted, not named")
  func ties() throws {
    let texts = Self.texts(try TestPack(counts: [[4], [4], [1], [1], [1], [1]]).contents())
    #expect(texts[0] == "Three of 6 LSOAs hold 75.0% of 12 incidents.")
    #expect(
      texts[1]
        == "Two LSOAs are the busiest with 4 incidents each; two LSOAs are the busiest with 4 each."
    )
    #expect(texts[2] == "Of 15 rows read, 12 are counted and 3 are not: 3 outside the areas.")
  }

  @Test("a few areas are not ranked by concentration, and no row left out is said")
  func few() throws {
    var pack = TestPack(counts: [[1], [0]])
    pack.outside = [:]
    #expect(
      Self.texts(try pack.contents()) == [
        "The busiest LSOA is A1, with 1 incident (100.0%); the busiest LSOA is A1, with 1 (100.0%).",
        "Of 1 row read, every one is counted.",
      ])
  }

  @Test("without incidents there is nothing to say but that")
  func none() throws {
    #expect(
      Self.texts(try TestPack(counts: [[0], [0]]).contents()) == [
        "No incident lies in any area.",
        "Of 3 rows read, none is counted: 3 outside the areas.",
      ])
  }
}
