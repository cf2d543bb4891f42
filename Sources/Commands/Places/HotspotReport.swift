import Cartography
import CommandLineKit
import HotspotAnalysis
import Tables
import Incidents

/// What a run says of the hotspots it found.
struct HotspotReport {
  let list: HotspotList
  /// The coordinate system of the hotspots.
  let crs: String

  /// Says how many there are, and what the first few are like.
  func say(in console: Console) {
    console.note(
      "hotspots: \(list.qualifying) hold \(HotspotList.minimumIncidents) incidents or more, "
        + "\(list.hotspots.count) are listed"
        + (list.isCutThroughTie ? "; another has as many as the last" : ""))
    for hotspot in list.hotspots.prefix(3) { console.note("  \(words(of: hotspot))") }
  }

  /// Writes them in the format that the file's extension tells.
  ///
  /// - Throws: What ``ResultWriter/write(_:to:)`` throws.
  func write(with writer: ResultWriter, weightColumn: String, to path: String) throws {
    let table = list.featureTable(crs: crs, weightColumn: weightColumn)
    var writer = writer
    writer.style = { [list] in
      list.hotspots.isEmpty
        ? nil
        : try QGISStyle(
          areasOf: table,
          value: MapValue(column: "per_km2", label: "incidents per km²", kind: .rate))
    }
    try writer.write(table, to: path)
  }

  /// Returns a hotspot in a sentence.
  func words(of hotspot: Hotspot) -> String {
    var parts = [
      "\(NumberWords.grouped(hotspot.incidents)) incidents",
      "\(NumberWords.decimal(hotspot.predictiveAccuracyIndex, places: 1)) times the average",
    ]
    if let hours = hotspot.profile.hours { parts.append("busiest \(hours.label)") }
    if let category = hotspot.profile.categories.first, !category.name.isEmpty {
      parts.append("\(category.name) \(NumberWords.percent(category.share))")
    }
    return "\(hotspot.rank). \(hotspot.name(crs: crs)): \(parts.joined(separator: ", "))"
  }
}
