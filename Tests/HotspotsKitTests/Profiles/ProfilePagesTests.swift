import Cartography
import Foundation
import Incidents
import Interchange
import TestSupport
import Testing

@testable import HotspotsKit

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Pages of areas")
struct ProfilePagesTests {
  /// Reads a page as XML and keeps what it leads to.
  private final class Links: NSObject, XMLParserDelegate {
    var targets: [String] = []
    var identifiers: [String] = []
    var elements: [String: Int] = [:]

    init?(_ bytes: [UInt8]) {
      super.init()
      let parser = XMLParser(data: Data(bytes))
      parser.delegate = self
      guard parser.parse() else { return nil }
    }

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String] = [:]
    ) {
      elements[name, default: 0] += 1
      if name == "a", let target = attributes["href"] { targets.append(target) }
      if let identifier = attributes["id"] { identifiers.append(identifier) }
    }
  }

  private static func halfYear() async throws -> AreaProfiles.Result {
    var options = StudyOptions(
      boundaries: BoundaryFiles([ProjectFolder.path("boundaries/wards.shp")]),
      incidents: IncidentFiles([ProjectFolder.path("samples/incidents.csv")]))
    options.filter.from = try PeriodBound("2025-07")
    options.filter.to = try PeriodBound("2025-12")
    options.weights = WeightFile(ProjectFolder.path("samples/weights.csv"), name: "harm")
    var method = AreaProfiles()
    method.countsWeeks = true
    return try await Study(options).run(method, against: .before)
  }

  @Test("each ward has a page with its paragraph, map, table, quotients, hours and change")
  func pages() async throws {
    let result = try await Self.halfYear()
    let pages = try ProfilePages(result, marking: "OFFICIAL").pages()
    let files = Set(pages.map(\.name))
    #expect(pages.count == 19 && pages[0].name == "index.html")
    for (page, profile) in zip(pages.dropFirst(), result.profiles) {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let links = try #require(Links(page.bytes), "\(page.name)")
      #expect(page.name == "\(profile.code).html")
      #expect(text.contains(XMLText.escaped(profile.paragraph)))
      #expect(text.contains("<p class=\"marking\">OFFICIAL</p>"))
      #expect(Set(links.identifiers).count == links.identifiers.count)
      #expect(links.elements["svg"] == 3 && links.elements["h2"] == 5)
      for target in links.targets where !target.hasPrefix("#") { #expect(files.contains(target)) }
    }
    let list = try #require(Links(pages[0].bytes))
    #expect(Set(list.targets.filter { $0.hasSuffix(".html") }) == files.subtracting(["index.html"]))
  }

  @Test("the hours of all wards add up to those with a time of day")
  func weeks() async throws {
    let result = try await Self.halfYear()
    #expect(result.weeks.reduce(0) { $0 + $1.incidents } == result.nights?.all.incidents)
    let nights = try #require(result.nights)
    for (week, night) in zip(result.weeks, nights.byArea) {
      let table = week.table(dayStart: 0)
      let dark = (0..<24).filter { $0 < 6 || $0 >= 18 }.reduce(0.0) { $0 + table.hourTotals[$1] }
      #expect(abs(dark - night.expected) < 1e-6)
    }
  }

  @Test("an area without incidents, and one with too few, have a page that says so and no more")
  func few() async throws {
    let rows = AreaProfilesTests.rows([("A <b> & c", 0, 30), ("Drugs", 1, 4)])
    var method = AreaProfiles()
    method.countsWeeks = true
    let result = try await SquareWorld(squares: 3).study(rows).run(method)
    let pages = try ProfilePages(result).pages()
    for (page, sentence) in zip(
      pages.dropFirst().dropFirst(),
      ["Area B has four incidents, too few to describe.", "Area C has no incidents."])
    {
      let text = String(decoding: page.bytes, as: UTF8.self)
      let links = try #require(Links(page.bytes))
      #expect(text.contains("<p class=\"paragraph\">\(sentence)</p>"))
      #expect(links.elements["svg"] == 1 && links.elements["table"] == nil)
    }
    let first = String(decoding: pages[1].bytes, as: UTF8.self)
    #expect(first.contains("A &lt;b&gt; &amp; c") && Links(pages[1].bytes) != nil)
  }

  @Test("one area has a page without quotients")
  func oneArea() async throws {
    let result = try await SquareWorld(squares: 1)
      .study(AreaProfilesTests.rows([("Theft", 0, 30), ("Drugs", 0, 12)])).run(AreaProfiles())
    let pages = try ProfilePages(result).pages()
    let links = try #require(Links(pages[1].bytes))
    #expect(pages.count == 2 && links.elements["svg"] == 1 && links.elements["table"] == 1)
  }

  @Test("35 categories leave eight in the table and twelve quotients")
  func manyCategories() async throws {
    let rows = AreaProfilesTests.rows(
      (0..<35).flatMap { kind in
        [("Kind \(kind)", 0, 10 + kind), ("Kind \(kind)", 1, 45 - kind)]
      })
    let result = try await SquareWorld(squares: 2).study(rows).run(AreaProfiles())
    let page = String(decoding: try ProfilePages(result).pages()[1].bytes, as: UTF8.self)
    #expect(page.components(separatedBy: "<circle").count - 1 == 12)
    #expect(page.components(separatedBy: "<th scope=\"row\"").count - 1 == 8)
  }

  @Test("files are named by codes, whatever is in them, and never two alike")
  func files() {
    #expect(
      ProfilePages.files(of: ["E05000649", "a/b", "a?b", "A_B", "", "index"]) == [
        "E05000649.html", "a_b.html", "a_b-2.html", "A_B-3.html", "area.html", "index-2.html",
      ])
  }

  @Test("earlier pages are replaced, and a folder with other things is left alone")
  func folder() async throws {
    let home = TemporaryFolder()
    let result = try await SquareWorld()
      .study(AreaProfilesTests.rows([("Theft", 0, 30)])).run(AreaProfiles())
    let pages = ProfilePages(result)
    try pages.write(to: home.path("wards"))
    try pages.write(to: home.path("wards"))
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path("wards")).sorted()
    #expect(names == ["A.html", "B.html", "C.html", "D.html", "index.html", "manifest.json"])
    _ = try home.file("wards/notes.txt", "mine")
    #expect(throws: PackFolderError.self) { try pages.write(to: home.path("wards")) }
    #expect(try home.read("wards/notes.txt") == Array("mine".utf8))
  }
}
