import Foundation
import HotspotsKit
import Tasking
import TestSupport
import Testing

@Suite("A briefing pack through the library")
struct BriefingPackTests {
  private let home = TemporaryFolder()

  /// An incident in one of the four squares.
  private struct Incident {
    var square: Int
    var month: String
    var day: Int
    var hour: Int

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    var row: String {
      let type = square == 0 ? "Robbery" : "Burglary"
      let (x, y) = (400_003 + square * 10 + day % 5, 300_002 + day % 7)
      return "\(type),\(month)-\(padded(day)) \(padded(hour)):00,,\(x),\(y)"
    }
  }

  /// One a day in A at ten in April and May; in May ten in B at 22:00 and one in D at 03:00.
  private static let incidents =
    (1...30).map { Incident(square: 0, month: "2025-04", day: $0, hour: 10) }
    + (1...31).map { Incident(square: 0, month: "2025-05", day: $0, hour: 10) }
    + (1...10).map { Incident(square: 1, month: "2025-05", day: $0, hour: 22) }
    + [Incident(square: 3, month: "2025-05", day: 5, hour: 3)]

  private static let ofMay = incidents.filter { $0.month == "2025-05" }

  private static var rows: String {
    (["type,from,to,easting,northing"] + incidents.map(\.row)).joined(separator: "\n")
  }

  private func study(_ rows: String = BriefingPackTests.rows) throws -> Study {
    try SquareWorld().study(rows) { $0.filter.from = try? PeriodBound("2025-05") }
  }

  @Test("months counted of what is kept are those of a second pass, which a last month asks for")
  func monthsOfKept() async throws {
    let kept = try await BriefingPack().run(SquareWorld().study(Self.rows) { _ in })
    let read = try await BriefingPack().run(
      SquareWorld().study(Self.rows) { $0.filter.to = try? PeriodBound("2025-05") })
    for result in [kept, read] {
      let trend = try #require(result.trend)
      // 30 in April; 31, 10 and one in May, of which those of A are robberies.
      #expect(trend.all.incidents == [30, 42])
      #expect(trend.months.series.map(\.incidents) == [[0, 11], [30, 31]])
      #expect(trend.series.map(\.incidents) == [[30, 31], [0, 10], [0, 1], [0, 0]])
    }
    #expect(kept.record?.histories == read.record?.histories)
    #expect(kept.record?.undated == read.record?.undated)
    #expect(kept.record?.months.count == 2)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: home.path(folder)).filter {
      $0.contains(".")
    }.sorted()
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try home.read(file), as: UTF8.self)
  }

  private func manifest() throws -> [String: Any] {
    let data = Data(try home.read("pack/manifest.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Reads a column of a CSV file by the values of its first column.
  private func column(_ name: String, of file: String) throws -> [String: Int] {
    let rows = try text("pack/\(file)").split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let place = try #require(rows[0].firstIndex(of: name))
    return Dictionary(uniqueKeysWithValues: rows.dropFirst().map { ($0[0], Int($0[place]) ?? -1) })
  }

  @Test("a few lines make a pack, whose files are those of the list and hold what was counted")
  func made() async throws {
    var pack = BriefingPack()
    pack.title = "May & June"
    let study = try study()
    let forecast = try await pack.forecast(study)
    let result = try await pack.write(study, to: home.path("pack"))
    let hotspots = try #require(result.hotspots).rowCount
    let whole = PackParts(layers: ["areas"], hotspots: hotspots).files.map(\.path)
    #expect(result.files == whole)
    #expect(forecast.files == PackParts(layers: ["areas"]).files.map(\.path))
    #expect(try names("pack") == whole.sorted())
    let manifest = try manifest()
    let outputs = manifest["outputs"] as? [[String: Any]] ?? []
    #expect(
      outputs.map { $0["path"] as? String }
        == whole.dropLast().map { "\(home.path("pack"))/\($0)" })
    #expect(try text("pack/index.html").contains("<h1>May &amp; June</h1>"))
    // The list of incidents, counted here.
    let byArea = (0..<4).map { square in Self.ofMay.count { $0.square == square } }
    #expect(
      try column("incidents", of: "areas.csv")
        == ["A": byArea[0], "B": byArea[1], "C": byArea[2], "D": byArea[3]])
    let hours = try column("Total", of: "hours.csv")
    for hour in 0..<24 {
      let label = "\(hour < 10 ? "0" : "")\(hour):00"
      #expect(hours[label] == Self.ofMay.count { $0.hour == hour }, "\(label)")
    }
    let chosen = manifest["chosen"] as? [String: Any]
    let change = try #require((chosen?["change"] as? [[String: Any]])?.first)
    #expect(change["name"] as? String == "the month before")
    #expect(change["incidents"] as? Int == Self.ofMay.count)
    #expect(change["earlier_incidents"] as? Int == Self.incidents.count - Self.ofMay.count)
    // 31 and 10 incidents on neighbouring squares; the one in D is no hotspot.
    let amounts = try #require(result.hotspots?[column: "incidents"]?.values)
    #expect(amounts.number(at: 0) ?? 0 >= 31)
  }

  @Test("what the data does not tell is typed, and worded as whoever makes the pack words it")
  func remarks() async throws {
    let rows = """
      type,from,easting,northing
      Robbery,2025-03,400005,300005
      Burglary,2025-03,400015,300003

      """
    let study = try SquareWorld().study(rows) {
      $0.incidents.columns = [(.category, "type"), (.month, "from"), (.start, "")]
    }
    var pack = BriefingPack()
    pack.help = { $0 == .noComparison(.onePeriod) ? "ask for the second month" : nil }
    let result = try await pack.write(study, to: home.path("pack"))
    let reasons = Dictionary(
      uniqueKeysWithValues: result.absences.map { ($0.path, $0.reason) })
    let hours = PackRemark.noHours(.monthsOnly)
    for path in ["hours.csv", "maps/hours.svg", "maps/hours-areas.svg"] {
      #expect(reasons[path] == hours)
    }
    #expect(reasons["hotspots.csv"] == .noDensePlace(minimum: 10))
    #expect(reasons["change"] == .noComparison(.onePeriod))
    #expect(
      (result.files + result.absences.map(\.path)).sorted()
        == (PackParts(layers: ["areas"]).files.map(\.path) + ["change"]).sorted())
    let page = try text("pack/index.html")
    #expect(page.contains("all incidents are of one period; ask for the second month"))
    #expect(page.contains("no place of the densest quarter holds 10 incidents"))
  }

  @Test(
    "a folder with other things is refused before anything is read, and a failure leaves nothing")
  func refused() async throws {
    try FileManager.default.createDirectory(
      atPath: home.path("mine"), withIntermediateDirectories: false)
    try home.write("x".utf8, to: "mine/letter.txt")
    let missing = Study(boundaries: ["none.shp"], incidents: ["none.csv"])
    let mine = home.path("mine")
    await #expect(throws: PackFolderError.holdsOtherThings(path: mine)) {
      try await BriefingPack().write(missing, to: mine)
    }
    await #expect(throws: (any Error).self) {
      try await BriefingPack().write(missing, to: home.path("pack"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path("")) == ["mine"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: mine) == ["letter.txt"])
  }

  @Test("hotspots of significant cells, and classes of an earlier pack")
  func choices() async throws {
    var pack = BriefingPack()
    try await pack.write(try study(), to: home.path("first"))
    pack.hotspotsFrom = .clusters
    pack.statistics = LocalStatistics(units: .square, cellSize: 5)
    pack.scales = try SavedScales(path: home.path("first/manifest.json"))
    let result = try await pack.write(try study(), to: home.path("pack"))
    // Squares of 5 m over 40 by 10 m.
    #expect(result.statistics?.table.rowCount == 16)
    let manifest = try manifest()
    let chosen = manifest["chosen"] as? [String: Any]
    #expect(chosen?["hotspots_from"] as? String == "clusters")
    #expect(chosen?["place_count"] as? Int == 16)
    #expect(try text("pack/maps/areas.svg").contains("those of 'manifest.json'"))
  }
}
