import Foundation
import TestSupport
import Testing

/// Coordinates as people and programs write them, from the file to counts and rows.
///
/// The areas are squares of a kilometre of the British National Grid, A1 from 530000, 180000 and A2
/// east of it. A place in each by pyproj: -0.120969, 51.508369 is about 530500, 180500, and
/// -0.106568, 51.508137 about 531500, 180500.
@Suite("Forms of coordinates")
struct CoordinateFormsTests {
  private let folder = TemporaryFolder()

  init() throws {
    try SquareFile.write(
      [
        SquareFile.ring(530_000, 180_000, 531_000, 181_000),
        SquareFile.ring(531_000, 180_000, 532_000, 181_000),
      ], crs: "EPSG:27700", to: "areas.geojson", in: folder)
  }

  /// Counts the rows of a file; `nil` if the program refuses it.
  private func areas(_ incidents: String, _ words: String...) async throws -> [String: Int]? {
    let run = await CommandRun(
      words: [
        "areas", "--incidents", incidents, "--boundaries", folder.path("areas.geojson"),
        "--output", folder.path("a.json"), "--manifest", folder.path("m.json"),
      ] + words)
    guard run.status == 0 else { return nil }
    var counts: [String: Int] = [:]
    for row in try folder.objects("a.json") {
      counts[row["code"] as? String ?? ""] = row["incidents"] as? Int
    }
    return counts
  }

  private func incidents(_ head: String, _ first: String, _ second: String, mark: String = ",")
    throws -> String
  {
    let start = ["1", "2025-02-23 10:00", "Burglary"].joined(separator: mark) + mark
    return try folder.file(
      "i.csv",
      ["id", "date", "type", head].joined(separator: mark) + "\n\(start)\(first)\n"
        + "\(start.replacing("1\(mark)2025", with: "2\(mark)2025"))\(second)\n")
  }

  @Test(
    "columns of numbers: one incident in each area",
    arguments: [
      ("Longitude,Latitude", "\"-0,120969\",\"51,508369\"", "\"-0,106568\",\"51,508137\""),
      ("Longitude,Latitude", "\"-0,121\",\"51,508\"", "\"-0,107\",\"51,508\""),
      ("Longitude,Latitude", "−0.120969,51.508369", "\" -0.106568 \",51.508137"),
      ("Longitude,Latitude", "\"0°07'15.5\"\"W\",\"51°30'30.1\"\"N\"", "0 6 23.6 W,51 30 29.3 N"),
      ("Longitude,Latitude", "0.120969W,51.508369N", "-0.106568°,51.508137°"),
      ("Lat,Lon", "51:30:30.1N,0:07:15.5W", "51-30-29.3N,0-06-23.6W"),
      ("Latitude,Longitude", "N 51 30.502,W 0 07.258", "51° 30.488,-0° 06.394"),
      ("Easting,Northing", "\"530,500\",\"180,500\"", "\"531,500.00\",\"180,500.00\""),
      ("Easting,Northing", "530 500,180 500", "531 500.5,180 500.5"),
      ("Easting,Northing", "530'500,180'500", "531’500.5,180’500.5"),
      ("Easting,Northing", "530500E,180500N", "E531500,N180500"),
      ("X,Y", "\"530,500\",\"180,500\"", "\"531,500\",\"180,500\""),
      ("X,Y", "-0.120969,51.508369", "-0.106568,51.508137"),
      ("POINT_X,POINT_Y", "-0.120969,51.508369", "-0.106568,51.508137"),
      ("x,y,Longitude,Latitude", "1,2,-0.120969,51.508369", "3,4,-0.106568,51.508137"),
      ("X,Y,POINT_X,POINT_Y", "1,2,530500,180500", "3,4,531500,180500"),
      ("POINT_X,X,Y", "1,530500,180500", "2,531500,180500"),
      ("Lat,GEO_LAT,Long", "51.508369,1,-0.120969", "51.508137,2,-0.106568"),
    ])
  func numbers(head: String, first: String, second: String) async throws {
    #expect(try await areas(incidents(head, first, second)) == ["A1": 1, "A2": 1])
  }

  @Test(
    "files with semicolons, as spreadsheets of the continent write them",
    arguments: [
      ("Longitude;Latitude", "-0,120969;51,508369", "-0,106568;51,508137"),
      ("X;Y", "-0,120969;51,508369", "-0,106568;51,508137"),
      ("Easting;Northing", "530.500,25;180.500,10", "531.500,00;180.500,00"),
      ("Easting;Northing", "530.500;180.500", "531.500;180.500"),
      ("Easting;Northing", "530 500,25;180\u{a0}500,1", "531\u{202f}500,0;180 500"),
      ("Easting;Northing", "530500,25;180500,10", "531500;180500"),
      ("Koordinaten", "51,508369 -0,120969", "51,508137 -0,106568"),
      ("Position", "51.508369, -0.120969", "51.508137, -0.106568"),
    ])
  func semicolons(head: String, first: String, second: String) async throws {
    #expect(try await areas(incidents(head, first, second, mark: ";")) == ["A1": 1, "A2": 1])
  }

  @Test(
    "whole positions in one column of any name",
    arguments: [
      ("location", "\"(51.508369, -0.120969)\"", "\"(51.508137, -0.106568)\""),
      ("LatLong", "\"51.508369,-0.120969\"", "\"51.508137,-0.106568\""),
      ("lonlat", "\"-0.120969,51.508369\"", "\"-0.106568,51.508137\""),
      // Where the areas lie tells the order.
      ("here", "\"-0.120969,51.508369\"", "\"-0.106568,51.508137\""),
      ("here", "-0.120969 51.508369", "-0.106568 51.508137"),
      ("here", "180500 530500", "180500 531500"),
      ("here", "530500 180500", "531500 180500"),
      ("the_geom", "POINT (-0.120969 51.508369)", "POINT(-0.106568 51.508137)"),
      ("geom", "SRID=4326;POINT(-0.120969 51.508369)", "SRID=4326;POINT(-0.106568 51.508137)"),
      ("geom", "SRID=27700;POINT(530500 180500)", "SRID=27700;POINT(531500 180500)"),
      ("geom", "POINT(530500 180500)", "POINT(531500 180500)"),
      (
        "geometry", "\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[-0.120969,51.508369]}\"",
        "\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[-0.106568,51.508137]}\""
      ),
      ("a", "0101000000586FD40AD3F7BEBF6EA6423C12C14940", "POINT (-0.106568 51.508137)"),
      (
        "the_geom,the_geom_webmercator",
        "SRID=4326;POINT(-0.120969 51.508369),SRID=3857;POINT(-13466 6710968)",
        "SRID=4326;POINT(-0.106568 51.508137),SRID=3857;POINT(-11863 6710927)"
      ),
      ("Grid Reference", "TQ 30500 80500", "TQ315805"),
      ("NGR", "tq 30 80", "TQ 31 80"),
      (
        "address", "\"1 Elm Row\nLondon\n(51.508369, -0.120969)\"",
        "\"2 Elm Row\nLondon\n(51.508137, -0.106568)\""
      ),
      (
        "seen", "\"51°30'30.1\"\"N 0°07'15.5\"\"W\"", "\"51°30'29.3\"\"N 0°06'23.6\"\"W\""
      ),
      // Empty columns of numbers do not stand in the way.
      (
        "Latitude,Longitude,shape", ",,POINT (-0.120969 51.508369)",
        ",,POINT (-0.106568 51.508137)"
      ),
    ])
  func positions(head: String, first: String, second: String) async throws {
    #expect(try await areas(incidents(head, first, second)) == ["A1": 1, "A2": 1])
  }

  @Test(
    "features without a geometry lie where their attributes say",
    arguments: [
      (
        #"{"latitude":"51.508369","longitude":"-0.120969"}"#,
        #"{"latitude":"51.508137","longitude":"-0.106568"}"#
      ),
      (
        #"{"Longitude":"-0,120969","Latitude":"51,508369"}"#,
        #"{"Longitude":"-0,106568","Latitude":"51,508137"}"#
      ),
      (#"{"geom":"POINT (-0.120969 51.508369)"}"#, #"{"geom":"POINT (-0.106568 51.508137)"}"#),
    ])
  func attributes(first: String, second: String) async throws {
    let features = [first, second].map {
      #"{"type":"Feature","geometry":null,"properties":\#($0)}"#
    }
    let file = try folder.file(
      "f.geojson",
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
    #expect(try await areas(file) == ["A1": 1, "A2": 1])
  }

  @Test("the keys of positions name a column and the order of its pairs")
  func named() async throws {
    let file = try incidents(
      "a,b", "\"51.508369,-0.120969\",POINT (1 2)", "\"51.508137,-0.106568\",POINT (3 4)")
    for key in ["position", "lat_lon", "location"] {
      #expect(try await areas(file, "--columns", "\(key)=a") == ["A1": 1, "A2": 1])
    }
    #expect(try await areas(file, "--columns", "lon_lat=a") == nil)
    let other = await CommandRun(
      "areas", "--incidents", file, "--columns", "lon_lat=a", "--boundaries",
      folder.path("areas.geojson"), "--output", folder.path("a.json"))
    #expect(other.messages.contains("--columns lat_lon=a"))
    let run = await CommandRun(
      "areas", "--incidents", file, "--columns", "position=type", "--boundaries",
      folder.path("areas.geojson"), "--output", folder.path("a.json"))
    #expect(run.status == 65)
    #expect(
      run.messages.hasPrefix(
        """
        hotspots: error: \(file): column 'type' has no position in its first rows: 'Burglary' is none \
        of those that are read
        """))
  }

  @Test("what was read, and why, is said and in the manifest")
  func said() async throws {
    let file = try incidents(
      "here", "\"-0.120969,51.508369\"", "\"-0.106568,51.508137\"")
    let run = await CommandRun(
      "areas", "--incidents", file, "--boundaries", folder.path("areas.geojson"), "--output",
      folder.path("a.json"), "--manifest", folder.path("m.json"))
    #expect(
      run.messages.contains(
        """
        \(file): the positions in 'here' are pairs of degrees, the longitude first, because that is \
        where the areas lie

        """))
    let chosen = try #require(try folder.object("m.json")["chosen"] as? [String: Any])
    let forms = try #require(chosen["coordinate_forms"] as? [[String: Any]])
    #expect(forms.map { $0["form"] as? String } == ["pair"])
    #expect(forms.map { $0["crs"] as? String } == ["EPSG:4326"])
    #expect(forms.map { $0["order"] as? String } == ["x_first"])
    #expect(forms.map { $0["order_by"] as? String } == ["areas"])
  }

  @Test("where nothing tells the order of pairs, a warning says what was taken")
  func assumed() async throws {
    let file = try incidents(
      "here", "\"51.508369,-0.120969\"", "\"51.508137,-0.106568\"")
    let run = await CommandRun(
      "export", "--incidents", file, "--output", folder.path("o.csv"))
    #expect(run.status == 0)
    #expect(
      run.messages.contains(
        """
        hotspots: warning: \(file): nothing tells which number of the pairs in 'here' stands first; \
        they are read with their latitude first, as is usual; --columns lat_lon=here or --columns \
        lon_lat=here says it
        """))
  }

  @Test(
    "contradictions and what nothing settles are refused",
    arguments: [
      ("Longitude,Latitude", "-0.120969,51.508369", "\"-0,106568\",\"51,508137\""),
      ("Easting,Northing", "\"530.500,5\",\"180.500,5\"", "\"531,500.5\",\"180,500.5\""),
      ("X,Y", "\"13,405\",\"52,520\"", "\"13,406\",\"52,521\""),
      ("geom", "SRID=4326;POINT(-0.12 51.5)", "SRID=27700;POINT(531500 180500)"),
      ("here", "\"151.2, -33.8\"", "\"-33.8, 151.2\""),
      // Codes that only look like references.
      ("Beat", "TQ3080", "TQ3180"), ("Postcode", "SE15", "SE16"),
    ])
  func refused(head: String, first: String, second: String) async throws {
    #expect(try await areas(incidents(head, first, second)) == nil)
  }

  @Test("rows handed on keep their columns and have coordinates that programs read")
  func handedOn() async throws {
    let file = try incidents(
      "Longitude;Latitude", "-0,120969;51,508369", "-0,106568;51,508137", mark: ";")
    let commas = await CommandRun(
      "export", "--incidents", file, "--output", folder.path("o.csv"))
    #expect(commas.status == 0)
    #expect(
      try folder.text("o.csv") == """
        id,start,category,longitude,latitude
        1,2025-02-23 10:00,Burglary,-0.120969,51.508369
        2,2025-02-23 10:00,Burglary,-0.106568,51.508137

        """)
    let pairs = try folder.file(
      "p.csv",
      "id,note,geom\n1,x,POINT (530500 180500.25)\n2,y,NULL\n3,z,\"POINT (531500 180500)\"\n")
    let text = await CommandRun(
      "export", "--incidents", pairs, "--keep", "all", "--output", folder.path("p.out.csv"))
    #expect(text.status == 0)
    #expect(
      try folder.text("p.out.csv") == """
        id,note,geom,easting,northing
        1,x,POINT (530500 180500.25),530500,180500.25
        2,y,NULL,,
        3,z,POINT (531500 180500),531500,180500

        """)
    let geojson = await CommandRun(
      "export", "--incidents", pairs, "--keep", "all", "--output", folder.path("p.geojson"))
    #expect(geojson.status == 0)
    let features = try #require(try folder.object("p.geojson")["features"] as? [[String: Any]])
    let first = try #require(features.first?["geometry"] as? [String: Any])
    let place = try #require(first["coordinates"] as? [Double])
    #expect(abs(place[0] - -0.120969) < 1e-4 && abs(place[1] - 51.508369) < 1e-4)
  }

  @Test(
    "one vocabulary says nothing in coordinates, categories, dates and references",
    arguments: [
      "NULL", "null", "N/A", "#N/A", "nan", "-", "–", "\\N", "None", "Not known", "REDACTED",
      "withheld", "Unknown", "(null)", "?", "TBC",
    ])
  func nothing(word: String) async throws {
    let file = try folder.file(
      "n.csv",
      """
      id,date,type,Longitude,Latitude
      1,2025-02-23 10:00,Burglary,-0.120969,51.508369
      \(word),\(word),\(word),-0.106568,51.508137
      \(word),2025-02-23 10:00,Burglary,-0.106568,51.508137
      4,2025-02-23 10:00,Burglary,\(word),\(word)

      """)
    #expect(try await areas(file, "--unique", "id") == ["A1": 1, "A2": 2])
    let row = try folder.objects("a.json")[1]
    #expect(row["incidents_not_recorded"] as? Int == 1 && row["incidents_burglary"] as? Int == 1)
    let manifest = try folder.object("m.json")["reconciliation"] as? [[String: Any]]
    let reasons = try #require(manifest?.first?["reasons"] as? [String: Any])
    #expect(reasons["without_coordinates"] as? [String: Int] == ["coordinates_empty": 1])
  }

  @Test(
    "numbers that stand for no place",
    arguments: [
      ("0,0", "coordinates_zero"), ("0.0,-7.08e-10", "coordinates_zero"),
      ("-1,-1", "coordinates_placeholder"), ("1,1", "coordinates_placeholder"),
      ("-1.0,-1.0", "coordinates_placeholder"), ("999999,999999", "coordinates_placeholder"),
      ("-9999,-9999", "coordinates_placeholder"), ("99,99", "coordinates_placeholder"),
      (",", "coordinates_empty"), ("REDACTED,51.5", "coordinates_empty"),
    ])
  func placeholders(pair: String, reason: String) async throws {
    let file = try incidents("Longitude,Latitude", "-0.120969,51.508369", pair)
    #expect(try await areas(file) == ["A1": 1, "A2": 0])
    let manifest = try folder.object("m.json")["reconciliation"] as? [[String: Any]]
    let reasons = try #require(manifest?.first?["reasons"] as? [String: Any])
    #expect(reasons["without_coordinates"] as? [String: Int] == [reason: 1])
  }
}
