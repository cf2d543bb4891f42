import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Place, credit and data of a pack")
struct TaskingCreditTests {
  private static let rows =
    ["type,from,easting,northing"]
    + (1...20).map {
      "Burglary,2025-05-\($0 < 10 ? "0\($0)" : "\($0)") 10:00,\(400_003 + $0 % 5),\(300_002 + $0 % 7)"
    }
  private static let credits = [
    "Contains OS data © Crown copyright and database right 2025", "Source: Somebody & Sons.",
  ]

  @Test("credits stand at the foot of the page and of each sheet, and in the manifest")
  func credits() async throws {
    let pack = try await MadePack(
      rows: Self.rows, options: Self.credits.flatMap { ["--credit", $0] })
    let page = pack.text("index.html")
    let foot = try #require(page.components(separatedBy: "<footer>").last)
    for credit in Self.credits {
      #expect(foot.contains(credit.replacing("&", with: "&amp;")))
    }
    #expect(pack.chosen["credits"] as? [String] == Self.credits)
    let sheets = pack.files.keys.filter { $0.hasSuffix(".svg") }
    #expect(sheets.count >= 3)
    for sheet in sheets {
      let words = pack.text(sheet).replacing(/<[^>]*>/, with: " ")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let parts = ["Crown copyright and database right 2025", "Source: Somebody"]
      for part in parts { #expect(words.contains(part), "\(sheet)") }
    }
    // The maps of the page leave it to the page.
    let maps = try #require(page.components(separatedBy: "<footer>").first)
    #expect(!maps.contains("Crown copyright"))
  }

  @Test("the place names the page and the sheets, and stands below a title")
  func place() async throws {
    let named = try await MadePack(rows: Self.rows, "--place", "Marlowick")
    #expect(
      named.text("index.html").contains("<h1>Marlowick: hotspots, 1 May 2025 to 20 May 2025</h1>"))
    #expect(named.text("maps/areas.svg").contains("Marlowick: incidents by area"))
    #expect(named.text("maps/density.svg").contains("Marlowick: density of incidents"))
    #expect(named.chosen["place"] as? String == "Marlowick")
    let titled = try await MadePack(
      rows: Self.rows, "--place", "Marlowick", "--title", "Our month")
    #expect(titled.text("index.html").contains("<h1>Our month</h1>"))
    titled.expect("Marlowick; 1 May 2025 to 20 May 2025; all categories")
    #expect(titled.text("maps/areas.svg").contains("Our month, Marlowick: incidents by area"))
  }

  @Test("the page says which days and files it is made of, and names no folder")
  func data() async throws {
    let pack = try await MadePack(rows: Self.rows)
    pack.expect("Data: 1 May 2025 to 20 May 2025, from rows.csv; areas from areas.shp.")
    let page = pack.text("index.html")
    let inputs = try #require(
      (try JSONSerialization.jsonObject(with: Data(pack.files["manifest.json"] ?? []))
        as? [String: Any])?["inputs"] as? [[String: Any]])
    for input in inputs {
      let path = try #require(input["path"] as? String)
      #expect(path.contains("/"))
      #expect(!page.contains(path), "\(path)")
      for (name, bytes) in pack.files where name.hasSuffix(".svg") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(path), "\(name)")
      }
    }
  }

  @Test("a pack of one category has no table, choice or column of it")
  func oneCategory() async throws {
    let pack = try await MadePack(rows: Self.rows, "--category", "Burglary")
    let page = pack.text("index.html")
    for absent in ["id=\"what\"", "Leading categor", "class=\"views\"", "one category"] {
      #expect(!page.contains(absent), "\(absent)")
    }
    pack.expect("; Burglary")
  }
}
