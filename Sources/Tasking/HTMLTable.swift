/// A table of the page: with a caption, headings that say what they head, and rows that know their
/// place on the map.
struct HTMLTable {
  /// A column: its heading and what stands below it.
  struct Column {
    var heading: String
    /// Whether numbers stand below it, which are set flush right.
    var isNumeric = false
  }

  /// One field of a row.
  struct Cell {
    var text: String
    /// The number that the text rounds, for sorting.
    var value: Double?

    init(_ text: String, value: Double? = nil) {
      self.text = text
      self.value = value
    }
  }

  /// One row; the first cell heads it.
  struct Row {
    var cells: [Cell]
    /// The identifier of its shape on the map.
    var shape: String?
    /// The identifier of what its first cell leads to, in place of the shape.
    var link: String?
    /// How long its bar is, as a fraction of the longest; `nil` if it has none.
    var bar: Double?
    /// Whether it is of less weight than others, and set in grey.
    var isQuiet = false
  }

  /// The identifier of the table.
  var identifier: String
  /// What the table shows.
  var caption: String
  var columns: [Column]
  var rows: [Row]
  /// Whether readers may sort it.
  var isSortable = true

  /// The most rows of a table of all areas, 500 bytes each; the CSV has the others.
  static let rowLimit = 500
  /// The most rows that a sheet of paper keeps together.
  private static let shortRows = 16

  /// What style sheet and script tell tables by.
  private var classes: String {
    (isSortable ? "sortable" : "plain") + (rows.count <= Self.shortRows ? " short" : "")
  }

  /// Writes the table in a box of its own, in which a wide table scrolls.
  func write(to page: inout HTMLWriter) {
    page.open(
      "div",
      [
        "class": "scroll", "role": "region", "tabindex": "0",
        "aria-labelledby": "\(identifier)-caption",
      ])
    page.open("table", ["id": identifier, "class": classes])
    page.element("caption", ["id": "\(identifier)-caption"], caption)
    page.open("thead")
    page.open("tr")
    for column in columns {
      page.element(
        "th", ["scope": "col", "class": column.isNumeric ? "number" : "words"], column.heading)
    }
    page.close("tr")
    page.close("thead")
    page.open("tbody")
    for row in rows { write(row, to: &page) }
    page.close("tbody")
    page.close("table")
    page.close("div")
  }

  private func write(_ row: Row, to page: inout HTMLWriter) {
    switch (row.shape, row.isQuiet) {
    case (let shape?, true): page.open("tr", ["data-shape": shape, "class": "quiet"])
    case (let shape?, false): page.open("tr", ["data-shape": shape])
    case (nil, true): page.open("tr", ["class": "quiet"])
    case (nil, false): page.open("tr")
    }
    for (position, cell) in row.cells.enumerated() {
      let kind = columns[position].isNumeric ? "number" : "words"
      let name = position == 0 ? "th" : "td"
      switch (position == 0, cell.value) {
      case (true, _): page.open(name, ["scope": "row", "class": kind])
      case (false, let value?): page.open(name, ["class": kind, "data-value": "\(value)"])
      case (false, nil): page.open(name, ["class": kind])
      }
      if position == 0, let target = row.link ?? row.shape {
        page.element("a", ["href": "#\(target)"], cell.text)
      } else {
        page.text(cell.text)
      }
      if position == 0, let bar = row.bar {
        page.open("span", ["class": "bar", "style": "width:\(Self.percentage(bar))%"])
        page.close("span")
      }
      page.close(name)
    }
    page.close("tr")
  }

  /// Returns a fraction as a percentage with one decimal at most.
  private static func percentage(_ fraction: Double) -> String {
    let tenths = Int((fraction * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
