import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite("hotspots areas")
struct AreasCommandTests {
  private let folder = TemporaryFolder()
  private let incidents = ProjectFolder.path("samples/incidents.csv")
  private let lsoas = ProjectFolder.path("boundaries/lsoa.shp")
  private let wards = ProjectFolder.path("boundaries/wards.shp")

  /// Runs the command on the samples.
  private func run(_ words: String...) async -> CommandRun {
    await CommandRun(
      words: ["areas", "--boundaries", lsoas, "--incidents", incidents] + words)
  }

  /// The samples' rows, without quotes: no field has a quote within.
  private static let samples: [[String]] = {
    let bytes = (try? Data(contentsOf: URL(filePath: ProjectFolder.path("samples/incidents.csv"))))
    return Array(bytes ?? Data()).split(separator: 10).dropFirst().map { line in
      var fields: [[UInt8]] = [[]]
      var isQuoted = false
      for byte in line where byte != 13 {
        switch byte {
        case UInt8(ascii: "\""): isQuoted.toggle()
        case UInt8(ascii: ",") where !isQuoted: fields.append([])
        default: fields[fields.count - 1].append(byte)
        }
      }
      return fields.map { String(decoding: $0, as: UTF8.self) }
    }
  }()

  /// Whether a row of the samples lies in an area.
  private func isAssigned(_ row: [String]) -> Bool {
    !row[7].isEmpty && row[4] != "" && row[4] != "0"
  }

  private func reconciliation(_ manifest: String, layer: Int = 0) throws -> [String: Any] {
    try #require((folder.object(manifest)["reconciliation"] as? [[String: Any]])?[layer])
  }

  private func sum(_ rows: [[String]], _ column: String) throws -> Int {
    let position = try #require(rows[0].firstIndex(of: column))
    return rows.dropFirst().reduce(0) { $0 + (Int($1[position]) ?? -1_000_000) }
  }

  @Test("the samples are counted in every area as their own area column says")
  func counts() async throws {
    let result = await run("--output", folder.path("areas.csv"), "--columns", "category=")
    #expect(result.status == 0 && result.output.isEmpty, "\(result.messages)")
    let rows = try folder.rows("areas.csv")
    #expect(rows[0] == ["code", "name", "incidents", "share", "rank", "per_km2"])
    #expect(
      rows.count == 129 && rows.dropFirst().map { $0[0] } == rows.dropFirst().map { $0[0] }.sorted()
    )
    #expect(try sum(rows, "incidents") == 19_584)
    var expected: [String: Int] = [:]
    for row in Self.samples where isAssigned(row) {
      expected[row[7], default: 0] += 1
    }
    let counted = Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map { ($0[0], Int($0[2]) ?? -1) })
    #expect(counted.filter { $0.value > 0 } == expected)
    let busiest = rows.dropFirst().filter { (Int($0[4]) ?? 9) <= 3 }.map { $0[0] }
    #expect(Set(busiest) == ["E01999070", "E01999069", "E01999098"])
  }

  @Test("every category has a column, and they add up")
  func categories() async throws {
    #expect(await run("--output", folder.path("areas.csv")).status == 0)
    let text = try folder.text("areas.csv")
    let header = text.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    let columns = header.filter { $0.hasPrefix("incidents_") }
    #expect(columns == columns.sorted() && columns.contains("incidents_theft_from_the_person"))
    let rows = try folder.rows("areas.csv")
    #expect(try columns.map { try sum(rows, $0) }.reduce(0, +) == 19_584)
    var expected = 0
    for row in Self.samples
    where row[1] == "Burglary" && isAssigned(row) {
      expected += 1
    }
    #expect(try sum(rows, "incidents_burglary") == expected)
  }

  @Test("the same bytes come out twice, with one thread and with several, exact or not")
  func sameBytes() async throws {
    var files: [[[UInt8]]] = []
    let year = try geographicSample()
    for (number, words) in [
      ["--threads", "1"], ["--threads", "2"], ["--threads", "2"],
      ["--exact-projection"],
    ].enumerated() {
      let names = ["geojson", "svg"].map { "\(number).\($0)" }
      let result = await CommandRun(
        words: ["areas", "--boundaries", lsoas, "--incidents", year]
          + ["--output", folder.path(names[0]), "--map", folder.path(names[1])] + words)
      #expect(result.status == 0, "\(result.messages)")
      files.append([try folder.read(names[0]), try folder.read(names[1])])
    }
    for other in files.dropFirst() { #expect(other == files[0]) }
  }

  /// A file of longitudes and latitudes around the middle of the made-up borough.
  private func geographicSample() throws -> String {
    var text = "Month,Longitude,Latitude,Crime type\n"
    for row in 0..<12_000 {
      let x = -1.19 + Double(row % 110) * 0.0008
      let y = 52.08 + Double(row / 110) * 0.0005
      text += "2025-0\(row % 9 + 1),\(x),\(y),Kind \(row % 7)\n"
    }
    return try folder.file("geographic.csv", text)
  }

  @Test("the manifest has the contract's members, and its reconciliation closes")
  func manifest() async throws {
    let result = await CommandRun(
      words: ["areas", "--boundaries", lsoas, "--boundaries", wards, "--incidents", incidents]
        + ["--output", folder.path("a.geojson"), "--manifest", folder.path("m.json")]
        + ["--threads", "2"])
    #expect(result.status == 0, "\(result.messages)")
    let manifest = try folder.object("m.json")
    #expect(
      Set(manifest.keys) == [
        "tool", "version", "command", "inputs", "options", "chosen", "projection",
        "reconciliation", "outputs", "warnings",
      ])
    #expect(manifest["tool"] as? String == "hotspots" && manifest["command"] as? String == "areas")
    let options = try #require(manifest["options"] as? [String: Any])
    #expect(options["threads"] == nil && options["boundaries"] as? [String] == [lsoas, wards])
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(
      inputs.first?["path"] as? String == incidents && inputs.first?["rows"] as? Int == 20_000)
    let outputs = try #require(manifest["outputs"] as? [[String: Any]])
    #expect(
      outputs.map { $0["path"] as? String }
        == [folder.path("a.geojson"), folder.path("a-wards.geojson")])
    #expect(
      outputs.map { $0["bytes"] as? Int } == [
        try folder.read("a.geojson").count, try folder.read("a-wards.geojson").count,
      ])
    #expect(outputs.allSatisfy { ($0["sha256"] as? String)?.utf8.count == 64 })
    let projection = try #require(manifest["projection"] as? [String: Any])
    #expect(Set(projection.keys).isSuperset(of: ["operation", "accuracy_m", "grids_missing"]))
    for (layer, name) in ["lsoa", "wards"].enumerated() {
      let parts = try reconciliation("m.json", layer: layer)
      #expect(parts["layer"] as? String == name)
      let counts = ["rejected", "filtered", "without_coordinates", "outside", "assigned"]
        .map { parts[$0] as? Int ?? -1 }
      #expect(counts == [0, 0, 222, 194, 19_584] && parts["read"] as? Int == 20_000)
      let reasons = try #require(parts["reasons"] as? [String: [String: Int]])
      #expect(reasons["without_coordinates"] == ["coordinates_empty": 149, "coordinates_zero": 73])
    }
  }

  @Test("GeoJSON carries the counts, the reconciliation and positions of WGS 84")
  func geojson() async throws {
    #expect(await run("--output", folder.path("a.geojson")).status == 0)
    let collection = try folder.object("a.geojson")
    #expect(collection["crs"] == nil)
    let features = try #require(collection["features"] as? [[String: Any]])
    let properties = features.compactMap { $0["properties"] as? [String: Any] }
    #expect(properties.count == 128)
    #expect(properties.reduce(0) { $0 + ($1["incidents"] as? Int ?? 0) } == 19_584)
    let shares = properties.compactMap { $0["share"] as? Double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect((collection["reconciliation"] as? [String: Any])?["assigned"] as? Int == 19_584)
    let positions = try folder.text("a.geojson").matches(of: /\[(-?\d+\.\d+),(\d+\.\d+)\]/)
    #expect(positions.count > 3000)
    #expect(
      positions.allSatisfy { position in
        let (x, y) = (Double(position.output.1) ?? 0, Double(position.output.2) ?? 0)
        return -1.4 < x && x < -1.0 && 52 < y && y < 52.3
      })
  }

  @Test("an output system is named, and coordinates are then its own")
  func outputCRS() async throws {
    #expect(
      await run("--output", folder.path("a.geojson"), "--output-crs", "EPSG:27700").status == 0)
    let text = try folder.text("a.geojson")
    #expect(text.contains("urn:ogc:def:crs:EPSG::27700"))
    #expect(text.contains(/\[45\d{4}(\.\d+)?,24\d{4}(\.\d+)?\]/))
  }

  @Test("JSON has the CSV's keys, and a second layer is written beside the first")
  func json() async throws {
    let result = await CommandRun(
      words: ["areas", "--boundaries", wards, "--boundaries", lsoas, "--incidents", incidents]
        + ["--output", folder.path("a.json")])
    #expect(result.status == 0)
    let objects = try folder.objects("a.json")
    #expect(objects.count == 18 && objects[0]["code"] is String)
    #expect(objects.reduce(0) { $0 + ($1["incidents"] as? Int ?? 0) } == 19_584)
    #expect(try folder.objects("a-lsoa.json").count == 128)
  }

  @Test("several layers of one name are written to several files")
  func equalNames() async throws {
    let result = await CommandRun(
      words: ["areas", "--boundaries", wards, "--boundaries", lsoas, "--boundaries", lsoas]
        + ["--incidents", incidents, "--output", folder.path("a.csv")])
    #expect(result.status == 0)
    #expect(try folder.rows("a.csv").count == 19)
    #expect(try folder.read("a-lsoa.csv") == folder.read("a-lsoa-2.csv"))
  }

  @Test("a study area keeps its areas, and shares refer to it")
  func studyArea() async throws {
    let rows = Self.samples
    let code = "E01999070"
    let expected = rows.count { $0[7] == code && isAssigned($0) }
    let result = await run(
      "--study-area", "LSOA21CD=\(code)", "--output", folder.path("a.csv"), "--manifest",
      folder.path("m.json"))
    #expect(result.status == 0, "\(result.messages)")
    let table = try folder.rows("a.csv")
    #expect(
      table.count == 2 && table[1][0] == code && table[1][2] == "\(expected)" && table[1][3] == "1")
    let parts = try reconciliation("m.json")
    #expect(parts["outside"] as? Int == 20_000 - 222 - expected)
    // The wards' outlines as a file keep every area.
    let whole = await run("--study-area", wards, "--output", folder.path("b.csv"))
    #expect(whole.status == 0)
    #expect(try sum(folder.rows("b.csv"), "incidents") == 19_584)
  }

  @Test("filters set aside what they say, in any spelling, and the rest adds up")
  func filters() async throws {
    let rows = Array(Self.samples.prefix(5000))
    let text = try String(contentsOfFile: incidents, encoding: .utf8)
    let part = try folder.file(
      "part.csv",
      text.split(separator: "\n", maxSplits: 5001).prefix(5001).joined(separator: "\n"))
    let cases: [([String], ([String]) -> Bool)] = [
      (["--category", "burglary"], { $0[1] == "Burglary" }),
      (
        ["--category", "BURGLARY", "--category", "Vehicle crime"],
        { ["Burglary", "Vehicle crime"].contains($0[1]) }
      ),
      (["--exclude-category", "anti-social-behaviour"], { $0[1] != "Anti-social behaviour" }),
      (["--from", "2025-03-10"], { $0[2] >= "2025-03-10" }),
      (["--to", "2025-03-10"], { !$0[2].isEmpty && $0[2] < "2025-03-11" }),
      (["--from", "2025-02", "--to", "2025-02"], { $0[2].hasPrefix("2025-02") }),
      (["--from", "2025-12-31", "--to", "2025-12-31"], { $0[2].hasPrefix("2025-12-31") }),
    ]
    for (words, keeps) in cases {
      let result = await CommandRun(
        words: [
          "areas", "--boundaries", wards, "--incidents", part, "--manifest",
          folder.path("m.json"),
        ]
          // Some of the filters leave nothing.
          + ["--output", folder.path("a.csv"), "--min-assigned", "0"] + words)
      #expect(result.status == 0, "\(result.messages)")
      let parts = try reconciliation("m.json")
      #expect(parts["filtered"] as? Int == rows.count { !keeps($0) }, "\(words)")
      let assigned = rows.count { keeps($0) && isAssigned($0) }
      #expect(parts["assigned"] as? Int == assigned, "\(words)")
      #expect(try sum(folder.rows("a.csv"), "incidents") == assigned)
    }
  }

  @Test("snapping gives incidents just outside to the nearest area, and counts them apart")
  func snap() async throws {
    let plain = await run("--output", folder.path("a.csv"), "--manifest", folder.path("m.json"))
    let snapped = await run(
      "--snap", "200", "--output", folder.path("b.csv"), "--manifest", folder.path("n.json"))
    #expect(plain.status == 0 && snapped.status == 0)
    let notes = try #require(reconciliation("n.json")["assigned_notes"] as? [String: Int])
    let gained = try #require(notes["snapped"])
    #expect(gained > 0)
    #expect(try reconciliation("n.json")["assigned"] as? Int == 19_584 + gained)
    #expect(try reconciliation("n.json")["outside"] as? Int == 194 - gained)
    #expect(try sum(folder.rows("b.csv"), "incidents") == 19_584 + gained)
  }

  @Test("strict lets good rows pass")
  func strict() async throws {
    #expect(await run("--strict", "--output", folder.path("a.csv")).status == 0)
  }

  @Test("rejected rows are counted, said with their first line, and left out")
  func rejected() async throws {
    let path = try folder.file(
      "rows.csv",
      """
      id,Easting,Northing
      1,455686,245856
      2,west,245856
      3,455686,245856,more
      4,455686
      5,99999999999,1
      6,"455686","245856"
      7,,245856
      8,0,0
      9,100000,100000
      """)
    let result = await CommandRun(
      words: [
        "areas", "--boundaries", lsoas, "--incidents", path, "--output", folder.path("a.csv"),
      ]
        + ["--manifest", folder.path("m.json")])
    #expect(result.status == 0)
    let parts = try reconciliation("m.json")
    #expect(parts["read"] as? Int == 9 && parts["rejected"] as? Int == 4)
    #expect(parts["without_coordinates"] as? Int == 2 && parts["outside"] as? Int == 1)
    #expect(parts["assigned"] as? Int == 2)
    let reasons = try #require(parts["reasons"] as? [String: [String: Int]])
    #expect(
      reasons["rejected"] == [
        "coordinate_not_a_number": 1, "too_many_fields": 1, "too_few_fields": 1,
        "coordinate_out_of_range": 1,
      ])
    for (line, words) in [
      (3, "a coordinate is not a number"), (4, "the row has more fields than the header"),
      (5, "the row ends before the columns that are used"),
    ] {
      #expect(result.messages.contains("first rejected: \(path):\(line): \(words)"))
    }
    #expect(!result.messages.contains("west"))
  }

  @Test("quiet says nothing, and warns of areas that lie empty all the same")
  func quiet() async throws {
    let path = try folder.file("one.csv", "Easting,Northing\n455686,245856\n")
    let result = await CommandRun(
      words: ["areas", "--boundaries", lsoas, "--incidents", path, "--quiet"]
        + ["--output", folder.path("a.csv")])
    #expect(result.status == 0)
    #expect(
      result.messages
        == "hotspots: warning: 127 of 128 areas of 'lsoa' have no incident; "
        + "--study-area FIELD=VALUE keeps a part of them\n")
  }
}
