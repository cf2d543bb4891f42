import Cartography
import Tables
import Testing

@testable import Tasking

@Suite("Cards of hotspots") struct HotspotCardsTests {
  private static func contents() -> CloseUpContents {
    var contents = CloseUpContents(
      number: 2, name: "Dean Street & Soho", subtitle: "May 2024", incidents: 64, share: 0.125)
    contents.placeLines = ["Ward: West End (E05013806), 87.5% of its incidents"]
    contents.facts = [.init(label: "Area", value: "0.052 km²")]
    contents.standing = .init(label: "Persistent", sentence: "In 11 of 12 months it was.")
    contents.streets = [.init(name: "Dean Street", incidents: 40, share: 0.625)]
    contents.streetNote = "One more name holds the rest."
    contents.categories = (1...8).map {
      .init(name: "Category \($0)", share: 0.125, studyAreaShare: 0.0625)
    }
    contents.months = [
      .init(label: "April 2024", shortLabel: "Apr", incidents: 0, isHeld: false),
      .init(label: "May 2024", shortLabel: "May", incidents: 64, isHeld: true),
    ]
    var cells = [[Double]](repeating: [Double](repeating: 0, count: 7), count: 24)
    cells[22][4] = 60
    cells[3][5] = 4
    contents.hours = HourTable(
      cells: cells, hourTotals: cells.map { $0.reduce(0, +) },
      dayTotals: [0, 0, 0, 0, 60, 4, 0], total: 64)
    return contents
  }

  private static func page(_ contents: CloseUpContents) -> String {
    var page = HTMLWriter()
    HotspotCards(
      cards: [
        HotspotCard(
          contents: contents, map: Array("<svg id=\"card-2-map\"></svg>".utf8),
          sheet: "hotspots/2.svg")
      ]
    ).write(to: &page)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test("a card has a heading of its own, is named by it, and leads to its sheet")
  func heading() {
    let page = Self.page(Self.contents())
    #expect(page.contains("<h3 id=\"close-up-2-h\">Hotspot 2: Dean Street &amp; Soho</h3>"))
    #expect(page.contains("id=\"close-up-2\" class=\"card\" aria-labelledby=\"close-up-2-h\""))
    #expect(page.contains("<a href=\"hotspots/2.svg\">Hotspot 2 as a sheet of its own</a>"))
    #expect(page.contains("<svg id=\"card-2-map\"></svg>"))
    #expect(page.contains("64 incidents, 12.5% of all. Area: 0.052 km²."))
    #expect(page.contains("<strong>Persistent.</strong>"))
  }

  @Test("six categories are listed, and the rest is said")
  func categories() {
    let page = Self.page(Self.contents())
    #expect(page.contains("Category 6</th>") && !page.contains("Category 7"))
    #expect(page.contains("Two more categories hold 25.0%."))
  }

  @Test("what the small figures show is said in words")
  func figures() {
    let page = Self.page(Self.contents())
    #expect(
      page.contains(
        "aria-label=\"By day: Mon 0.0, Tue 0.0, Wed 0.0, Thu 0.0, Fri 60.0, Sat 4.0, Sun 0.0; most in "
          + "one hour: Fri 22:00, 60.0\""))
    #expect(page.contains("aria-label=\"April 2024 0, May 2024 64 (at least twice its share)\""))
  }

  @Test(
    "without hours, months, names or several categories a card says why, and has no empty table")
  func absences() {
    var contents = CloseUpContents(
      number: 1, name: "A", subtitle: "", incidents: 3.5, share: 0.5)
    contents.isWeighted = true
    contents.streetNote = "The data has no location names."
    contents.categoryNote = "The data has no categories."
    contents.hourNote = "No hours: the dates give months only, not hours."
    contents.monthNote = "No months: not all incidents have a date."
    let page = Self.page(contents)
    for note in [
      "The data has no location names.", "The data has no categories.",
      "No hours: the dates give months only, not hours.",
      "No months: not all incidents have a date.", "3.5 incidents (estimated), 50.0% of all.",
    ] {
      #expect(page.contains(note), "\(note)")
    }
    #expect(!page.contains("<table") && !page.contains("role=\"img\""))
    contents.categories = [.init(name: "Robbery", share: 1, studyAreaShare: 1)]
    contents.categoryNote = nil
    #expect(!Self.page(contents).contains("<table"))
  }
}
