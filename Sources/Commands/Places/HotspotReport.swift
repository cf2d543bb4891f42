import HotspotsKit
import Cartography
import HotspotAnalysis
import Tables
import Incidents

/// Writes the hotspots that a run found.
struct HotspotReport {
  /// How the list speaks of itself.
  let words: HotspotWords

  private var list: HotspotList { words.list }

  /// Writes them in the format that the file's extension tells.
  ///
  /// - Throws: What ``ResultWriter/write(_:to:)`` throws.
  func write(with writer: ResultWriter, weightColumn: String, to path: String) throws {
    let table = words.table(weightColumn: weightColumn)
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
}
