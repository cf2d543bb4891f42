import Boundaries
import Cartography
import CommandLineKit
import HotspotsKit
import Incidents

/// What was found in the incidents and boundaries of a study, by the option that it concerns, for a file of
/// options.
struct InputFindings {
  /// By the name of the option.
  let byOption: [String: OptionsText.Found]

  /// Most categories that are listed.
  private static let categoriesShown = 40

  /// Reads the inputs.
  ///
  /// - Throws: What reading incidents and boundaries throws.
  init(_ options: StudyOptions, in console: Console) async throws {
    let boundaries = try await BoundaryInput.load(options, needsMetres: false)
    var files = options
    files.boundaries = []
    let inspection = try await Study(files, observer: console.observer).inspect()
    byOption = Self.findings(inspection.incidents, boundaries)
  }

  private static func findings(
    _ incidents: [IncidentFileInspection], _ boundaries: BoundaryInput
  ) -> [String: OptionsText.Found] {
    var findings: [String: OptionsText.Found] = [:]
    for file in incidents {
      findings["incidents", default: .init()].remarks.append(
        "\(file.path): \(NumberWords.grouped(file.rows)) rows; "
          + (file.columns.summary.isEmpty ? "no column is known" : file.columns.summary)
          + "; analysis by hour: \(file.hourVerdict)")
    }
    if let file = incidents.first {
      findings["columns"] = OptionsText.Found(
        remarks: ["Columns that are not used: \(ReportWords.list(file.otherColumns))"],
        values: ColumnKey.allCases.compactMap { key in
          file.columns.name(of: key).map { "\(key.rawValue)=\($0)" }
        })
    }
    let periods = incidents.compactMap(\.period)
    if let first = periods.map(\.0).min(), let last = periods.map(\.1).max() {
      findings["from"] = OptionsText.Found(
        remarks: ["The dates run from \(first.prefix(10)) to \(last.prefix(10))"],
        values: [String(first.prefix(10))])
      findings["to"] = OptionsText.Found(values: [String(last.prefix(10))])
    }
    let categories = categories(of: incidents)
    if !categories.isEmpty {
      let names = categories.prefix(categoriesShown).map(\.name)
      findings["category"] = OptionsText.Found(
        remarks: [
          "\(categories.count) categories"
            + (categories.count > names.count ? ", the most frequent \(names.count) here" : "")
        ], values: names)
      findings["exclude-category"] = OptionsText.Found(values: [names[names.count - 1]])
    }
    for (layer, count) in zip(boundaries.layers, boundaries.areaCounts) {
      findings["boundaries", default: .init()].remarks.append(
        "\(layer.path): \(NumberWords.grouped(count)) areas; codes '\(layer.codeField)', names "
          + (layer.nameField.map { "'\($0)'" } ?? "none, the codes stand for them"))
    }
    if let unfitness = boundaries.unfitness {
      findings["crs"] = OptionsText.Found(
        remarks: [
          "\(boundaries.crsName) will not do: \(unfitness.fault.words(of: unfitness.place))"
        ], values: [unfitness.localCode].compactMap(\.self))
    }
    // The codes of merged areas are those of no record.
    if boundaries.layers[0].mergedCount == nil {
      findings["code-field"] = OptionsText.Found(values: [boundaries.layers[0].codeField])
    }
    findings["name-field"] = boundaries.layers[0].nameField.map { OptionsText.Found(values: [$0]) }
    findings["output"] = OptionsText.Found(values: ["pack"])
    return findings
  }

  /// The categories of all files with their rows, the most frequent first, blank ones left out.
  private static func categories(of incidents: [IncidentFileInspection]) -> [(
    name: String, rows: Int
  )] {
    var rows: [String: Int] = [:]
    for file in incidents {
      for (name, count) in file.categories where !name.isEmpty { rows[name, default: 0] += count }
    }
    return rows.map { ($0.key, $0.value) }.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
  }
}
