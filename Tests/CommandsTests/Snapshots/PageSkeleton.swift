import Foundation

/// The structure of a page: its elements with their ids, its headings and the columns of its tables.
///
/// Pictures, rows and words are left out, and equal lines in a row stand once, so that the skeleton
/// changes with the structure and not with the data.
struct PageSkeleton {
  private static let shown: Set<Substring> = [
    "header", "nav", "main", "section", "aside", "footer", "figure", "svg", "table", "ul", "ol",
    "dl", "details", "form", "select", "button", "style", "script",
  ]
  /// Elements shown with their text.
  private static let titled: Set<Substring> = [
    "title", "h1", "h2", "h3", "h4", "caption", "summary", "label",
  ]

  /// The lines, two blanks deeper for each element around.
  private(set) var lines: [String] = []
  private var depth = 0
  private var columns: [Substring] = []

  /// Reads a page.
  init(html: String) {
    let page = Self.withoutContents(of: ["svg", "style", "script"], html)
    for part in page.split(separator: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { continue }
      let tag = part[..<end]
      let words = part[part.index(after: end)...].split(separator: "\n").joined(separator: " ")
      let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      if name.hasPrefix("/") { close(name.dropFirst()) } else { open(name, tag, words) }
    }
  }

  private mutating func open(_ name: Substring, _ tag: Substring, _ words: String) {
    if name == "th", tag.contains("scope=\"col\"") { columns.append(words[...]) }
    let id = Self.attribute("id", of: tag).map { " #\($0)" } ?? ""
    if Self.titled.contains(name) {
      add("\(name)\(id): \(words)")
    } else if Self.shown.contains(name) || (!id.isEmpty && name != "tr") {
      add(name + id)
    }
    if Self.shown.contains(name), !tag.hasSuffix("/") { depth += 1 }
  }

  private mutating func close(_ name: Substring) {
    if name == "thead", !columns.isEmpty {
      add("columns: \(columns.joined(separator: " | "))")
      columns = []
    }
    if Self.shown.contains(name) { depth -= 1 }
  }

  private mutating func add(_ text: some StringProtocol) {
    let line = String(repeating: "  ", count: depth) + text
    if lines.last != line { lines.append(line) }
  }

  private static func attribute(_ name: String, of tag: Substring) -> Substring? {
    tag.firstRange(of: " \(name)=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" } }
  }

  /// Returns a page without what stands inside some elements.
  private static func withoutContents(of names: [String], _ page: String) -> String {
    names.reduce(page) { page, name in
      let parts = page.components(separatedBy: "</\(name)>")
      return parts.enumerated().map { index, part in
        guard index < parts.count - 1, let start = part.range(of: "<\(name)"),
          let end = part.range(of: ">", range: start.upperBound..<part.endIndex)
        else { return part }
        return part[..<end.upperBound] + "</\(name)>"
      }.joined()
    }
  }
}
