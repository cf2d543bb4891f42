import TestSupport
import Testing

@testable import GeoPackages

@Suite("The GeoPackage of a pack")
struct PackGeoPackageTests {
  private let folder = TemporaryFolder()

  private func file(_ pack: MadePack) throws -> String {
    try folder.write(pack.files["pack.gpkg"] ?? [], to: "pack.gpkg")
    return folder.path("pack.gpkg")
  }

  private func rows(_ sql: String, _ path: String) throws -> [[String]] {
    let statement = try Statement(sql, in: Database(path: path, .reading))
    var rows: [[String]] = []
    while try statement.step() { rows.append((0..<statement.columnCount).map(statement.text)) }
    return rows
  }

  @Test("its layers hold what the other files say, and nothing holds an incident")
  func layers() async throws {
    let pack = try await MadePack.borough.value
    let path = try file(pack)
    #expect(
      try rows("SELECT table_name FROM gpkg_contents WHERE data_type = 'features'", path)
        == [["hotspots"], ["density"], ["significance"], ["areas-wards"], ["areas"]])
    for (table, name) in [
      ("areas", "areas.csv"), ("areas-wards", "areas-wards.csv"), ("hotspots", "hotspots.csv"),
    ] {
      let written = pack.rows(name)
      let columns = try rows("SELECT name FROM pragma_table_info('\(table)')", path)
      #expect(columns.map { $0[0] } == ["fid", "geom"] + written[0])
      let incidents = try #require(written[0].firstIndex(of: "incidents"))
      #expect(
        try rows("SELECT incidents FROM \"\(table)\" ORDER BY fid", path).map { $0[0] }
          == written.dropFirst().map { $0[incidents] })
    }
    // Each assigned incident is in one area of each layer, and in one band.
    for table in ["areas", "areas-wards", "density"] {
      #expect(try rows("SELECT sum(incidents) FROM \"\(table)\"", path) == [["19584"]])
    }
    for table in ["areas", "areas-wards", "density", "hotspots", "significance"] {
      #expect(try rows("SELECT rtreecheck('rtree_\(table)_geom')", path) == [["ok"]])
    }
    #expect(try rows("PRAGMA integrity_check", path) == [["ok"]])
  }

  @Test("each layer has a default style, a title with the period, and a description of its making")
  func words() async throws {
    let pack = try await MadePack.borough.value
    let path = try file(pack)
    #expect(
      try rows(
        "SELECT f_table_name, styleName FROM layer_styles WHERE useAsDefault = 1 ORDER BY id", path)
        == [
          ["hotspots", "hotspots"], ["density", "density"], ["significance", "significance"],
          ["areas-wards", "incidents"], ["areas", "incidents"],
        ])
    let titles = try rows(
      "SELECT identifier, description FROM gpkg_contents WHERE data_type = 'features'", path)
    #expect(titles.allSatisfy { $0[0].hasSuffix(", 1 January 2025 to 31 December 2025") })
    #expect(titles.allSatisfy { $0[1].contains("20,000 rows read: 19,584 assigned") })
    #expect(titles[0][1].hasPrefix("A hotspot is where the densest cells"))
    #expect(
      try rows(
        """
        SELECT title, description FROM gpkg_data_columns
        WHERE table_name = 'areas' AND column_name = 'incidents_anti_social_behaviour'
        """, path) == [
          ["Anti-social behaviour", "Incidents of the category Anti-social behaviour."]
        ])
    #expect(try rows("SELECT name FROM qgis_projects", path) == [["Briefing pack"]])
  }

  @Test("the change by area has the rows of its table without the total, and starts switched off")
  func change() async throws {
    let pack = try await MadePack.quarter.value
    let path = try file(pack)
    let written = pack.rows("change.csv")
    let columns = try rows("SELECT name FROM pragma_table_info('change')", path)
    #expect(columns.map { $0[0] } == ["fid", "geom"] + written[0])
    let areas = written.dropFirst().dropLast()
    #expect(written.last?[1] == "Total" && areas.count > 1)
    #expect(
      try rows("SELECT code, earlier, now, evidence FROM change ORDER BY fid", path)
        == areas.map { [$0[0], $0[2], $0[3], $0[13]] })
    // Each area is where its layer has it.
    #expect(
      try rows(
        "SELECT count(*) FROM change c JOIN areas a ON a.code = c.code AND a.geom = c.geom", path)
        == [["\(areas.count)"]])
    #expect(
      try rows(
        "SELECT identifier FROM gpkg_contents WHERE table_name = 'change'", path)
        == [
          [
            "Change by LSOA, October 2025 to December 2025 against July 2025 to September 2025"
          ]
        ])
    // Without evidence in at least one class, and hatched where there is some.
    let style = try #require(
      try rows("SELECT styleQML FROM layer_styles WHERE f_table_name = 'change'", path).first?[0])
    #expect(style.contains("NOT IN ('increase', 'decrease')"))
    #expect(
      try rows(
        """
        SELECT count(*) FROM gpkg_data_columns
        WHERE table_name = 'change' AND title IS NOT NULL AND description LIKE '%.'
        """, path) == [["\(written[0].count)"]])
  }

  @Test("every column of every layer has a name for people and a description")
  func columnWords() async throws {
    for pack in try await [MadePack.borough.value, MadePack.quarter.value] {
      #expect(
        try rows(
          """
          SELECT t.table_name, c.name
          FROM gpkg_contents t, pragma_table_info(t.table_name) c
          LEFT JOIN gpkg_data_columns d ON d.table_name = t.table_name AND d.column_name = c.name
          WHERE t.data_type = 'features' AND c.name NOT IN ('fid', 'geom')
          AND (d.title IS NULL OR d.description IS NULL)
          """, file(pack)) == [])
    }
  }

  @Test("weights have a style beside that of counts, and the marking stands with each layer")
  func weights() async throws {
    let pack = try await MadePack(
      "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"), "--weights",
      ProjectFolder.path("samples/weights.csv"), "--marking", "OFFICIAL")
    let path = try file(pack)
    let styles = try rows(
      "SELECT styleName, useAsDefault FROM layer_styles WHERE f_table_name = 'areas' ORDER BY id",
      path)
    #expect(styles.map { $0[1] } == ["1", "0", "0"] && styles[0][0] == "incidents")
    #expect(
      try rows("SELECT description FROM gpkg_contents WHERE data_type = 'features'", path)
        .allSatisfy { $0[0].contains("Marking: OFFICIAL.") })
    #expect(
      try rows("SELECT count(*) FROM gpkg_metadata WHERE metadata LIKE '%OFFICIAL%'", path)
        == [["5"]])
  }
}
