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
    console.note("hotspots: \(words.count); a hotspot is \(words.rule)")
    if let surface = words.surface { console.note("hotspots: \(surface.sentence)") }
    if let split = words.split { console.note("hotspots: \(split)") }
    for (place, hotspot) in list.hotspots.prefix(3).enumerated() {
      console.note("  \(sentence(of: hotspot, number: place + 1))")
    }
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

  /// Returns a hotspot in a sentence, with its number on maps.
  private func sentence(of hotspot: Hotspot, number: Int) -> String {
    var parts = [
      "\(NumberWords.grouped(hotspot.incidents)) incidents",
      "\(NumberWords.decimal(hotspot.concentrationRatio, places: 1)) times the average",
    ]
    if let hours = hotspot.profile.hours { parts.append("busiest \(hours.label)") }
    if let category = hotspot.profile.categories.first, !category.name.isEmpty {
      parts.append("\(category.name) \(NumberWords.percent(category.share))")
    }
    return "\(number). \(words.name(of: hotspot)): \(parts.joined(separator: ", "))"
  }
}
