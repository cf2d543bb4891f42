/// A sheet for reading: a title, then headings with names and what is said of them.
package struct SheetNotes: Sendable {
  /// What is said.
  package enum Value: Sendable, Equatable {
    /// Words.
    case text(String)
    /// A count.
    case count(Int)
  }

  /// A heading with its lines.
  package struct Section: Sendable {
    /// The heading.
    package var heading: String
    /// The lines: what is meant, and what is said of it.
    package var lines: [(name: String, value: Value)]

    /// Creates a section.
    package init(_ heading: String, _ lines: [(name: String, value: Value)]) {
      (self.heading, self.lines) = (heading, lines)
    }
  }

  /// The title at the top.
  package var title: String
  /// The sections; those without lines are left out.
  package var sections: [Section]

  /// Creates notes.
  package init(title: String, sections: [Section]) {
    (self.title, self.sections) = (title, sections)
  }

  private static let widths = (names: 30.0, values: 100.0)

  func write(to sheet: XLSXSheet) throws(XLSXError) {
    try sheet.setWidth(ofColumn: 0, Self.widths.names)
    try sheet.setWidth(ofColumn: 1, Self.widths.values)
    try sheet.write(title, row: 0, column: 0, .title)
    var row = 2
    for section in sections where !section.lines.isEmpty {
      try sheet.write(section.heading, row: row, column: 0, .heading)
      row += 1
      for (name, value) in section.lines {
        try sheet.write(name, row: row, column: 0, .note)
        switch value {
        case .text(let text): try sheet.write(text, row: row, column: 1, .note)
        case .count(let count): try sheet.write(Double(count), row: row, column: 1, .noteCount)
        }
        row += 1
      }
      row += 1
    }
  }
}
