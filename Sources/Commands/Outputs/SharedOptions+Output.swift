package import CommandLineKit

extension SharedOptions {
  /// The file of results.
  package static let output = Option<String?>(
    "output", valueName: "FILE",
    help: "Write the result to this file, in the format of its extension; - is standard output",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "xlsx", "ndjson", "kml", "asc"]))

  /// The file of hotspots.
  package static let hotspots = Option<String?>(
    "hotspots", valueName: "FILE", help: "Write the hotspots to this file, ranked by incidents",
    section: "Output",
    role: .writes(["geojson", "gpkg", "csv", "json", "xlsx", "ndjson", "kml"]))

  /// The map of the same result.
  package static let map = Option<String?>(
    "map", valueName: "FILE.svg", help: "Draw a map of the result", section: "Output",
    role: .writes(["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The chart of the same result.
  package static let chart = Option<String?>(
    "chart", valueName: "FILE.svg", help: "Draw a chart of the result", section: "Output",
    role: .writes(["svg"]), allowed: "a name that ends in .svg, or -",
    where: { $0 == "-" || $0.lowercased().hasSuffix(".svg") })

  /// The title of maps, charts and pages.
  package static let title = Option<String?>(
    "title", valueName: "TEXT", help: "Title of the map, chart or page, instead of the default",
    section: "Output")

  /// The record of the run.
  package static let manifest = Option<String?>(
    "manifest", valueName: "FILE.json",
    help: "Record what was read, chosen, computed and written, with the SHA-256 of each file",
    section: "Output", role: .writes(["json"]))
}
