import HotspotsKit
import Cartography
import CommandLineKit
import HotspotAnalysis
import Tables
import Incidents

/// What a run says of the hotspots it found.
struct HotspotReport {
  /// How the list speaks of itself.
  let words: HotspotWords

  private var list: HotspotList { words.list }

  /// Says how many there are, what makes them, and what the first few are like.
  func say(in console: Console) {
    for sentence in words.sentences { console.note(sentence) }
    if let advice = words.advice { console.note("hotspots: \(advice)") }
  }

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
