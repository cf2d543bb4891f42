import CommandLineKit
import FoundationEssentials
import HotspotsKit
import Interchange

/// The text of a file of options: each with its help, what was found for it, and its value.
struct OptionsText {
  /// What was found in the inputs that concerns an option.
  struct Found {
    /// What to say above it.
    var remarks: [String] = []
    /// Values that could be in force.
    var values: [String] = []
    /// Whether they are in force although nobody gave them.
    var isOn = false
    /// The elements of a list that is in force, those with a reason why not in comments; none for values.
    var elements: [(value: String, reason: String?)] = []
  }

  /// The options that were given.
  let given: [Arguments.RecordedOption]
  /// Where the file goes.
  let path: String
  /// The command that reads it.
  var command: any Command.Type = TaskingCommand.self
  /// What it makes, for the head of the file.
  var subject = "a tasking pack"

  /// Where comments are broken.
  private static let width = 100

  /// Returns the text of the file.
  ///
  /// - Parameter findings: What was found, by the name of the option that it concerns.
  /// - Returns: JSON5 with a comment before each option.
  func text(_ findings: [String: Found]) -> String {
    var lines = [
      "// Options of \(subject): hotspots \(command.name) --config \(path)",
      "//",
      "// Each name is that of an option of hotspots \(command.name) without its dashes. Command-line options take",
      "// precedence. Relative paths start from the folder of this file. An option behind // is off; remove",
      "// the slashes to turn it on.",
      "{",
    ]
    let specs = command.allOptions.filter { !$0.isTypedOnly }
    var sections: [String] = []
    for spec in specs where !sections.contains(spec.section) { sections.append(spec.section) }
    sections = sections.filter { $0 != OptionSection.general } + [OptionSection.general]
    for section in sections {
      lines += section == sections[0] ? [] : [""]
      lines.append("  // ---- \(section)")
      for spec in specs where spec.section == section {
        let finding = findings[spec.name] ?? Found()
        for remark in [spec.help] + finding.remarks { lines += Self.comment(remark) }
        lines += self.lines(of: spec, finding)
      }
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  /// Returns an option with its value, in force if it was given, otherwise in comments.
  private func lines(of spec: OptionSpec, _ finding: Found) -> [String] {
    if let option = given.first(where: { $0.name == spec.name }) {
      return setting(of: spec, option.values.map { relative($0, for: spec) }, before: "  ")
    }
    if !finding.elements.isEmpty { return list(of: spec, finding.elements) }
    let example = [spec.defaultText ?? spec.possibleValues.first ?? spec.valueName ?? ""]
    // A pack needs a folder; nothing else that was not given is in force.
    let isOn = finding.isOn || spec.name == TaskingCommand.folder.spec.name
    return setting(
      of: spec, finding.values.isEmpty ? example : finding.values, before: isOn ? "  " : "  // ")
  }

  /// Returns a list in force, an element a line, those that are off in comments with the reason.
  private func list(
    of spec: OptionSpec, _ elements: [(value: String, reason: String?)]
  ) -> [String] {
    ["  \"\(spec.name)\": ["]
      + elements.map { value, reason in
        reason.map { "    // \(Self.quoted(value)): \($0)" } ?? "    \(Self.quoted(value)),"
      } + ["  ],"]
  }

  /// Checks that no file of the name exists, which is somebody's work.
  static func refuseExisting(_ path: String) throws(OutputError) {
    if path != "-", FileManager.default.fileExists(atPath: path) {
      throw OutputError.cannotCreate(
        path: path, reason: "a file of this name exists, and --init makes new ones only")
    }
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

  /// Returns a given path as it is written in the file; other values as they are.
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
