import Testing

@testable import HotspotsKit

@Suite("Titles of a pack")
struct PackTitlesTests {
  private static func pack(_ title: String?, _ place: String?) -> BriefingPack {
    var pack = BriefingPack()
    (pack.title, pack.place) = (title, place)
    return pack
  }

  @Test(
    "title and place make headings and titles of sheets, and the place is said once",
    arguments: [
      (nil, nil, "Tasking pack", "Incidents by ward"),
      (nil, "Marlowick", "Marlowick: hotspots, May 2025", "Marlowick: incidents by ward"),
      ("Our month", nil, "Our month", "Our month: incidents by ward"),
      ("Our month", "Marlowick", "Our month", "Our month, Marlowick: incidents by ward"),
      ("MARLOWICK in May", "Marlowick", "MARLOWICK in May", "MARLOWICK in May: incidents by ward"),
    ] as [(String?, String?, String, String)])
  func titles(title: String?, place: String?, heading: String, sheet: String) {
    let pack = Self.pack(title, place)
    #expect(pack.heading(period: "May 2025").text == heading)
    #expect(pack.sheetTitle("incidents by ward") == sheet)
  }

  @Test("the heading says the period only where it is made of the place")
  func period() {
    #expect(Self.pack(nil, "Marlowick").heading(period: "May 2025").saysPeriod)
    #expect(!Self.pack("Our month", "Marlowick").heading(period: "May 2025").saysPeriod)
    #expect(Self.pack(nil, "Marlowick").heading(period: nil) == ("Marlowick: hotspots", false))
    #expect(Self.pack("Our month", "Marlowick").placeBesideTitle == "Marlowick")
    #expect(Self.pack("Marlowick", "Marlowick").placeBesideTitle == nil)
  }
}
