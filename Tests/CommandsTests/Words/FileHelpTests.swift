import Boundaries
import HotspotsKit
import Incidents
import Testing

@testable import Commands

@Suite("What to do about files")
struct FileHelpTests {
  static let path = "a.csv"
  static let names = (1...22).map { "\($0)" }
  static let first20 = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")

  @Test(
    "each error of an incident file has the help that fits it",
    arguments: [
      (
        IncidentError.notDelimitedText(path: path, kind: "a PDF document"),
        "export it as CSV with coordinates; from GIS tools, ogr2ogr incidents.gpkg"
      ),
      (.noFiles(path: path, others: []), nil),
      (.noFiles(path: path, others: ["a.png", "b.doc"]), "it holds 'a.png', 'b.doc'"),
      (
        .noFiles(path: path, others: names), "it holds \(first20) and 2 more"
      ),
      (.severalFiles(path: path, files: ["a.zip/b.csv", "c"]), "name it, as in 'a.zip/b.csv'"),
      (
        .noSystem(path: path),
        "name the system with --incidents-crs, as in --incidents-crs EPSG:27700"
      ),
      (
        .rowTooLong(path: path, line: 3, limit: 4_194_304),
        "look for a quote that is not closed, or for a file that is not CSV"
      ),
      (
        .mixedLineEnds(path: path, line: 3, isReturn: true),
        "save the file again with one kind, or convert it, as with dos2unix -c mac"
      ),
      (
        .repeatedColumn(path: path, name: "x"),
        "rename one of them, or do without, as in --columns id="
      ),
      (
        .noUsableRow(
          path: path, read: 1, first: RowExample(.coordinateInDegrees, message: "a.csv:2: degrees")),
        "the first refusal is a.csv:2: degrees (for degrees alone, name them with --columns "
          + "longitude=NAME,latitude=NAME)"
      ),
      (.noSuchFile(path: path), nil),
    ] as [(IncidentError, String?)])
  func incidents(error: IncidentError, help: String?) { #expect(error.help == help) }

  @Test(
    "each error of a date column names the option that settles it",
    arguments: [
      (
        DateOrderError.ambiguous(column: "From", example: "03/04/2017"),
        "say which with --date-format dmy or --date-format mdy"
      ),
      (
        .mixed(column: "To", dayFirst: "31/03/2017", monthFirst: "03/30/2017"),
        "correct the column, or choose with --date-format dmy or --date-format mdy; rows that do "
          + "not fit are then rejected and counted"
      ),
      (
        .yearOrDay(column: "Date", example: "25-02-03"),
        "say which with --date-format dmy or --date-format ymd"
      ),
      (
        .unsettledTime(column: "Time", example: "9"),
        "say which with --time-format hour or --time-format hhmm"
      ),
    ])
  func dates(error: DateOrderError, help: String) { #expect(error.help == help) }

  @Test(
    "each error of coordinates says what to mend",
    arguments: [
      (
        CoordinateError.unsettledMarks(path: path, column: "X", example: "13,405"),
        "name the columns as what they are, as in --columns longitude=X,latitude=NAME or --columns "
          + "easting=X,northing=NAME"
      ),
      (
        .mixedMarks(path: path, column: "X", point: "1.5", comma: "1,5"),
        "write all coordinates of the file with one decimal mark"
      ),
      (
        .otherSystem(path: path, column: "g", example: "x", system: "EPSG:4326"),
        "bring the positions into one system first"
      ),
      (
        .mixedOrders(path: path, column: "g", first: "x", second: "y"),
        "write all positions with the same coordinate first"
      ),
      (
        .notPositions(path: path, column: "g", example: nil),
        "name the column of positions, as in --columns position=the_geom"
      ),
    ])
  func coordinates(error: CoordinateError, help: String) { #expect(error.help == help) }

  @Test(
    "each error of a boundary file names the option that mends it",
    arguments: [
      (BoundaryError.unknownFormat(path: "a.kml"), "convert it: ogr2ogr boundaries.gpkg 'a.kml'"),
      (
        .noSuchField(path: "a.shp", field: "COED", role: .code, fields: ["CODE", "N"]),
        "--code-field names one of: CODE, N"
      ),
      (
        .noSuchField(path: "a.shp", field: "NAAM", role: .name, fields: ["CODE", "N"]),
        "--name-field names one of: CODE, N"
      ),
      (.noCodeField(path: "a.shp", fields: ["A", "B"]), "name it with --code-field, one of: A, B"),
      (
        .duplicateCode(path: "a.shp", field: "CODE", code: "E1", records: [2, 9]),
        "--code-field names another field; if the records are parts of one area, --group-field CODE merges them"
      ),
      (
        .noProjection(path: "a.shp", likely: .britishNationalGrid),
        "the bounds look like the British National Grid; if they are, add --crs EPSG:27700"
      ),
      (
        .noProjection(path: "a.shp", likely: .degrees),
        "the bounds look like degrees; --crs auto takes them as such, and so does --crs with a "
          + "projected system for the analysis, as in --crs EPSG:27700"
      ),
      (
        .noProjection(path: "a.shp", likely: nil),
        "copy the .prj that belongs to the file, or name the system with --crs"
      ),
      (.noProjection(path: "a.gpkg", likely: nil), "name the system with --crs"),
      (.noStudyAreaField(field: "L", paths: [], fields: ["LAD", "N"]), "the fields are: LAD, N"),
      (.noAreas(path: "a.shp"), nil),
    ] as [(BoundaryError, String?)])
  func boundaries(error: BoundaryError, help: String?) { #expect(error.help == help) }

  @Test(
    "coordinates that cannot be converted have a remedy",
    arguments: [
      (Remedy.grids, "--grids FOLDER"), (.grids, "--allow-ballpark"),
      (.ballpark, "--allow-ballpark"), (.knownSystem, "EPSG:27700"), (.database, "PROJ_DATA"),
      (.repairedOutlines, "Fix geometries"), (.otherClasses, "another classification"),
    ])
  func conversions(remedy: Remedy, words: String) {
    #expect(remedy.help.contains(words))
  }
}
