import Cartography
import Testing

@testable import Tasking

@Suite("The page of an assessment")
struct AssessmentPageTests {
  private static func read(
    _ contents: AssessmentContents
  ) throws -> (html: String, reader: PageReader) {
    let bytes = AssessmentPage(contents).html()
    return (String(decoding: bytes, as: UTF8.self), try #require(PageReader(bytes)))
  }

  /// Text with one blank for each run of blanks and line ends.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("it is well-formed, no identifier occurs twice, and every reference has its target")
  func references() throws {
    for contents in [TestAssessment.smallest, try TestAssessment.largest()] {
      let (html, reader) = try Self.read(contents)
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html "))
      let identifiers = reader.elements.compactMap { $0.attributes["id"] }
      #expect(Set(identifiers).count == identifiers.count)
      var named = reader.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
        .map { String($0.dropFirst()) }
      named += reader.elements.compactMap { $0.attributes["data-page-of"] }
      for name in ["aria-labelledby", "aria-describedby"] {
        named += reader.elements.compactMap { $0.attributes[name] }
      }
      named += html.matches(of: /url\(#([^)]*)\)/).map { String($0.1) }
      #expect(named.count >= 6)
      #expect(Set(named).subtracting(identifiers).isEmpty)
    }
  }

  @Test("nothing is fetched: no images, links or frames, and addresses are of sources only")
  func fetchesNothing() throws {
    let (html, reader) = try Self.read(try TestAssessment.largest())
    #expect(reader.all("img", "link", "iframe", "object", "image").isEmpty)
    #expect(reader.elements.allSatisfy { $0.attributes["src"] == nil })
    #expect(!html.contains("@import") && !html.contains("url(//"))
    let policies = reader.all("meta").filter {
      $0.attributes["http-equiv"] == "Content-Security-Policy"
    }
    #expect(policies.first?.attributes["content"]?.hasPrefix("default-src 'none'") == true)
    let outside = reader.all("a").compactMap { $0.attributes["href"] }.filter { $0.contains(":") }
    #expect(outside == ["https://doi.org/10.1023/A:1013240828824"])
  }

  @Test("the contents name every section in order, and the summary leads to them")
  func contents() throws {
    let (_, reader) = try Self.read(try TestAssessment.largest())
    let headings = reader.all("h2").map { Self.plain($0.text) }
    let entries = reader.all("span").filter { $0.attributes["class"] == "name" }.map(\.text)
    #expect(headings[0] == "Contents")
    #expect(
      entries.suffix(4) == [
        "What the data could not carry", "Where every row went", "Method and sources",
        "In this folder",
      ])
    #expect(entries.count == 1 + 11 + 4)
    let numbered = headings.dropFirst().map { $0.drop { $0.isNumber || $0 == " " } }
    #expect(numbered == entries.map { $0[...] })
    let led = reader.all("a").filter { $0.text.hasPrefix("Section ") }
    #expect(led.map(\.text) == (1...11).map { "Section \($0)" })
    #expect(led.map { $0.attributes["href"] } == (1...11).map { "#part-\($0)" })
  }

  @Test("headings go down by one level at most, tables have captions and headings with a scope")
  func structure() throws {
    let (_, reader) = try Self.read(try TestAssessment.largest())
    let levels = reader.all("h1", "h2", "h3", "h4").compactMap { Int($0.name.dropFirst()) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(reader.all("table").count == reader.all("caption").count)
    #expect(reader.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
    // Pictures drawn without a title have that of their figure.
    let pictures = reader.all("svg").compactMap { $0.attributes["aria-labelledby"] }
    let titles = reader.all("title").filter {
      $0.attributes["id"].map(pictures.contains) == true
    }
    #expect(titles.count == 18 && titles.allSatisfy { $0.text.hasPrefix("Incidents, ") })
    #expect(reader.all("a").first?.attributes == ["class": "skip", "href": "#content"])
  }

  @Test("a table shows as many rows as its limit and its total, and says where all are")
  func limits() throws {
    var contents = TestAssessment.smallest
    contents.sections[0].tables = [TestAssessment.table(rows: 50, columns: 2, limit: 20)]
    let (_, reader) = try Self.read(contents)
    #expect(reader.all("tr").count == 1 + 20 + 1)
    let caption = try #require(reader.all("caption").first)
    #expect(
      Self.plain(caption.text)
        == "Table 1.1 Incidents of 50 areas21 of 51 rows are shown; all are in areas.csv"
    )
    #expect(reader.all("tfoot").map { Self.plain($0.text) } == ["Total 123,456"])
  }

  @Test("a short first sentence is large, others are a list, and long ones are paragraphs")
  func sentences() throws {
    let long = String(repeating: "The ward holds much. ", count: 20)
    var contents = TestAssessment.smallest
    contents.sections[0].sentences = ["One.", "Two.", "Three.", long, "Four."]
    contents.sections.append(
      AssessmentSection(identifier: "profiles", title: "Profiles", sentences: [long, "One."]))
    let (_, reader) = try Self.read(contents)
    let parts = reader.all("p", "ul").compactMap { element in
      element.attributes["class"].map { "\($0): \(Self.plain(element.text).prefix(8))" }
    }
    #expect(
      parts == [
        "lead: One.", "findings: Two. Thr", "prose: The ward", "findings: Four.",
        "prose: The ward", "findings: One.",
      ])
  }

  @Test("what people type is text, wherever it stands")
  func escaping() throws {
    let hostile = "</title><script>alert(1)</script> & \"quotes\" ]]> </style> url(#x) \u{1}'"
    var contents = AssessmentContents(title: hostile)
    contents.place = hostile
    contents.period = hostile
    contents.selection = hostile
    contents.data = hostile
    contents.marking = hostile
    contents.credits = [hostile]
    let pack = TestPack(counts: [[1], [2]], names: [hostile, hostile])
    var description = MapDescription(
      title: hostile, subtitle: hostile,
      value: MapValue(column: "incidents", label: hostile, kind: .count))
    description.identifierPrefix = "map"
    let svg = try AreaMap(of: try pack.table(), description: description).svg()
    contents.sections = [
      AssessmentSection(
        identifier: hostile, title: hostile, sentences: [hostile, hostile],
        figures: [.init(svg: svg, title: hostile, caption: hostile, file: hostile)],
        tables: [
          .init(
            caption: hostile, columns: [.init(hostile, unit: hostile)],
            rows: [.init([.init(hostile)])], note: hostile, file: hostile)
        ], method: [hostile], leftOut: [hostile])
    ]
    contents.summary = [.init(hostile, section: hostile)]
    contents.absences = [.init(hostile, hostile)]
    contents.choices = [.init(hostile, hostile)]
    contents.sources = [
      .init(hostile, address: "javascript:alert(1)"), .init(hostile, address: hostile),
    ]
    contents.files = [.init(hostile, hostile)]
    contents.warnings = [hostile]
    let (html, reader) = try Self.read(contents)
    #expect(!html.contains("<script>alert"))
    #expect(reader.all("script").count == 1 && reader.all("style").count == 6)
    let said = hostile.replacing("\u{1}", with: "\u{FFFD}")
    #expect(reader.all("h1").map(\.text) == [said])
    #expect(reader.all("h2").map { Self.plain($0.text) }.contains("1 \(said)"))
    #expect(reader.all("li").map(\.text).filter { $0 == said }.count == 2)
    // What the picture says of the areas is as it was typed, though their identifiers have changed.
    let told = reader.all("title").map(\.text)
    #expect(told.contains("A1 \(said): 1 \(said)"))
    #expect(
      reader.all("a").compactMap { $0.attributes["href"] }.allSatisfy {
        $0.hasPrefix("#") || $0.hasPrefix("%3C")
      })
    let identifiers = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("sections may bear the names that the page itself needs, or the same name twice")
  func names() throws {
    var contents = TestAssessment.smallest
    let section = contents.sections[0]
    contents.sections = ["summary", "contents", "contents"].map {
      var copy = section
      copy.identifier = $0
      return copy
    }
    #expect(AssessmentPage(contents).anchors == ["summary-2", "contents-2", "contents-3"])
  }

  @Test("the largest page stays under 5 MB")
  func size() throws {
    let bytes = AssessmentPage(try TestAssessment.largest()).html().count
    #expect(bytes < 5_000_000, "\(bytes) bytes")
  }
}
