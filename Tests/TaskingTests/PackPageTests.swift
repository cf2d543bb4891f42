import Testing

@testable import Tasking

@Suite("The page of a pack")
struct PackPageTests {
  private static let categories = ["Anti-social behaviour", "Burglary"]
  private static let counts = (0..<14).map { [$0 % 4, 14 - $0] }

  private static func page(
    title: String = "Pack", marking: String? = nil, names: [String?] = []
  ) throws -> (html: String, reader: PageReader) {
    let pack = TestPack(categories: categories, counts: counts, names: names)
    let bytes = PackPage(try pack.contents(title: title, marking: marking)).html()
    return (String(decoding: bytes, as: UTF8.self), try #require(PageReader(bytes)))
  }

  @Test("it is well-formed, and no identifier occurs twice")
  func wellFormed() throws {
    let (html, reader) = try Self.page()
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html "))
    let identifiers = reader.elements.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    #expect(reader.all("html").first?.attributes["lang"] == "en-GB")
    #expect(reader.all("title").first?.text == "Pack, May 2024")
  }

  @Test("every reference points into the page or the folder, and nothing is fetched")
  func references() throws {
    let (html, reader) = try Self.page()
    let identifiers = Set(reader.elements.compactMap { $0.attributes["id"] })
    let targets = reader.all("a").compactMap { $0.attributes["href"] }
    #expect(targets.count > 28)
    for target in targets where target.hasPrefix("#") {
      #expect(identifiers.contains(String(target.dropFirst())), "\(target)")
    }
    #expect(targets.filter { !$0.hasPrefix("#") } == ["areas.csv"])
    for shape in reader.all("tr").compactMap({ $0.attributes["data-shape"] }) {
      #expect(identifiers.contains(shape), "\(shape)")
    }
    #expect(reader.all("img", "link", "iframe", "object", "image").isEmpty)
    #expect(reader.elements.allSatisfy { $0.attributes["src"] == nil })
    let addresses = html.split(separator: "http").dropFirst().filter {
      !$0.hasPrefix("-equiv") && !$0.hasPrefix("://www.w3.org/")
        && !$0.hasPrefix("://www.inkscape.org/namespaces/")
    }
    #expect(addresses.isEmpty)
    #expect(!html.contains("@import") && !html.contains("url(//"))
  }

  @Test("headings go down by one level at most, and begin with the title")
  func headings() throws {
    let (_, reader) = try Self.page()
    let levels = reader.all("h1", "h2", "h3", "h4").compactMap { Int($0.name.dropFirst()) }
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(
      reader.all("h2").map(\.text) == [
        "In brief", "Where: LSOAs", "Where: LSOAs", "What: categories",
        "How sure: rows and data quality", "Method", "In this folder",
      ])
  }

  @Test("tables have captions and headings with a scope, figures a title and a description")
  func alternatives() throws {
    let (_, reader) = try Self.page()
    #expect(reader.all("table").count == reader.all("caption").count)
    #expect(reader.all("caption").allSatisfy { !$0.text.isEmpty })
    #expect(reader.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
    let identifiers = Set(reader.elements.compactMap { $0.attributes["id"] })
    let maps = reader.all("svg")
    #expect(maps.count == 2)
    for map in maps {
      for name in ["aria-labelledby", "aria-describedby"] {
        #expect(map.attributes[name].map(identifiers.contains) == true)
      }
    }
    #expect(reader.all("figure").count == reader.all("figcaption").count)
    let boxes = reader.all("div").filter { $0.attributes["tabindex"] == "0" }
    #expect(
      boxes.allSatisfy {
        $0.attributes["role"] == "region"
          && ($0.attributes["aria-label"] ?? $0.attributes["aria-labelledby"]) != nil
      })
  }

  @Test("the busiest ten stand in the table, all areas in the one that opens")
  func tables() throws {
    let (_, reader) = try Self.page()
    let shapes = reader.all("tr").compactMap { $0.attributes["data-shape"] }
      .filter { $0.hasPrefix("layer-1-") }
    #expect(shapes.count == 10 + 14)
    // 14 - n + n % 4: 14, 14, 14, 14, 10, ... so the first four tie, in the order of their codes.
    #expect(shapes.prefix(5) == (1...5).map { "layer-1-area-A\($0)" }[...])
    #expect(reader.all("summary").map(\.text) == ["All 14 LSOAs", "All 14 LSOAs"])
  }

  @Test("of a thousand areas and more the page lists the 500 busiest, and says where all are")
  func longTables() throws {
    let counts = (1...1001).map { [$0] }
    var writer = HTMLWriter()
    writer.open("div")
    AreaSection(layer: try TestPack(counts: counts).layer(), number: 1).write(to: &writer)
    writer.close("div")
    let page = try #require(PageReader(writer.bytes))
    let table = try #require(page.all("table").first { $0.attributes["id"] == "all-1" })
    #expect(page.all("summary").map(\.text) == ["The 500 busiest of 1,001 LSOAs"])
    #expect(table.text.contains("The 500 busiest LSOAs"))
    // Ten of the first table, a header each, and those listed.
    #expect(page.all("tr").count == 10 + 2 + 500)
    #expect(table.text.contains("A502") && !table.text.contains("A501"))
    #expect(page.all("a").contains { $0.attributes["href"] == "areas.csv" })
  }

  @Test("what people type is text, wherever it stands")
  func escaping() throws {
    let hostile = "</title><script>alert(1)</script> & \"quotes\" ]]> \u{1}"
    let (html, reader) = try Self.page(title: hostile, marking: hostile, names: [hostile])
    #expect(!html.contains("<script>alert"))
    #expect(reader.all("script").count == 1)
    #expect(reader.all("h1").first?.text.hasPrefix("</title><script>alert(1)") == true)
  }

  @Test("a marking stands at the top and the bottom of the page and of each printed sheet")
  func marking() throws {
    let (html, reader) = try Self.page(marking: "OFFICIAL-SENSITIVE")
    let marks = reader.all("p").filter { $0.attributes["class"] == "marking" }
    #expect(marks.map(\.text) == ["OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"])
    #expect(html.contains("@top-center { content: \"OFFICIAL-SENSITIVE\""))
    #expect(html.contains("@bottom-center { content: \"OFFICIAL-SENSITIVE\""))
    let (plain, unmarked) = try Self.page()
    #expect(unmarked.all("p").allSatisfy { $0.attributes["class"] != "marking" })
    #expect(!plain.contains("@top-center"))
  }

  @Test("what the data cannot carry is said, with the rejected rows and the warnings")
  func honesty() throws {
    let (_, reader) = try Self.page()
    let answers = reader.all("dd").map(\.text)
    #expect(answers.contains("absent: the incidents tell months only"))
    #expect(answers.contains("x 'Easting'"))
    let items = reader.all("li").map(\.text)
    #expect(items.contains("file.csv:3: bad") && items.contains("something is odd"))
    let rows = reader.all("tr").map {
      $0.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    #expect(rows.contains("Outside: in none of the areas 3 3"))
  }

  @Test("the same contents give the same bytes")
  func repeatable() throws {
    #expect(try Self.page().html == Self.page().html)
  }

  @Test("a pack without categories has no section about them")
  func withoutCategories() throws {
    let page = PackPage(try TestPack(counts: [[3], [1]]).contents())
    #expect(!page.sections.map(\.identifier).contains("what"))
    #expect(PageReader(page.html()) != nil)
  }

  @Test("a layer without incidents has its map and no table of the busiest")
  func empty() throws {
    let bytes = PackPage(try TestPack(counts: [[0], [0]]).contents()).html()
    let reader = try #require(PageReader(bytes))
    #expect(reader.all("p").contains { $0.text == "No incident lies in any of the LSOAs." })
    #expect(reader.all("svg").count == 2)
  }
}
