import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

/// A command line that cannot work; `@` stands for the folder of the test's files.
private struct BadInput: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var words: [String]
  var status: CommandLineKit.ExitStatus
  var message: String

  init(
    _ name: String, _ words: String, _ status: CommandLineKit.ExitStatus, _ message: String
  ) {
    testDescription = name
    self.words = words.split(separator: " ").map(String.init)
    self.status = status
    self.message = message
  }
}

@Suite("Bad input of hotspots areas")
struct AreasErrorsTests {
  private let folder = TemporaryFolder()

  init() throws {
    for name in ["lsoa", "wards"] {
      for part in ["shp", "shx", "dbf", "prj", "cpg"] {
        try copy("\(name).\(part)", to: "\(name).\(part)")
      }
    }
    let header = "Crime ID,Crime type,From,To,Easting,Northing\n"
    let row = "a,Theft,2025-01-01T00:30:00,,455686,245856\n"
    try write(header + row, to: "good.csv")
    try write(header + row + row.replacing("455686", with: "west"), to: "mixed.csv")
    try write(header + row + "b,\"Theft\nc,d\n", to: "quote.csv")
    try write(header, to: "header.csv")
    try write("", to: "empty.csv")
    try write("Easting,Northing\nx,1\ny,2\n", to: "words.csv")
    try write("Easting,Northing\n,\n0,0\n", to: "nowhere.csv")
    try write("a,b\n1,2\n", to: "other.csv")
    try write("Month,Easting,Northing\n2017-03,455686,245856\n", to: "months.csv")
    try write("Longitude,Latitude\n-1,52\n", to: "degrees.csv")
    try write("{\"type\":\"FeatureCollection\",\"features\":[]}", to: "file.geojson")
    try folder.write([0x50, 0x4b, 3, 4, 20, 0], to: "file.xlsx")
    try FileManager.default.createDirectory(
      atPath: folder.path("none"), withIntermediateDirectories: true)
    try folder.write(Array("SQLite format 3\0".utf8), to: "file.gpkg")
    try folder.write([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b], to: "cut.csv.gz")
    let many = (0..<300).map { "455686,245856,c\($0)\n" }.joined()
    try write("Easting,Northing,Category\n" + many, to: "many.csv")
  }

  private func copy(_ name: String, to copy: String) throws {
    let source = ProjectFolder.path("boundaries/\(name)")
    try folder.write(Data(contentsOf: URL(filePath: source)), to: copy)
  }

  private func write(_ text: String, to name: String) throws {
    try folder.write(text.utf8, to: name)
  }

  private static let lsoa = "--boundaries @/lsoa.shp"
  private static let good = "--incidents @/good.csv"

  /// What is wrong with incident files.
  private static let incidents: [BadInput] = [
    BadInput(
      "missing file", "\(lsoa) --incidents @/no.csv", .noInput,
      "cannot read '@/no.csv': there is no such file"),
    BadInput(
      "folder without incidents", "\(lsoa) --incidents @/none", .noInput,
      """
      cannot read '@/none': it holds no files of incidents, which are CSV, TSV, TXT, XLSX, GeoJSON, \
      GeoPackages and point Shapefiles
      """),
    BadInput(
      "pattern without files", "\(lsoa) --incidents @/2024-*.csv", .noInput,
      "cannot read '@/2024-*.csv': no file fits the pattern"),
    BadInput(
      "empty file", "\(lsoa) --incidents @/empty.csv", .badData,
      "cannot read '@/empty.csv': it has no rows of incidents"),
    BadInput(
      "header only", "\(lsoa) --incidents @/header.csv", .badData,
      "cannot read '@/header.csv': it has no rows of incidents"),
    BadInput(
      "unclosed quote", "\(lsoa) --incidents @/quote.csv", .badData,
      """
      @/quote.csv:3: a quote is opened here and never closed
        help: close it, or double it ("") if it belongs to the text
      """),
    BadInput(
      "no usable columns", "\(lsoa) --incidents @/other.csv", .badData,
      """
      cannot use '@/other.csv': found the columns 'a', 'b', and a pair of longitude and latitude, or \
      of easting and northing, is needed
        help: name them, as in --columns longitude=Long,latitude=Lat; where rows name their area instead, \
      areas and other commands take the column with --area-column
      """),
    BadInput(
      "no usable row", "\(lsoa) --incidents @/words.csv", .badData,
      """
      cannot use '@/words.csv': none of its 2 rows can be used
        help: the first refusal is @/words.csv:2: a coordinate is not a number
      """),
    BadInput(
      "no row with coordinates", "\(lsoa) --incidents @/nowhere.csv", .badData,
      """
      cannot use '@/nowhere.csv': none of its 1 rows can be used
        help: the first refusal is @/nowhere.csv:3: both coordinates are zero
      """),
    BadInput(
      "rejected row under --strict", "\(lsoa) --incidents @/mixed.csv --strict", .badData,
      """
      @/mixed.csv:3: a coordinate is not a number; 1 rejected in all, and none may be
        help: correct the rows, or leave out --strict to count them as rejected
      """),
    BadInput(
      "GeoJSON", "\(lsoa) --incidents @/file.geojson", .badData,
      "cannot read '@/file.geojson': it has no rows of incidents"),
    BadInput(
      "cut Excel workbook", "\(lsoa) --incidents @/file.xlsx", .badData,
      """
      cannot read '@/file.xlsx': the archive is damaged (the list of its files is missing, as if it \
      were cut)
        help: fetch the file again, or unpack it to see how far it goes
      """),
    BadInput(
      "GeoPackage", "\(lsoa) --incidents @/file.gpkg", .badData,
      "cannot read '@/file.gpkg': it is no GeoPackage: it is not a SQLite file"),
    BadInput(
      "Shapefile", "\(lsoa) --incidents @/lsoa.shp", .badData,
      "cannot read '@/lsoa.shp': the file holds areas, not points"),
    BadInput(
      "truncated gzip", "\(lsoa) --incidents @/cut.csv.gz", .badData,
      """
      cannot read '@/cut.csv.gz': the compressed data is damaged (it ends in the middle)
        help: fetch the file again, or decompress it to see how far it goes
      """),
    BadInput(
      "two kinds of coordinates", "\(lsoa) \(good) --incidents @/degrees.csv", .badData,
      """
      cannot read '@/good.csv' and '@/degrees.csv' as one dataset: one has longitude and latitude, \
      the other easting and northing
        help: choose the columns of both with --columns
      """),
    BadInput(
      "too many categories", "\(lsoa) --incidents @/many.csv", .badData,
      """
      cannot count by column 'Category' of '@/many.csv': it has more than 200 different values
        help: name another with --columns category=NAME, or none with --columns category=
      """),
    BadInput(
      "unknown column", "\(lsoa) --incidents @/other.csv --columns start=Begun", .badData,
      "cannot use column 'Begun' for 'start' in '@/other.csv': its columns are 'a', 'b'"),
  ]

  /// What is wrong with boundary files.
  private static let boundaries: [BadInput] = [
    BadInput(
      "missing Shapefile", "--boundaries @/no.shp \(good)", .noInput,
      """
      cannot read '@/no.shp': the .shp file is missing
        help: a Shapefile is three files or more with one name: .shp, .shx, .dbf and .prj; keep them \
      together
      """),
    BadInput(
      "other format", "--boundaries @/file.kml \(good)", .badData,
      """
      cannot read '@/file.kml': boundaries are read from Shapefiles, GeoJSON and GeoPackages
        help: convert it: ogr2ogr boundaries.gpkg '@/file.kml'
      """),
    BadInput(
      "empty GeoJSON", "--boundaries @/file.geojson \(good)", .badData,
      "cannot read '@/file.geojson': it holds no area with an outline, at least one is needed"),
    BadInput(
      "duplicate codes", "\(lsoa) \(good) --code-field LAD22CD", .badData,
      """
      cannot read '@/lsoa.shp': code 'E09999001' in 'LAD22CD' belongs to records 1 and 2, each area \
      needs its own
        help: --code-field names another field; if the records are parts of one area, --group-field LAD22CD merges them
      """),
    BadInput(
      "unknown field", "\(lsoa) \(good) --name-field NAME", .badData,
      """
      cannot read '@/lsoa.shp': there is no field 'NAME'
        help: --name-field names one of: LSOA21CD, LSOA21NM, WD22CD, WD22NM, LAD22CD, LAD22NM, USUALRES
      """),
    BadInput(
      "unknown value of the study area", "\(lsoa) \(good) --study-area LAD22CD=X", .badData,
      """
      cannot select the study area: no area of '@/lsoa.shp' has LAD22CD 'X'
        help: the values of LAD22CD are: 'E09999001'
      """),
  ]

  /// What is wrong with options.
  private static let options: [BadInput] = [
    BadInput(
      "day of months", "\(lsoa) --incidents @/months.csv --from 2017-03-05", .usage,
      """
      cannot begin the period with '2017-03-05': '@/months.csv' tells months only
        help: give a month, as in --from 2017-03
      """),
    BadInput(
      "no date", "\(lsoa) \(good) --to yesterday", .usage,
      """
      cannot use '--to yesterday': 'yesterday' is not a day such as 2017-03-31 or a month such as \
      2017-03
        help: hotspots areas --help
      """),
    BadInput(
      "period backwards", "\(lsoa) \(good) --from 2025-02 --to 2025-01", .usage,
      """
      --to '2025-01' is before --from '2025-02'
        help: hotspots areas --help
      """),
    BadInput(
      "system in degrees", "\(lsoa) \(good) --crs EPSG:4326", .badData,
      """
      cannot measure in EPSG:4326 (WGS 84): it is not projected, a projected system in metres is \
      needed
        help: name a local system, as in --crs EPSG:27700 (OSGB36 / British National Grid), or let \
      --crs auto choose one
      """),
    BadInput(
      "unknown system", "\(lsoa) \(good) --incidents-crs EPSG:999999", .badData,
      """
      cannot understand CRS 'EPSG:999999': crs not found
        help: give a code such as EPSG:27700 or EPSG:4326, or the text of a .prj file
      """),
    BadInput(
      "missing folder of grids", "\(lsoa) \(good) --grids @/grids", .noInput,
      "cannot read '@/grids': there is no such folder, one that holds grid files is needed"),
    BadInput(
      "negative snap", "\(lsoa) \(good) --snap -1", .usage,
      """
      cannot use '--snap -1': '-1' is not 0 or a number of metres from 0.001 to 100000000
        help: hotspots areas --help
      """),
    BadInput(
      "no incidents", lsoa, .usage,
      """
      missing option '--incidents FILE or --values FILE'
        help: hotspots areas --help
      """),
    BadInput(
      "no boundaries", good, .usage,
      """
      missing option '--boundaries FILE'
        help: hotspots areas --help
      """),
    BadInput(
      "mistyped option", "\(lsoa) \(good) --bondaries x", .usage,
      """
      unknown option '--bondaries'; did you mean '--boundaries'?
        help: hotspots areas --help
      """),
    BadInput(
      "unknown time zone", "\(lsoa) \(good) --from 2025-01 --time-zone Mars", .usage,
      """
      cannot use time zone 'Mars': there is no zone of that name, one of the IANA database is allowed
        help: names are those of the IANA database, such as Europe/London
      """),
  ]

  @Test(
    "is told with its status, and leaves no output",
    arguments: incidents + boundaries + options)
  private func refused(_ bad: BadInput) async throws {
    let before = try names()
    let run = await CommandRun(
      words: ["areas"] + bad.words.map(inFolder)
        + ["--output", folder.path("out.geojson"), "--map", folder.path("out.svg")]
        + ["--manifest", folder.path("out.json")])
    #expect(run.status == bad.status.rawValue)
    #expect(run.messages == "hotspots: error: \(inFolder(bad.message))\n")
    #expect(run.output.isEmpty)
    #expect(try names() == before)
  }

  @Test(
    "a Shapefile without one of its parts is refused, as missing or as bad data",
    arguments: [
      ("shp", 66, "the .shp file is missing"), ("shx", 65, "the .shx index is missing"),
      ("dbf", 66, "the .dbf attribute table is missing"),
      ("prj", 65, "the .prj is missing or empty, so what the coordinates mean is unknown"),
    ])
  func missingPart(part: String, status: Int32, words: String) async throws {
    folder.remove("lsoa.\(part)")
    try await refused(status: status, "cannot read '\(folder.path("lsoa.shp"))': \(words)")
  }

  @Test("a truncated part is refused", arguments: ["shp", "shx", "dbf"])
  func truncatedPart(part: String) async throws {
    let bytes = try folder.read("lsoa.\(part)")
    try folder.write(bytes.dropLast(7), to: "lsoa.\(part)")
    // The table of attributes may lack its end mark.
    let whole = part == "dbf" ? bytes.count - 1 : bytes.count
    try await refused(
      status: 65,
      "cannot read '\(folder.path("lsoa.\(part)"))': the file is truncated, it holds "
        + "\(bytes.count - 7) bytes and should hold \(whole)")
  }

  @Test("parts that disagree are refused")
  func disagreeing() async throws {
    try copy("wards.dbf", to: "lsoa.dbf")
    try await refused(
      status: 65,
      "cannot read '\(folder.path("lsoa.shp"))': the number of records differs, 128 in the .shp, "
        + "128 in the .shx and 18 in the .dbf")
  }

  private func refused(status: Int32, _ firstLine: String) async throws {
    let before = try names()
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("lsoa.shp"), "--incidents", folder.path("good.csv"),
      "--output", folder.path("out.geojson"))
    #expect(run.status == status)
    #expect(run.messages.hasPrefix("hotspots: error: \(firstLine)\n"), "\(run.messages)")
    #expect(try names() == before)
  }

  @Test(
    "what cannot be written is told before anything is read",
    arguments: [
      ("--output no/a.csv", 73, "cannot write '@/no/a.csv': the folder does not exist"),
      ("--map no/a.svg", 73, "cannot write '@/no/a.svg': the folder does not exist"),
      (
        "--output a.csv --manifest no/a.json", 73,
        "cannot write '@/no/a.json': the folder does not exist"
      ),
      ("--output folder.csv", 73, "cannot write '@/folder.csv': it is a folder"),
      (
        "--output a.xls", 64,
        "cannot write '@/a.xls': the extension tells the format, and .geojson, .gpkg, .csv, .json, .xlsx, "
          + ".ndjson, .geojsonl, .geojsons, .kml can be written\n  help: hotspots areas --help"
      ),
      (
        "", 64,
        "missing option '--output FILE, --map FILE.svg or --partial FILE'\n  help: hotspots areas --help"
      ),
    ])
  func unwritable(words: String, status: Int32, message: String) async throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("folder.csv"), withIntermediateDirectories: false)
    let before = try names()
    let run = await CommandRun(
      words: ["areas", "--boundaries", folder.path("lsoa.shp")]
        + ["--incidents", folder.path("good.csv")]
        + words.split(separator: " ").map { $0.hasPrefix("--") ? String($0) : folder.path("\($0)") }
    )
    #expect(run.status == status)
    #expect(run.messages == "hotspots: error: \(inFolder(message))\n")
    #expect(try names() == before)
  }

  @Test("an older result stays as it was when the next run fails")
  func olderResult() async throws {
    try folder.write(Array("older".utf8), to: "out.geojson")
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("lsoa.shp"), "--incidents", folder.path("quote.csv"),
      "--output", folder.path("out.geojson"))
    #expect(run.status == 65)
    #expect(try folder.text("out.geojson") == "older")
  }

  private func inFolder(_ text: String) -> String {
    text.replacing("@/", with: folder.path("x").dropLast())
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted()
  }
}
