import Boundaries
import Cartography
import CommandLineKit
import FoundationEssentials
import HotspotsKit
import Incidents
import Interchange

/// A file of options to begin with, made from what was typed and what is found in the inputs.
///
/// What was typed is in force; what was found, and every other option, stands in comments. So the
/// file runs as it is and means the same as the command line it was made from.
struct PackDraft {
  /// What was typed of inputs and filters.
  let options: StudyOptions
  /// What was typed.
  let given: [Arguments.RecordedOption]
  /// Where the file goes.
  let path: String

  /// Most categories that are listed.
  private static let categoriesShown = 40
  /// Where comments are broken.
  private static let width = 100

  /// Reads the inputs and writes the file.
  ///
  /// - Throws: ``OutputError/cannotCreate(path:reason:)`` where a file of the name stands; what
  ///   reading incidents and boundaries throws.
  func write(_ watch: InputWatch, in console: Console) async throws {
    if path != "-", FileManager.default.fileExists(atPath: path) {
      throw OutputError.cannotCreate(
        path: path, reason: "a file of this name is there, --init makes new ones only")
    }
    let boundaries = try await BoundaryInput.load(options, needsMetres: false)
    var files = options
    files.boundaries = []
    let inspection = try await Study(files, observer: console.observer).inspect()
    try watch.check()
    let text = text(findings(inspection.incidents, boundaries))
    try OutputFile.write(Array(text.utf8), to: path)
    if path != "-" { console.note("options: \(path); next: hotspots tasking --config \(path)") }
  }

  // MARK: - What was found

  /// What was found that concerns an option.
  private struct Finding {
    /// What to say above it.
    var remarks: [String] = []
    /// Values that could be in force.
    var values: [String] = []
  }

  private func findings(
    _ incidents: [IncidentFileInspection], _ boundaries: BoundaryInput
  ) -> [String: Finding] {
    var findings: [String: Finding] = [:]
    for file in incidents {
      findings["incidents", default: Finding()].remarks.append(
        "\(file.path): \(NumberWords.grouped(file.rows)) rows; "
          + (file.columns.summary.isEmpty ? "no column is known" : file.columns.summary)
          + "; analysis by hour: \(file.hourVerdict)")
    }
    if let file = incidents.first {
      findings["columns"] = Finding(
        remarks: ["Columns that serve for nothing: \(ReportWords.list(file.otherColumns))"],
        values: ColumnKey.allCases.compactMap { key in
          file.columns.name(of: key).map { "\(key.rawValue)=\($0)" }
        })
    }
    let periods = incidents.compactMap(\.period)
    if let first = periods.map(\.0).min(), let last = periods.map(\.1).max() {
      findings["from"] = Finding(
        remarks: ["The dates run from \(first.prefix(10)) to \(last.prefix(10))"],
        values: [String(first.prefix(10))])
      findings["to"] = Finding(values: [String(last.prefix(10))])
    }
    let categories = categories(of: incidents)
    if !categories.isEmpty {
      let names = categories.prefix(Self.categoriesShown).map(\.name)
      findings["category"] = Finding(
        remarks: [
          "\(categories.count) categories"
            + (categories.count > names.count ? ", the most frequent \(names.count) here" : "")
        ], values: names)
      findings["exclude-category"] = Finding(values: [names[names.count - 1]])
    }
    for (layer, count) in zip(boundaries.layers, boundaries.areaCounts) {
      findings["boundaries", default: Finding()].remarks.append(
        "\(layer.path): \(NumberWords.grouped(count)) areas; codes '\(layer.codeField)', names "
          + (layer.nameField.map { "'\($0)'" } ?? "none, the codes stand for them"))
    }
    if let unfitness = boundaries.unfitness {
      findings["crs"] = Finding(
        remarks: [
          "\(boundaries.crsName) will not do: \(unfitness.fault.words(of: unfitness.place))"
        ], values: [unfitness.localCode].compactMap(\.self))
    }
    findings["code-field"] = Finding(values: [boundaries.layers[0].codeField])
    findings["name-field"] = boundaries.layers[0].nameField.map { Finding(values: [$0]) }
    findings["output"] = Finding(values: ["pack"])
    return findings
  }

  /// The categories of all files with their rows, the most frequent first, blank ones left out.
  private func categories(of incidents: [IncidentFileInspection]) -> [(name: String, rows: Int)] {
    var rows: [String: Int] = [:]
    for file in incidents {
      for (name, count) in file.categories where !name.isEmpty { rows[name, default: 0] += count }
    }
    return rows.map { ($0.key, $0.value) }.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
  }

  // MARK: - The text

  private func text(_ findings: [String: Finding]) -> String {
    var lines = [
      "// Options of a tasking pack: hotspots tasking --config \(path)",
      "//",
      "// Each name is that of an option of hotspots tasking without its dashes; what is typed on the",
      "// command line wins. Relative paths begin at the folder of this file. An option behind // is",
      "// off: take the slashes away, and it is on.",
      "{",
    ]
    let specs = TaskingCommand.allOptions.filter { !$0.isTypedOnly }
    var sections: [String] = []
    for spec in specs where !sections.contains(spec.section) { sections.append(spec.section) }
    sections = sections.filter { $0 != OptionSection.general } + [OptionSection.general]
    for section in sections {
      lines += section == sections[0] ? [] : [""]
      lines.append("  // ---- \(section)")
      for spec in specs where spec.section == section {
        let finding = findings[spec.name] ?? Finding()
        for remark in [spec.help] + finding.remarks { lines += Self.comment(remark) }
        lines += self.lines(of: spec, finding)
      }
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// Returns an option with its value, in force where it was typed, else in comments.
  private func lines(of spec: OptionSpec, _ finding: Finding) -> [String] {
    if let option = given.first(where: { $0.name == spec.name }) {
      return setting(of: spec, option.values.map { relative($0, for: spec) }, before: "  ")
    }
    let example = [spec.defaultText ?? spec.possibleValues.first ?? spec.valueName ?? ""]
    // A pack needs a folder; nothing else that was not typed is in force.
    let isOn = spec.name == TaskingCommand.folder.spec.name
    return setting(
      of: spec, finding.values.isEmpty ? example : finding.values, before: isOn ? "  " : "  // ")
  }

  private func setting(of spec: OptionSpec, _ values: [String], before: String) -> [String] {
    let start = "\(before)\"\(spec.name)\": "
    if spec.isFlag { return ["\(start)true,"] }
    let texts = values.map(Self.quoted)
    guard spec.isRepeatable || spec.isList && values.count > 1 else {
      return ["\(start)\(texts[0]),"]
    }
    let line = "\(start)[\(texts.joined(separator: ", "))],"
    if line.count <= Self.width { return [line] }
    return ["\(start)["] + texts.map { "\(before)  \($0)," } + ["\(before)],"]
  }

  /// Returns a typed path as it is written in the file; other values as they are.
  private func relative(_ text: String, for spec: OptionSpec) -> String {
    guard path.contains("/") else { return text }
    return spec.replacingPaths(in: text) { PathWords.relative($0, toFolderOf: path) }
  }

  private static func comment(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "  //"
    for word in text.split(whereSeparator: \.isWhitespace) {
      if line.count + 1 + word.count > width, line != "  //" {
        lines.append(line)
        line = "  //"
      }
      line += " \(word)"
    }
    return lines + [line]
  }

  private static func quoted(_ text: String) -> String {
    if Int(text).map(String.init) == text { return text }
    var buffer = ByteBuffer()
    buffer.append(json: text)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
