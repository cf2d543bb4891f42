import Testing

@testable import Tasking

@Suite("Headlines")
struct HeadlinesTests {
  @Test("each sentence says what can be counted by hand")
  func sentences() throws {
    // 20 incidents: 8 + 5 + 3 in the busiest three, that is 16 or 80 %; 8 + 5 pass the half.
    var pack = TestPack(
      categories: ["Anti-social behaviour", "Burglary"],
      counts: [[2, 6], [5, 0], [0, 3], [1, 1], [0, 1], [0, 1], [0, 0]], names: ["Abbey & Co"])
    pack.notes = ["within_accuracy_of_edge": 1]
    #expect(
      Headlines(try pack.contents(accuracyMetres: 2)).sentences == [
        "Three of 7 LSOAs hold 80.0% of 20 incidents.",
        "Two of 7 LSOAs hold half of all incidents; one has none.",
        "The busiest LSOA is Abbey & Co (A1) with 8 incidents (40.0%), then A2 with 5 and A3 with 3.",
        "The busiest LSOA is Abbey & Co (A1) with 8 incidents (40.0%), then A2 with 5 and A3 with 3.",
        "The most frequent categories are Burglary (60.0%) and Anti-social behaviour (40.0%).",
        "12 incidents (60.0%) are recorded crime and 8 (40.0%) anti-social behaviour; the three "
          + "LSOAs with most crime hold 83.3% of it.",
        "Of 23 rows read, 20 are counted and 3 are not: 3 outside the areas.",
        "Coordinates are converted to within 2 m: 1 incident (5.0%) lies within that distance of the edge of "
          + "their LSOA and may belong to its neighbour.",
      ])
  }

  @Test("areas that tie for the first place are counted, not named")
  func ties() throws {
    let pack = TestPack(counts: [[4], [4], [1], [1], [1], [1]])
    let sentences = Headlines(try pack.contents()).sentences
    #expect(sentences[0] == "Three of 6 LSOAs hold 75.0% of 12 incidents.")
    #expect(sentences[2] == "Two LSOAs are the busiest with 4 incidents each.")
    #expect(sentences.last == "Of 15 rows read, 12 are counted and 3 are not: 3 outside the areas.")
  }

  @Test("a few areas are not ranked by concentration, and no row left out is said")
  func few() throws {
    var pack = TestPack(counts: [[1], [0]])
    pack.outside = [:]
    #expect(
      Headlines(try pack.contents()).sentences == [
        "The busiest LSOA is A1 with 1 incident (100.0%).",
        "The busiest LSOA is A1 with 1 incident (100.0%).",
        "Of 1 row read, every one is counted.",
      ])
  }

  @Test("without incidents there is nothing to say but that")
  func none() throws {
    let sentences = Headlines(try TestPack(counts: [[0], [0]]).contents()).sentences
    #expect(
      sentences == [
        "No incident lies in any area.",
        "Of 3 rows read, none is counted: 3 outside the areas.",
      ])
  }
}
