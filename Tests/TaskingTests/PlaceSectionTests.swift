import Cartography
import Geometry
import Tables
import Testing

@testable import Tasking

@Suite("The places of a pack")
struct PlaceSectionTests {
  /// Two hotspots in a square of a square kilometre.
  private static func places(
    hotspots count: Int = 2, rule: PackHotspots.Rule = .densest(minimumIncidents: 10)
  ) -> PackHotspots {
    func square(_ x: Double, _ size: Double) -> [[[Point]]] {
      [
        [
          [(0, 0), (size, 0), (size, size), (0, size), (0, 0)].map {
            Point(x: 530_000 + x + $0.0, y: 180_000 + $0.1)
          }
        ]
      ]
    }
    var (ground, grounds) = (OutlineTable(), OutlineTable())
    ground.appendArea(square(0, 1000))
    for place in 0..<count { grounds.appendArea(square(Double(place) * 300, 100)) }
    var description = MapDescription(
      title: "Density", subtitle: "",
      value: MapValue(column: "per_km2", label: "incidents", kind: .count))
    description.identifierPrefix = "density"
    let map = IsoplethMap(
      bands: ground, numbers: [1], bandCount: 1, labels: ["under 20"], counts: [30], areas: ground,
      hotspots: (0..<count).map {
        .init(
          name: "Place \($0 + 1)", incidents: "\(20 - $0)", share: "50%",
          peak: Point(x: 530_050 + Double($0) * 300, y: 180_050))
      }, hotspotOutlines: grounds, summary: "", notes: [], description: description)
    let all = [
      PackHotspots.Hotspot(
        rank: 1, name: "Abbey Road", position: "TQ 300 800", incidents: 20, share: 0.5,
        squareKilometres: 0.01, timesAverage: 50, hours: "Fri 22:00 to Sat 02:00", hoursShare: 0.25,
        categories: [
          .init(name: "Theft", share: 0.75, studyAreaShare: 0.5),
          .init(name: "Drugs", share: 0.25, studyAreaShare: 0.5),
        ]),
      PackHotspots.Hotspot(
        rank: 2, name: "Mill Lane", position: nil, incidents: 10, share: 0.25,
        squareKilometres: 0.01, timesAverage: 25, hours: nil, hoursShare: nil, categories: []),
    ]
    return PackHotspots(
      map: map, hotspots: Array(all.prefix(count)), qualifying: count == 0 ? 0 : count + 1,
      isCutThroughTie: true, rule: rule, squareKilometres: 1, peak: 2500.4, isWeighted: false)
  }

  private static func clusters(hot: Int, pack: TestPack) throws -> PackClusters {
    let table = try pack.table()
    var description = MapDescription(
      title: "Hot", subtitle: "", value: MapValue(column: "incidents", label: "z", kind: .rate))
    description.identifierPrefix = "significance"
    let areas = [
      PackClusters.Area(code: "A2", name: "A2", incidents: 12, z: 4.26, adjustedP: 0.00002),
      PackClusters.Area(code: "A1", name: "A1", incidents: 8, z: 3.14, adjustedP: 0.0123),
    ]
    return PackClusters(
      map: try SignificanceMap(
        of: table, key: .hotAndCold, classOfUnit: pack.counts.map { _ in 3 },
        description: description), hot: Array(areas.prefix(hot)), cold: 0, tested: 7,
      noun: pack.noun, method: "Gi*", warnings: ["areas differ"], showsHotspots: false)
  }

  private static func rows(_ word: String, of reader: PageReader) -> [[String]] {
    reader.all("tr").map { row in
      row.text.split(whereSeparator: \.isNewline).map(String.init)
    }.filter { $0.first == word }
  }

  private static func row(_ word: String, of reader: PageReader) -> [String]? {
    rows(word, of: reader).first
  }

  @Test(
    "the list stands in front, its numbers are those of the map, and rows know their ground")
  func list() throws {
    var contents = try TestPack(counts: [[30], [10]]).contents()
    contents.places = Self.places()
    let reader = try #require(PageReader(PackPage(contents).html()))
    #expect(
      Self.row("1. Abbey Road", of: reader)
        == ["1. Abbey Road", "20", "50.0%", "50.0", "Fri 22:00 to Sat 02:00", "Theft, 75.0%"])
    #expect(
      Self.rows("1. Abbey Road", of: reader).last
        == [
          "1. Abbey Road", "20", "50.0%", "0.010", "50.0", "Fri 22:00 to Sat 02:00 (25.0%)",
          "Theft (75.0%, 50.0%); Drugs (25.0%, 50.0%)", "TQ 300 800",
        ])
    let identifiers = Set(reader.elements.compactMap { $0.attributes["id"] })
    let shapes = reader.all("tr").compactMap { $0.attributes["data-shape"] }
    let grounds = ["density-hotspot-1", "density-hotspot-2"]
    #expect(shapes.prefix(4) == (grounds + grounds)[...])
    #expect(shapes.allSatisfy(identifiers.contains))
    #expect(
      Headlines(contents).all[0].text
        == "Two hotspots on 2.0% of the ground hold 75.0% of incidents; the first is Abbey Road, with "
        + "20 incidents, 50.0 times the average density.")
    #expect(
      reader.all("p").contains {
        $0.text
          == "One more place holds at least ten incidents and is not listed; it has as many incidents "
          + "as the last one listed."
      })
  }

  @Test("one hotspot is spoken of as one, and none is said")
  func few() throws {
    var contents = try TestPack(counts: [[30], [10]]).contents()
    contents.places = Self.places(hotspots: 1)
    #expect(
      Headlines(contents).all[0].text
        == "One hotspot on 1.0% of the ground holds 50.0% of incidents; it is Abbey Road, with 20 "
        + "incidents, 50.0 times the average density.")
    contents.places = Self.places(hotspots: 0)
    #expect(Headlines(contents).all[0].text.hasPrefix("The busiest"))
    let reader = try #require(PageReader(PackPage(contents).html()))
    #expect(
      reader.all("p").contains { $0.text == "No place of the densest quarter holds ten incidents." }
    )
  }

  @Test("hotspots of significant areas are spoken of as such")
  func significantHotspots() throws {
    let pack = TestPack(counts: [[30], [10]])
    var contents = try pack.contents()
    contents.places = Self.places(
      hotspots: 1, rule: .significant(pack.noun, standingOut: 3, tested: 7))
    #expect(
      Headlines(contents).all[0].text
        == "One hotspot on 1.0% of the ground holds 50.0% of incidents; it lies around Abbey Road, "
        + "with 20 incidents, 50.0 times the average density.")
    let reader = try #require(PageReader(PackPage(contents).html()))
    #expect(
      reader.all("caption").contains {
        $0.text == "Hotspots, numbered as on the maps: significantly busy LSOAs, joined"
      })
    #expect(
      reader.all("p").contains {
        $0.text
          == "One more place is significant and is not listed; it has as many incidents as the last one "
          + "listed."
      })
    #expect(
      reader.all("figcaption").contains {
        $0.text.hasSuffix(
          "a hotspot is a group of LSOAs that are significantly busier than chance explains (Getis-Ord "
            + "Gi*, 95%) and share a border, however few their incidents.")
      })
  }

  @Test(
    "that nothing is significant is the first thing said, and why",
    arguments: [
      (3, 7, "the LSOAs that are significant through their neighbours hold no incident."),
      (0, 7, "no LSOA is significantly busier than chance explains (Getis-Ord Gi*, 95%)."),
      (0, 0, "the LSOAs do not differ in their incidents, so none can be significant."),
    ])
  func nothingSignificant(standingOut: Int, tested: Int, reason: String) throws {
    let pack = TestPack(counts: [[8], [12], [1], [1], [1], [1], [0]])
    var contents = try pack.contents()
    contents.places = Self.places(
      hotspots: 0, rule: .significant(pack.noun, standingOut: standingOut, tested: tested))
    contents.clusters = try Self.clusters(hot: 0, pack: pack)
    let sentence = "There is no hotspot: \(reason)"
    let sentences = Headlines(contents).all.map(\.text)
    #expect(sentences[0] == sentence)
    // The other sentence of the same is not said beside it.
    #expect(!sentences.contains { $0.hasPrefix("No LSOA, together") })
    let reader = try #require(PageReader(PackPage(contents).html()))
    #expect(reader.all("p").filter { $0.text.hasPrefix(sentence) }.count == 2)
  }

  @Test("areas that stand out are listed with how sure that is, and the warning stands by")
  func significance() throws {
    let pack = TestPack(counts: [[8], [12], [1], [1], [1], [1], [0]])
    var contents = try pack.contents()
    contents.clusters = try Self.clusters(hot: 2, pack: pack)
    let reader = try #require(PageReader(PackPage(contents).html()))
    let rows = reader.all("tr").filter { $0.attributes["data-shape"]?.hasPrefix("sign") == true }
    #expect(
      rows.map { $0.text.split(whereSeparator: \.isNewline).map(String.init) } == [
        ["A2", "12", "4.3", "<0.1%"], ["A1", "8", "3.1", "1.2%"],
      ])
    #expect(reader.all("p").contains { $0.text == "Read with care: areas differ." })
    #expect(
      FigureSentences(contents).clusters
        == "Two of 7 LSOAs, together with their neighbours, are significantly busier than chance "
        + "explains (Getis-Ord Gi*, 95%).")
    let identifiers = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    contents.clusters = try Self.clusters(hot: 1, pack: pack)
    #expect(
      FigureSentences(contents).clusters
        == "One of 7 LSOAs, together with its neighbours, is significantly busier than chance explains "
        + "(Getis-Ord Gi*, 95%).")
    contents.clusters = try Self.clusters(hot: 0, pack: pack)
    #expect(FigureSentences(contents).clusters == nil)
  }
}
