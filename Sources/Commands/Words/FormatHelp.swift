import Archives
import Boundaries
import CommandLineKit
import GeoPackages
import Names
import Shapefiles
import Workbooks

// What to do about files of one format that cannot be read.

extension ArchiveError: HelpConvertible {
  package var help: String? {
    switch self {
    case .damaged: "fetch the file again, or unpack it to see how far it goes"
    case .tooManyEntries: "unpack it, and name the folder that is wanted"
    case .tooLarge: "unpack it, and name what was unpacked"
    case .cannotUnpack: "make room, or name a folder with room in TMPDIR"
    case .noSuchEntry(_, _, let entries):
      "it has \(entries.isEmpty ? "no files" : Suggestion.list(entries, most: 10))"
    case .encrypted: "unpack it with the password, and name what was unpacked"
    case .unsupportedCompression: "unpack it, or pack it again as an ordinary ZIP archive"
    case .expandsTooFar: "where the file can be trusted, unpack it and name what was unpacked"
    case .noSuchFile, .cannotOpen, .notAnArchive: nil
    }
  }
}

extension WorkbookError: HelpConvertible {
  package var help: String? {
    switch self {
    case .archive(let error): error.help
    case .notWorkbook: "save it as 'Excel Workbook (.xlsx)' or as CSV"
    case .damaged: "open it in a spreadsheet program and save it again, or as CSV"
    case .noSuchSheet(_, _, let sheets): "the sheets are: \(Suggestion.list(sheets))"
    case .tooMuchText: "save the sheet as CSV"
    case .noSheets: nil
    }
  }
}

extension ShapefileError: HelpConvertible {
  package var help: String? {
    if isOfIndex { return "--rebuild-index finds the records in the .shp, and changes no file" }
    switch self {
    case .missingFile:
      return
        "a Shapefile is three files or more with one name: .shp, .shx, .dbf and .prj; keep them "
        + "together"
    case .truncated: return "copy or download the file again"
    case .differingCounts:
      return "the files are not of one version; copy or export all of them again"
    case .unreadable, .wrongKind, .notAreas, .notPoints, .notFlat, .badRecord, .indexDisagrees,
      .badAttributes, .unknownFieldKind, .unwritable:
      return nil
    }
  }
}

extension GeoPackageError: HelpConvertible {
  package var help: String? {
    switch self {
    case .severalLayers(let path, let layers):
      "name it, as in '\(path):\(layers.first ?? "")'; the layers are: \(Suggestion.list(layers))"
    case .noSuchLayer(_, _, let layers): "the layers are: \(Suggestion.list(layers))"
    case .noSuchFile, .unreadable, .notGeoPackage, .noLayers, .badGeometry, .unwritable: nil
    }
  }
}

extension DrawnShapeError: HelpConvertible {
  package var help: String? {
    switch self {
    case .noSuchFile:
      "well-known text is given in place of a file, as in 'POLYGON((-0.14 51.5, ...))'"
    case .unknownFormat(let path): "convert it: ogr2ogr line.geojson '\(path)'"
    case .unreadable, .notUnderstood, .openRing, .shortRing, .emptyRing, .shortLine, .notFinite,
      .unusable, .nothingDrawn:
      nil
    }
  }
}
