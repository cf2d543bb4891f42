/// A table of the page: with a caption, headings that say what they head, and rows that know their
/// place on the map.
struct HTMLTable {
  /// A column: its heading and what stands below it.
  struct Column {
    var heading: String
    /// Whether numbers stand below it, which are set flush right.
    var isNumeric = false
    /// The unit, where the heading does not say it.
    var unit: String?
  }

  /// What is said below the caption.
  struct Remark {
    var text: String
    /// The path of a file that the text ends with.
    var file: String?
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
    /// Whether it sums up others, and is set in bold; at the end it stays there when rows are sorted.
    var isTotal = false
  }

  /// The identifier of the table.
  var identifier: String
  /// What the table is called in front of its caption: `Table 3.1`; `nil` for nothing.
  var label: String?
  /// What the table shows.
  var caption: String
  var columns: [Column]
  var rows: [Row]
  /// Whether readers may sort it.
  var isSortable = true
  /// What is said below the caption, each in a line of its own.
  var remarks: [Remark] = []
  /// Further classes for style sheet and script.
  var marks: [String] = []

  /// The most rows of a table of all areas, 500 bytes each; the CSV has the others.
  static let rowLimit = 500
  /// The most rows that a sheet of paper keeps together.
  private static let shortRows = 16

  /// What style sheet and script tell tables by.
  private var classes: String {
    ([isSortable ? "sortable" : "plain"] + (rows.count <= Self.shortRows ? ["short"] : []) + marks)
      .joined(separator: " ")
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
    writeCaption(to: &page)
    page.open("thead")
    page.open("tr")
    for column in columns {
      page.open("th", ["scope": "col", "class": column.isNumeric ? "number" : "words"])
      page.text(column.heading)
      if let unit = column.unit { page.element("span", ["class": "unit"], " (\(unit))") }
      page.close("th")
    }
    page.close("tr")
    page.close("thead")
    let totals = rows.reversed().prefix(while: \.isTotal).count
    page.open("tbody")
    for row in rows.dropLast(totals) { write(row, to: &page) }
    page.close("tbody")
    if totals > 0 {
      page.open("tfoot")
      for row in rows.suffix(totals) { write(row, to: &page) }
      page.close("tfoot")
    }
    page.close("table")
    page.close("div")
  }

  private func writeCaption(to page: inout HTMLWriter) {
    page.open("caption", ["id": "\(identifier)-caption"])
    if let label {
      page.element("span", ["class": "no"], label)
      page.text(" ")
    }
    page.text(caption)
    for remark in remarks {
      page.open("span", ["class": "remark"])
      page.text(remark.text)
      if let file = remark.file {
        page.text(" ")
        page.element("a", ["href": FileList.reference(file)], file)
      }
      page.close("span")
    }
    page.close("caption")
  }

  private func write(_ row: Row, to page: inout HTMLWriter) {
    let kind = row.isQuiet ? "quiet" : row.isTotal ? "total" : nil
    switch (row.shape, kind) {
    case (let shape?, let kind?): page.open("tr", ["data-shape": shape, "class": kind])
    case (let shape?, nil): page.open("tr", ["data-shape": shape])
    case (nil, let kind?): page.open("tr", ["class": kind])
    case (nil, nil): page.open("tr")
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
