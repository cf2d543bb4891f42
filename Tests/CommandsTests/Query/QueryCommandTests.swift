import CommandLineKit
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Commands

/// A grid of incidents ten metres apart on the British National Grid, and what is known of each.
enum QueryGrid {
  static let columns = 20
  static let rows = 20

  /// Incident `c * 20 + r` lies at 530000 + 10 c, 180000 + 10 r.
  static var text: String {
    var text = "ref,Easting,Northing,From,Crime type,Outcome,Speed\n"
    for column in 0..<columns {
      for row in 0..<rows {
        let number = column * rows + row
        let day = number % 28 + 1
        let month = number % 12 + 1
        let date = "2024-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T12:00:00"
        text += "\(number),\(530_000 + 10 * column),\(180_000 + 10 * row),\(date),"
        text += "\(number % 3 == 0 ? "Robbery" : "Theft"),"
        text += "\(number % 2 == 0 ? "Under investigation" : "Closed"),\(number % 50)\n"
      }
    }
    return text
  }

  /// The incidents whose place is as asked.
  static func numbers(where isWanted: (Double, Double) -> Bool) -> [Int] {
    (0..<columns).flatMap { column in
      (0..<rows).filter { row in
        isWanted(530_000 + 10 * Double(column), 180_000 + 10 * Double(row))
      }.map { column * rows + $0 }
    }
  }
}

@Suite("hotspots query")
struct QueryCommandTests {
  private let folder = TemporaryFolder()

  /// Runs a query on the grid and returns the references of the rows of its CSV.
  private func references(_ words: String...) async throws -> [Int] {
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let output = folder.path("out.csv")
    let run = await CommandRun(
      words: ["query", "--incidents", incidents, "--columns", "id=ref", "--output", output] + words)
    #expect(run.status == 0, "\(run.messages)")
    let lines = try folder.text("out.csv").split(separator: "\n")
    #expect(lines.first?.hasPrefix("id,start,category,easting,northing") == true)
    return lines.dropFirst().compactMap { Int($0.prefix { $0 != "," }) }
  }

  @Test("a polygon holds what lies in it and on its edges, its hole does not")
  func within() async throws {
    let found = try await references(
      "--within",
      "POLYGON((530000 180000,530100 180000,530100 180100,530000 180100,530000 180000),"
        + "(530025 180025,530075 180025,530075 180075,530025 180075,530025 180025))")
    #expect(
      found
        == QueryGrid.numbers { x, y in
          x <= 530_100 && y <= 180_100
            && !(x > 530_025 && x < 530_075 && y > 180_025 && y < 180_075)
        })
  }

  @Test("several features are one place, and --outside is all that is left")
  func features() async throws {
    let path = try folder.file(
      "cordon.geojson",
      """
      {"type":"FeatureCollection",
       "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[
       {"type":"Feature","geometry":{"type":"Polygon","coordinates":
        [[[530000,180000],[530055,180000],[530055,180055],[530000,180055],[530000,180000]]]}},
       {"type":"Feature","geometry":{"type":"Polygon","coordinates":
        [[[530045,180000],[530095,180000],[530095,180025],[530045,180025],[530045,180000]]]}}]}
      """)
    let isInside: (Double, Double) -> Bool = { x, y in
      (x <= 530_055 && y <= 180_055) || (x >= 530_045 && x <= 530_095 && y <= 180_025)
    }
    #expect(try await references("--within", path) == QueryGrid.numbers(where: isInside))
    #expect(
      try await references("--within", path, "--outside")
        == QueryGrid.numbers { !isInside($0, $1) })
  }

  @Test("a circle holds what lies within its radius")
  func near() async throws {
    let expected = QueryGrid.numbers { x, y in
      let (dx, dy) = (x - 530_095, y - 180_095)
      return dx * dx + dy * dy < 55 * 55
    }
    #expect(try await references("--near", "530095,180095", "--radius", "55") == expected)
    // The middle of the square of ten metres whose corner is 530090, 180090.
    #expect(try await references("--near", "TQ 3009 8009", "--radius", "55") == expected)
  }

  @Test("a corridor holds what lies beside its line, round at the ends")
  func line() async throws {
    let expected = QueryGrid.numbers { x, y in
      let along = min(max(x, 530_050), 530_120)
      let (dx, dy) = (x - along, y - 180_055)
      return dx * dx + dy * dy < 27 * 27
    }
    #expect(
      try await references(
        "--line", "LINESTRING(530050 180055,530120 180055)", "--distance", "27") == expected)
  }

  @Test("the lines of a Shapefile are read in its own system")
  func lineShapefile() async throws {
    var roads = RawShapefile(
      records: [
        [
          [Point(x: 530_050, y: 180_055), Point(x: 530_120, y: 180_055)],
          [Point(x: 530_010, y: 180_150), Point(x: 530_010, y: 180_160)],
        ], [],
      ], rows: [["A", ""], ["B", ""]])
    roads.type = 3
    roads.hasMeasures = false
    let projection = try Data(
      contentsOf: URL(filePath: ProjectFolder.path("boundaries/wards.prj")))
    roads.projection = String(decoding: projection, as: UTF8.self)
    try roads.write(to: folder, as: "roads")
    let expected = QueryGrid.numbers { x, y in
      let first = hypot(x - min(max(x, 530_050), 530_120), y - 180_055)
      let second = hypot(x - 530_010, y - min(max(y, 180_150), 180_160))
      return min(first, second) < 27
    }
    #expect(
      try await references("--line", folder.path("roads.shp"), "--distance", "27") == expected)
    roads.projection = nil
    try roads.write(to: folder, as: "roads")
    #expect(
      try await references(
        "--line", folder.path("roads.shp"), "--distance", "27", "--crs", "EPSG:27700") == expected)
  }

  @Test("a rectangle is one of longitudes and latitudes, whatever the incidents have")
  func box() async throws {
    // echo 530000 180000 | cs2cs -f %.7f EPSG:27700 EPSG:4326: 51.5040889 -0.1283111 (and so on).
    let all = try await references("--bbox=-0.2,51.4,0,51.6")
    #expect(all == Array(0..<400))
    let none = try await references("--bbox", "170,51.4,-170,51.6")
    #expect(none.isEmpty)
  }

  @Test("filters and conditions join the place")
  func filters() async throws {
    let square = "POLYGON((529995 179995,530105 179995,530105 180105,529995 180105,529995 179995))"
    let inside = QueryGrid.numbers { x, y in x < 530_105 && y < 180_105 }
    #expect(
      try await references("--within", square, "--category", "robbery")
        == inside.filter { $0 % 3 == 0 })
    #expect(
      try await references("--within", square, "--from", "2024-03", "--to", "2024-04")
        == inside.filter { [3, 4].contains($0 % 12 + 1) })
    #expect(
      try await references(
        "--within", square, "--where", "outcome = \"under investigation\" and speed >= 30")
        == inside.filter { $0 % 2 == 0 && $0 % 50 >= 30 })
    #expect(
      try await references("--where", "ref in (5, 7) or id = 9") == [5, 7, 9])
  }

  @Test("an area's answer has exactly the incidents that the areas command counts there")
  func area() async throws {
    let boundaries = ProjectFolder.path("boundaries/wards.shp")
    let incidents = ProjectFolder.path("samples/incidents.csv")
    let counts = await CommandRun(
      "areas", "--boundaries", boundaries, "--incidents", incidents, "--output",
      folder.path("areas.csv"))
    #expect(counts.status == 0)
    let lines = try folder.text("areas.csv").split(separator: "\n").dropFirst().prefix(4)
    for line in lines {
      let fields = line.split(separator: ",")
      for name in [fields[0], fields[1]] {
        let run = await CommandRun(
          "query", "--boundaries", boundaries, "--incidents", incidents, "--area", "\(name)",
          "--count", "all", "--output", folder.path("count.csv"))
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.text("count.csv") == "incidents\n\(fields[2])\n", "\(name)")
      }
    }
  }

  @Test("GeoJSON has longitude and latitude, RFC 3339 times and numbers, and its reconciliation")
  func geojson() async throws {
    let incidents = try folder.file("grid.csv", QueryGrid.text)
    let run = await CommandRun(
      "query", "--incidents", incidents, "--columns", "id=ref", "--near", "530000,180000",
      "--radius", "5", "--keep", "speed,Outcome", "--output", folder.path("a.geojson"),
      "--manifest", folder.path("m.json"))
    #expect(run.status == 0, "\(run.messages)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("a.geojson"))) as? [String: Any])
    let features = try #require(json["features"] as? [[String: Any]])
    #expect(features.count == 1)
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(
      Set(properties.keys) == ["id", "start", "category", "Speed", "Outcome"])
    #expect(properties["id"] as? String == "0" && properties["Speed"] as? Int == 0)
    #expect(properties["start"] as? String == "2024-01-01T12:00:00+00:00")
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    let position = try #require(geometry["coordinates"] as? [Double])
    // echo 530000 180000 | cs2cs -f %.7f EPSG:27700 EPSG:4326 (with the operation of 2 m).
    #expect(abs(position[0] + 0.1283) < 0.001 && abs(position[1] - 51.5041) < 0.001)
    let reconciliation = try #require(json["reconciliation"] as? [String: Any])
    #expect(reconciliation["read"] as? Int == 400 && reconciliation["assigned"] as? Int == 1)
    #expect(reconciliation["outside"] as? Int == 399 && reconciliation["layer"] is NSNull)
    let manifest = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("m.json"))) as? [String: Any])
    #expect(manifest["command"] as? String == "query")
    #expect((manifest["chosen"] as? [String: Any])?["selected"] as? Int == 1)
    #expect((manifest["reconciliation"] as? [Any])?.count == 1)
  }

  @Test("all columns can be kept, and coordinates converted")
  func keep() async throws {
    let incidents = try folder.file(
      "a.csv",
      "Crime ID,Longitude,Latitude,Month,start,Crime type,,category\n"
        + "a,-0.1278,51.5074,2024-01,x,Theft,blank,second\nb,,,2024-02,,Theft,,\n")
    let words = ["query", "--incidents", incidents, "--columns", "start=", "--category", "theft"]
    let run = await CommandRun(
      words: words + [
        "--keep", "all", "--output", folder.path("b.csv"), "--output-crs", "EPSG:27700",
        "--precision", "1",
      ])
    #expect(run.status == 0, "\(run.messages)")
    // echo -0.1278 51.5074 | cs2cs -f %.1f EPSG:4326 EPSG:27700, the coordinates exchanged.
    #expect(
      try folder.text("b.csv") == """
        id,month,category,start,column,category_2,easting,northing
        a,2024-01,Theft,x,blank,second,530028.7,180380.1
        b,2024-02,Theft,,,,,

        """)
    let plain = await CommandRun(words: words + ["--output", folder.path("c.csv")])
    #expect(plain.status == 0, "\(plain.messages)")
    #expect(
      try folder.text("c.csv") == """
        id,month,category,longitude,latitude
        a,2024-01,Theft,-0.1278,51.5074
        b,2024-02,Theft,,

        """)
  }
}
