import Names

/// A report for people: headings, labelled values and small tables, in lines of a fixed width.
package struct ReportText {
  /// The lines so far.
  package private(set) var lines: [String] = []

  private let width: Int
  /// Where values begin.
  private static let column = 22

  /// Creates an empty report.
  ///
  /// - Parameter width: How many characters a line may have; long words stick out.
  package init(width: Int) { self.width = width }

  /// The report as one text, without a line break at its end.
  package var text: String { lines.joined(separator: "\n") }

  /// Begins a section, after an empty line if something stands before it.
  package mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines.append(text)
  }

  /// Adds a value with its label.
  package mutating func row(_ label: String, _ value: String) {
    let indent = String(repeating: " ", count: Self.column)
    var wrapped = value.wrapped(width: width - Self.column).map { indent + $0 }
    let labelled = "  \(label)  "
    if labelled.count <= Self.column, let first = wrapped.first {
      wrapped[0] = labelled + first.dropFirst(labelled.count)
    } else {
      wrapped.insert("  \(label)", at: 0)
    }
    lines += wrapped
  }

  /// Adds rows whose cells stand under each other: the first to the left, the others to the right.
  package mutating func table(_ rows: [[String]]) {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        if column > 0 { return padding + cell }
        return row.count == 1 ? cell : cell + padding
      }
      lines.append("    " + cells.joined(separator: "  "))
    }
  }

  /// Adds sentences under a title; nothing if there are none.
  package mutating func list(_ title: String, _ items: [String]) {
    if items.isEmpty { return }
    lines.append("  \(title)")
    for item in items {
      let wrapped = item.wrapped(width: width - 6)
      for (position, line) in wrapped.enumerated() {
        lines.append((position == 0 ? "    - " : "      ") + line)
      }
    }
  }
}

/// Words that several parts of a report use.
package enum ReportWords {
  /// Returns names in quotes, separated by commas; what is beyond a limit is counted.
  package static func list(_ names: [String], limit: Int = 30) -> String {
    if names.isEmpty { return "none" }
    let shown = names.prefix(limit).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }

  /// Returns a length in metres: `2 m`, `0.05 m`; `unknown` if there is none.
  package static func metres(_ length: Double?) -> String {
    guard let length else { return "unknown" }
    return length == length.rounded() && abs(length) < 1e9 ? "\(Int(length)) m" : "\(length) m"
  }

  /// Returns codes as they are, separated by commas; what is beyond a limit is counted.
  package static func codes(_ codes: [String], limit: Int = 4) -> String {
    let shown = codes.prefix(limit).joined(separator: ", ")
    return codes.count > limit ? "\(shown) and \(codes.count - limit) more" : shown
  }
}
