import Boundaries
import Cartography
import FoundationEssentials
import HotspotsKit
import Incidents
import Tables

extension PackForecast {
  /// Words the forecast.
  ///
  /// - Parameters:
  ///   - pack: What was asked of the pack.
  ///   - options: What was asked of the inputs.
  ///   - folder: The folder of the pack.
  ///   - width: How many characters a line may have.
  /// - Returns: The report.
  func report(
    of pack: BriefingPack, _ options: StudyOptions, folder: String, width: Int
  ) -> String {
    var report = ReportText(width: width)
    report.heading("Would be read")
    addInputs(to: &report)
    report.heading("Would be computed")
    report.row("system", systemName)
    report.row("projection", projection)
    for words in options.keptWords { report.row("kept", words) }
    report.row(
      "hours",
      hourAbsence.map { pack.words(.noHours($0)) } ?? "an aoristic table of the week")
    report.row(
      "density",
      "\(NumberWords.grouped(grid.cellCount)) cells of \(NumberWords.length(grid.cellSize)) m, "
        + "\(NumberWords.grouped(grid.columns)) by \(NumberWords.grouped(grid.rows))")
    report.row("local statistics", statisticWords(pack.statistics))
    report.row(
      "hotspots",
      hotspotSurface.map { "where the densest cells join: \($0)" }
        ?? "where \(pack.statistics.units.nouns.plural) that stand out share a border")
    report.row("threads", "\(options.threads)")
    report.row("memory", "about \(Self.size(bytes)) at most")
    report.heading("Would be written")
    report.row(
      "folder",
      folder
        + (FileManager.default.fileExists(atPath: folder)
          ? ", in place of what is there" : ", which is new"))
    report.row("files", files.joined(separator: ", "))
    return report.text
  }

  private func addInputs(to report: inout ReportText) {
    for file in incidents {
      let size = file.bytes.map { "\(Self.size($0)), " } ?? ""
      let rows = file.rows.map { "about \(NumberWords.toThreeDigits($0)) rows" } ?? "rows unknown"
      report.row("incidents", "\(file.path): \(size)\(rows)")
      report.row("", file.columns)
    }
    for (layer, areas) in layers {
      let used = layer.mergedCount ?? layer.areaCount
      let kept =
        (used == areas ? "" : ", \(NumberWords.grouped(used)) of them in the study area")
        + (layer.mergingWords.map { ", \($0)" } ?? "")
      report.row(
        "boundaries",
        "\(layer.path): \(NumberWords.grouped(areas)) areas\(kept), codes '\(layer.codeField)', "
          + "names " + (layer.nameField.map { "'\($0)'" } ?? "none"))
    }
  }

  private func statisticWords(_ statistics: LocalStatistics) -> String {
    guard let comparedCells else {
      return "\(NumberWords.grouped(layers[0].layer.areaCount)) areas"
    }
    return "at most \(NumberWords.grouped(comparedCells)) \(statistics.units.rawValue) cells of "
      + "\(NumberWords.length(statistics.cellSize ?? grid.cellSize)) m"
      + (statistics.cellSize == nil ? ", wider where incidents are few" : "")
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20
      ? "\(NumberWords.grouped((bytes + 1023) >> 10)) KiB"
      : "\(NumberWords.grouped((bytes + (1 << 20) - 1) >> 20)) MiB"
  }
}

extension StudyOptions {
  /// Which incidents count, in words, one for each filter.
  fileprivate var keptWords: [String] {
    var words: [String] = []
    if let from = filter.from { words.append("from \(from.text)") }
    if let to = filter.to { words.append("to \(to.text)") }
    if !filter.categories.isEmpty {
      words.append("categories \(ReportWords.list(filter.categories))")
    }
    if !filter.excludedCategories.isEmpty {
      words.append("all but \(ReportWords.list(filter.excludedCategories))")
    }
    if let hours = filter.hours { words.append(hours.words) }
    if let unique = incidents.uniqueKey { words.append("each value of '\(unique)' once") }
    return words
  }
}
