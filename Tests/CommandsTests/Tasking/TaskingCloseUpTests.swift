import Foundation
import TestSupport
import Testing

@testable import Commands

/// Close-ups of the made-up borough's hotspots, whose numbers GeoPandas 1 and pandas 2 counted from the
/// outlines of `hotspots.geojson` brought back to EPSG:27700 and rounded to the edges of cells, each
/// incident a ten-thousandth of a metre to the north-east so that cells have their western and southern
/// edges; hours with `zoneinfo`, hour by hour in UTC.
@Suite("hotspots tasking: close-ups")
struct TaskingCloseUpTests {
  /// The words of a hotspot's card.
  private func card(_ number: Int, of pack: MadePack) throws -> String {
    let page = pack.text("index.html")
    let start = try #require(page.firstRange(of: "<article id=\"close-up-\(number)\""))
    let rest = page[start.lowerBound...]
    let end = try #require(rest.firstRange(of: "</article>"))
    return rest[..<end.lowerBound]
      .replacing(/<[^>]*>/, with: " ").replacing("&lt;", with: "<")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func expect(
    _ sentence: String, in card: String, _ location: SourceLocation = #_sourceLocation
  ) {
    let isSaid = card.contains(sentence)
    #expect(isSaid, "\(sentence)", sourceLocation: location)
  }

  @Test("a card says which streets, what kind, where, when, and how the months were")
  func quarter() async throws {
    let pack = try await MadePack.quarter.value
    let first = try card(1, of: pack)
    // 1,209 of 5,068 incidents; 888 of them in one area.
    expect("1,209 incidents, 23.9% of all.", in: first)
    expect("LSOA: Marlowick 009F (E01999070), 73.4% of its incidents", in: first)
    expect("Grid reference: SP 557 456", in: first)
    for street in [
      "Copperwick Street 510 42.2%", "Trestleshaw Road 126 10.4%", "Mosscombe Square 97 8.0%",
      "Mallowthorn Place 78 6.5%", "Copperwick Mews 65 5.4%",
    ] {
      expect(street, in: first)
    }
    // Eighteen names in all.
    expect("13 more names hold the rest.", in: first)
    expect("Theft from the person 30.9% 25.5% 1.2", in: first)
    expect("Robbery 2.7% 2.6% 1.1", in: first)
    // Sunday 00:00 to 04:00 of the hours in UTC, 122.2447 of 1,209.
    expect("Busiest four hours: Sun 00:00 to Sun 04:00, 122.2 incidents (10.1% of 1,209", in: first)
    // 367, 345 and so on of 1,595, 1,408 and so on: 41 to 50 times the share by area.
    expect(
      "Persistent. In each of 12 months (January 2025 to December 2025) its ground held at least twice "
        + "its share by area of the incidents.", in: first)
    expect(
      "The three months before, July 2025 to September 2025: 1,232 incidents, now 1,209", in: first)
    let second = try card(2, of: pack)
    expect("291 incidents, 5.7% of all.", in: second)
    expect("Barleygarth Lane 124 42.6%", in: second)
    expect("Shoplifting 24.1% 12.3% 2.0", in: second)
    expect("310 incidents, now 291", in: second)
  }

  @Test("hours of a hotspot are those of its incidents, spread over their windows")
  func hours() async throws {
    let pack = try await MadePack.quarter.value
    let page = pack.text("index.html")
    let days = "By day: Mon 137.0, Tue 103.5, Wed 132.6, Thu 124.7, Fri 209.9, Sat 271.9, Sun 229.4"
    let isThere = page.contains(days)
    #expect(isThere, "\(days)")
  }

  @Test("the months stand in the files, and each hotspot has its sheet")
  func files() async throws {
    let pack = try await MadePack.quarter.value
    let rows = pack.rows("hotspots.csv")
    func column(_ name: String) throws -> [String] {
      let place = try #require(rows[0].firstIndex(of: name), "\(name)")
      return rows.dropFirst().map { $0[place] }
    }
    #expect(try column("history") == ["persistent", "persistent"])
    #expect(try column("months_hot") == ["12", "12"])
    #expect(try column("months_counted") == ["12", "12"])
    #expect(try column("main_area_code") == ["E01999070", "E01999098"])
    #expect(try column("earlier_1_incidents") == ["1232", "310"])
    // Columns of before keep their order; these stand behind them.
    let start = try #require(rows[0].firstIndex(of: "main_area"))
    #expect(rows[0][start - 1] == "peak_y" && rows[0].last == "earlier_1_p")
    #expect(
      pack.files.keys.filter { $0.hasPrefix("hotspots/") }.sorted() == [
        "hotspots/1.svg", "hotspots/2.svg",
      ])
    let closeUps = try #require(pack.chosen["close_ups"] as? [[String: Any]])
    let months = try #require(closeUps[0]["months"] as? [[String: Any]])
    #expect(
      months.map { $0["incidents"] as? Int }
        == [367, 345, 383, 375, 418, 436, 438, 434, 360, 443, 368, 398])
    // The samples stack on places as data.police.uk's do: their circles are shown, not a surface.
    #expect(closeUps[0]["places"] as? Int ?? 0 > 0 && closeUps[0]["cell_size_m"] == nil)
    pack.expect(
      "published positions are points of a fixed list, so that a surface would show the list")
  }

  // Months of car crime on the grounds of the four hotspots, by pandas:
  // 0 2 0 0 0 1 0 1 0 11 8 8 (twice its share from two incidents on), 0 0 0 0 0 0 1 1 0 6 4 11 (1.80 and
  // 1.82 times), 1 1 4 1 1 1 2 3 1 3 5 3 and 3 5 5 4 4 7 10 5 6 4 2 5.
  @Test("a spate of car crime is new, and hot months of one or two incidents are pointed out")
  func spate() async throws {
    let pack = try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--category", "Vehicle crime", "--from",
      "2025-10",
      "--to", "2025-12")
    let rows = pack.rows("hotspots.csv")
    let (history, hot) = (
      try #require(rows[0].firstIndex(of: "history")),
      try #require(rows[0].firstIndex(of: "months_hot"))
    )
    #expect(
      rows.dropFirst().map { "\($0[history]) \($0[hot])" }
        == ["recurring 5", "new 3", "persistent 12", "persistent 12"])
    expect(
      "New. In three of 12 months (January 2025 to December 2025) its ground held at least twice its "
        + "share by area of the incidents, in the last three months only.",
      in: try card(2, of: pack))
    expect(
      "Two of these months have fewer than three incidents, which chance can gather.",
      in: try card(1, of: pack))
  }

  /// Rows of the middle of months of 2025 in the squares A and D: so many in each.
  private static func rows(_ months: [(month: Int, a: Int, d: Int)]) -> [String] {
    ["type,from,easting,northing"]
      + months.flatMap { month, a, d in
        let padded = month < 10 ? "0\(month)" : "\(month)"
        // Days from the first to the last, so that months are whole.
        return (0..<a + d).map { row in
          let day = 1 + row * 27 / max(1, a + d - 1)
          let place = row < a ? "400005,300005" : "400035,300005"
          return "Robbery,2025-\(padded)-\(day < 10 ? "0" : "")\(day) 10:00,\(place)"
        }
      }
  }

  @Test("a hotspot of the last month of five is new; the first month, in part, is not counted")
  func new() async throws {
    // A quarter of the ground: half of a month's incidents make it hot. The files begin on 15 January.
    let late = Self.rows([(1, 3, 12)]).filter { !$0.contains("-01-0") && !$0.contains("-01-10") }
    let months = Self.rows([(2, 2, 12), (3, 2, 12), (4, 2, 12), (5, 30, 6)]).dropFirst()
    let pack = try await MadePack(rows: late + months, "--from", "2025-05", "--to", "2025-05")
    let first = try card(1, of: pack)
    expect(
      "New. In one of four months (February 2025 to May 2025) its ground held at least twice its share "
        + "by area of the incidents, in the last month only.", in: first)
    expect(
      "Not counted, of the twelve months to the period's end: eight that the data does not cover whole.",
      in: first)
    expect("The month before, April 2025: 2 incidents, now 30", in: first)
    // So few rows are taken as they are: there is a surface, of cells of 10 m.
    let closeUps = try #require(pack.chosen["close_ups"] as? [[String: Any]])
    #expect(closeUps[0]["cell_size_m"] as? Int == 10 && closeUps[0]["places"] == nil)
  }

  @Test("three months are too few to tell")
  func few() async throws {
    let pack = try await MadePack(
      rows: Self.rows([(3, 2, 12), (4, 2, 12), (5, 30, 6)]), "--from", "2025-05", "--to", "2025-05")
    expect(
      "Too few months to tell. At least four months must count; three do, March 2025 to May 2025.",
      in: try card(1, of: pack))
  }

  @Test("in hours that are kept, months hold what is expected in them")
  func weighed() async throws {
    // In May 28 more at 21:00, inside the first hours and outside the second.
    let rows = Self.rows([(2, 12, 12), (3, 12, 12), (4, 12, 12), (5, 30, 6)])
    let nights = (1...28).map { day in
      "Robbery,2025-05-\(day < 10 ? "0" : "")\(day) 21:00,400005,300005"
    }
    let pack = try await MadePack(
      rows: rows + nights, "--from", "2025-05", "--to", "2025-05", "--hours", "10-22")
    let closeUps = try #require(pack.chosen["close_ups"] as? [[String: Any]])
    let months = try #require(closeUps[0]["months"] as? [[String: Any]])
    #expect(months.map { $0["incidents"] as? Double } == [12, 12, 12, 58])
    let morning = try await MadePack(
      rows: rows + nights, "--from", "2025-05", "--to", "2025-05", "--hours", "10-11")
    let less = try #require(morning.chosen["close_ups"] as? [[String: Any]])
    let kept = try #require(less[0]["months"] as? [[String: Any]])
    #expect(kept.map { $0["incidents"] as? Double } == [12, 12, 12, 30])
  }

  @Test("incidents without dates have no months, and the card says why")
  func undated() async throws {
    let rows =
      ["type,easting,northing"]
      + [String](repeating: "Robbery,400005,300005", count: 30)
      + [String](repeating: "Robbery,400035,300005", count: 6)
    let pack = try await MadePack(rows: rows)
    expect("No months: not all incidents have a date.", in: try card(1, of: pack))
    #expect(!pack.rows("hotspots.csv")[0].contains("history"))
  }
  // `hotspots query --within` the outline of each hotspot alone, `--count month`: another way through the
  // program, by polygons in WGS 84 and not by cells. Of the first two hotspots a few incidents lie on
  // edges, which that counts as inside.
  @Test(
    "Westminster's months are those of queries by the outlines",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let pack = try await MadePack(
      "--boundaries", SharedData.path("realdata/boundaries/london-lsoa-2011.shp"),
      "--study-area", "LAD11CD=E09000033", "--incidents",
      SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv"), "--from", "2017-01")
    let closeUps = try #require(pack.chosen["close_ups"] as? [[String: Any]])
    let months = closeUps.map { closeUp in
      (closeUp["months"] as? [[String: Any]] ?? []).map { $0["incidents"] as? Int }
    }
    #expect(
      Array(months.dropFirst(2)) == [
        [161, 144, 182, 157, 175, 122, 137, 150, 173, 155, 134, 165],
        [25, 27, 31, 46, 54, 44, 56, 62, 66, 55, 47, 47],
        [39, 33, 35, 43, 43, 33, 45, 36, 47, 51, 41, 52],
        [15, 17, 17, 20, 11, 11, 14, 17, 12, 18, 15, 15],
      ])
    // The data has months only.
    expect("No hours: the dates give months only, not hours.", in: try card(1, of: pack))
  }
}
