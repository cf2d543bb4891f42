import Boundaries
import CommandLineKit
import HotspotsKit
import Incidents
import Names
import Tasking

// What to do about files that cannot be read, or can be read in two ways.

extension IncidentError: HelpConvertible {
  package var help: String? {
    switch self {
    case .damagedCompression: "fetch the file again, or decompress it to see how far it goes"
    case .wideCharacters: "in Excel, save it as 'CSV UTF-8 (comma delimited)'"
    case .cutCharacter: "fetch the file again"
    case .noHeader, .notAHeader:
      "name the line of the columns' names with --header-row, or leave it out to have it found"
    case .headerOfFeatures: "leave out --header-row"
    case .otherHeader: "name the files one by one, each with --incidents"
    case .notDelimitedText:
      "export it as CSV with coordinates; from GIS tools, ogr2ogr incidents.gpkg"
    case .noFiles(_, let others):
      others.isEmpty ? nil : "it holds \(Self.list(others))"
    case .severalFiles(let path, let files): "name it, as in '\(files.first ?? path)'"
    case .noSystem, .unknownSystem:
      "name the system with --incidents-crs, as in --incidents-crs EPSG:27700"
    case .unclosedQuote: "close it, or double it (\"\") if it belongs to the text"
    case .rowTooLong, .headerTooLong:
      "look for a quote that is not closed, or for a file that is not CSV"
    case .mixedLineEnds:
      "save the file again with one kind, or convert it, as with dos2unix -c mac"
    case .missingColumns(_, _, let header)
    where header.count < 2 || header.contains { $0.first?.isNumber ?? false }:
      "if the columns' names stand in another line, name it with --header-row N"
    case .missingColumns(_, let needed, _) where needed.contains("longitude"):
      "name them, as in --columns longitude=Long,latitude=Lat; where rows name their area instead, areas "
        + "and other commands take the column with --area-column"
    case .missingColumns(_, let needed, _) where needed.hasPrefix("a date"):
      "name it, as in --columns start=From or --columns month=Month"
    case .missingColumns(_, let needed, _) where needed.hasPrefix("a category"):
      "name it, as in --columns category=NAME"
    case .missingColumns: "name them, as in --columns longitude=Long,latitude=Lat"
    case .repeatedColumn: "rename one of them, or do without, as in --columns id="
    case .tooManyCategories:
      "name another with --columns category=NAME, or none with --columns category="
    case .tooManyValues: "group the values into bands or classes, or count by another column"
    case .noUsableRow(_, _, let first): first.map { "the first refusal is \($0.words)" }
    case .rejectedRows: "correct the rows, or leave out --strict to count them as rejected"
    case .shapefile(let error): error.help
    case .geoPackage(let error): error.help
    case .archive(let error): error.help
    case .workbook(let error): error.help
    case .geoJSON:
      lateSystem.map { "decompress the file, or name the system with --incidents-crs \($0)" }
    case .noSuchFile, .cannotOpen, .unreadable, .empty, .noMatch, .unknownColumn, .noColumn: nil
    }
  }

  fileprivate static func list(_ names: [String]) -> String {
    let shown = names.prefix(20).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 20 ? "\(shown) and \(names.count - 20) more" : shown
  }
}

extension RowExample {
  /// Where the row stands, why it is not assigned and what mends it.
  var words: String {
    if let columns { return "\(message) (name them with --columns \(columns))" }
    guard let help = reason.help else { return message }
    return "\(message) (\(help))"
  }
}

extension RowReason {
  /// What mends it; `nil` if nothing but the row itself.
  fileprivate var help: String? {
    switch self {
    case .coordinateInDegrees:
      "for degrees alone, name them with --columns longitude=NAME,latitude=NAME"
    default: nil
    }
  }
}

extension CoordinateError: HelpConvertible {
  package var help: String? {
    switch self {
    case .mixedMarks, .otherMark: "write all coordinates of the file with one decimal mark"
    case .unsettledMarks(_, let column, _):
      "name the columns as what they are, as in --columns longitude=\(column),latitude=NAME or "
        + "--columns easting=\(column),northing=NAME"
    case .mixedSystems, .otherSystem: "bring the positions into one system first"
    case .mixedOrders, .otherOrder: "write all positions with the same coordinate first"
    case .notPositions: "name the column of positions, as in --columns position=the_geom"
    }
  }
}

extension DateOrderError: HelpConvertible {
  package var help: String? {
    switch self {
    case .ambiguous, .unsettled: "say which with --date-format dmy or --date-format mdy"
    case .yearOrDay: "say which with --date-format dmy or --date-format ymd"
    case .mixed:
      "correct the column, or choose with --date-format dmy or --date-format mdy; rows that do not "
        + "fit are then rejected and counted"
    case .mixedNumbers: "correct the column, or split the file by the form of its dates"
    case .unsettledTime, .mixedTimes: "say which with --time-format hour or --time-format hhmm"
    }
  }
}

extension BoundaryError: HelpConvertible {
  /// The most values that are listed.
  private static let listed = 20

  package var help: String? {
    switch self {
    case .unknownFormat(let path): "convert it: ogr2ogr boundaries.gpkg '\(path)'"
    case .noLayer(_, _, let files):
      files.isEmpty ? nil : "it holds \(IncidentError.list(files))"
    case .severalLayers(_, let layers): "name one of \(IncidentError.list(layers))"
    case .noSuchField(_, _, let role, let fields):
      "\(role == .code ? "--code-field" : "--name-field") names one of: "
        + fields.joined(separator: ", ")
    case .noCodeField(_, let fields):
      "name it with --code-field, one of: \(fields.joined(separator: ", "))"
    case .emptyCode: "--code-field names another field"
    case .duplicateCode(_, let field, _, _):
      "--code-field names another field; if the records are parts of one area, --group-field "
        + "\(field) merges them"
    case .emptyGroup: "fill it in, or leave such areas out with --study-area"
    case .severalNames: "name a field with one name for all of them, or leave out --name-field"
    case .noProjection(_, .degrees?):
      "the bounds look like degrees; --crs auto takes them as such, and so does --crs with a "
        + "projected system for the analysis, as in --crs EPSG:27700"
    case .noProjection(_, let likely?):
      "the bounds look like \(likely.words); if they are, add --crs \(likely.rawValue)"
    case .noProjection(let path, nil):
      path.lowercased().hasSuffix(".shp")
        ? "copy the .prj that belongs to the file, or name the system with --crs"
        : "name the system with --crs"
    case .noStudyAreaField(_, _, let fields), .noGroupField(_, _, let fields),
      .noKeptField(_, _, let fields):
      "the fields are: \(fields.joined(separator: ", "))"
    case .noStudyAreaValue(_, let field, _, let values):
      values.count <= Self.listed ? "the values of \(field) are: \(Suggestion.list(values))" : nil
    case .shapefile(let error): error.help
    case .geoPackage(let error): error.help
    case .archive(let error): error.help
    case .geoJSON, .badRecord, .noAreas, .emptyStudyArea: nil
    }
  }
}

extension BetterConversion {
  /// What makes it possible.
  var help: String {
    "put that file\(addresses.isEmpty ? "" : " (\(addresses.joined(separator: ", ")))") in a folder "
      + "and name the folder with --grids FOLDER"
  }
}

extension Remedy {
  /// What to do.
  var help: String {
    switch self {
    case .database: "install the package proj-data, or name the folder of proj.db in PROJ_DATA"
    case .knownSystem: "give a code such as EPSG:27700 or EPSG:4326, or the text of a .prj file"
    case .suitableSystem: "give a code such as EPSG:27700 or EPSG:4326"
    case .checkedSystems:
      "check both coordinate systems, and that the data lies where they are used"
    case .grids:
      "put it in a folder and name that with --grids FOLDER, or accept an error of 100 m and more "
        + "with --allow-ballpark"
    case .ballpark:
      "check both coordinate systems (--incidents-crs names that of the incidents), or accept the error "
        + "with --allow-ballpark"
    case .repairedOutlines:
      "repair the boundaries, for instance with 'Fix geometries' in QGIS"
    case .otherClasses: "choose another classification"
    }
  }
}

extension MissingMapSoftware: HelpConvertible {
  package var help: String? {
    "install the package '\(MapSoftware.package)', or leave --explore away"
  }
}
