import Geometry
import Tables

/// What stands beside the map on the sheet of a hotspot, panel by panel.
struct CloseUpPanels {
  let contents: CloseUpContents
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// How much is shown, so that a map that says much still has room.
  struct Limits {
    let streets: Int
    let categories: Int
    /// The lines of a note, and of a sentence on change.
    let lines: Int
    let changes: Int

    /// From all that there is to what a sheet must have.
    static let all = [
      Limits(streets: 5, categories: 6, lines: 3, changes: 4),
      Limits(streets: 5, categories: 4, lines: 3, changes: 3),
      Limits(streets: 5, categories: 3, lines: 2, changes: 2),
    ]
  }

  private(set) var limits = Limits.all[0]

  /// The colour of bars that are read first, and of those beside them.
  static let (first, second) = (Palette.quietInk, Palette.rule)

  private var noteStyle: TextMark { .style(size: 7 * scale, colour: Palette.quietInk) }

  /// Returns the panels in a width, with as much as a height has room for.
  func block(width: Double, within height: Double) -> Block {
    let blocks = Limits.all.lazy.map { limits in
      var panels = self
      panels.limits = limits
      return panels.block(width: width)
    }
    return blocks.first { $0.height <= height } ?? blocks[Limits.all.count - 1]
  }

  /// Returns the panels in two columns of a width, the next in the column that is shorter.
  func block(width: Double) -> Block {
    let gap = 22 * scale
    let columnWidth = (width - gap) / 2
    var columns = [Block(width: columnWidth, height: 0), Block(width: columnWidth, height: 0)]
    for panel in [figures, hours, streets, categories, months, changes] {
      guard let block = panel(columnWidth) else { continue }
      let column = columns[1].height < columns[0].height ? 1 : 0
      if columns[column].height > 0 { columns[column].height += 9 * scale }
      columns[column].marks += block.marks(at: Point(x: 0, y: columns[column].height))
      columns[column].height += block.height
    }
    return Block(
      marks: columns[0].marks + columns[1].marks(at: Point(x: columnWidth + gap, y: 0)),
      width: width, height: max(columns[0].height, columns[1].height))
  }

  /// Returns a number of incidents in words.
  static func words(_ incidents: Double, isWeighted: Bool) -> String {
    NumberWords.decimal(incidents, places: isWeighted ? 1 : 0)
  }

  // MARK: - Panels

  private func figures(_ width: Double) -> Block? {
    var block = Block(width: width, height: 0)
    let incidents = Self.words(contents.incidents, isWeighted: contents.isWeighted)
    let noun = contents.incidents == 1 ? "incident" : "incidents"
    append(
      "\(incidents) \(noun), \(NumberWords.percent(contents.share)) of all", size: 11, limit: 2,
      isBold: true, to: &block)
    block.height += 1 * scale
    for line in contents.placeLines { append(line, size: 8.5, limit: 2, to: &block) }
    for fact in contents.facts {
      append("\(fact.label): \(fact.value)", size: 8.5, limit: 2, to: &block)
    }
    return block
  }

  private func streets(_ width: Double) -> Block? {
    let streets = Array(contents.streets.prefix(limits.streets))
    let longest = streets.map(\.incidents).max() ?? 0
    let rows = streets.map { street in
      let text =
        "\(Self.words(street.incidents, isWeighted: contents.isWeighted)) "
        + "(\(NumberWords.percent(street.share)))"
      return BarRows.Row(
        name: street.name, text: text,
        bars: [(longest > 0 ? street.incidents / longest : 0, Self.first)])
    }
    return panel(contents.streetHeading, note: contents.streetNote, rows: rows, width: width)
  }

  private func categories(_ width: Double) -> Block? {
    let categories = Array(contents.comparedCategories.prefix(limits.categories))
    let longest = categories.flatMap { [$0.share, $0.studyAreaShare] }.max() ?? 0
    let rows = categories.map { category in
      BarRows.Row(
        name: category.name,
        text:
          "\(NumberWords.percent(category.share)) (\(NumberWords.percent(category.studyAreaShare)))",
        bars: longest > 0
          ? [
            (category.share / longest, Self.first),
            (category.studyAreaShare / longest, Self.second),
          ]
          : [])
    }
    let key = rows.isEmpty ? nil : "Dark: share here. Pale, and in brackets: in the study area."
    let note = [key, contents.categoryNote].compactMap(\.self).joined(separator: " ")
    return panel("Categories", note: note.isEmpty ? nil : note, rows: rows, width: width)
  }

  private func panel(_ heading: String, note: String?, rows: [BarRows.Row], width: Double)
    -> Block?
  {
    guard !rows.isEmpty || note != nil else { return nil }
    var block = self.heading(heading, width: width)
    let bars = BarRows(rows: rows, scale: scale).block(width: width)
    block.marks += bars.marks(at: Point(x: 0, y: block.height))
    block.height += bars.height
    append(note: note, to: &block)
    return block
  }

  private func hours(_ width: Double) -> Block? {
    guard contents.hours != nil || contents.hourNote != nil else { return nil }
    var block = heading("Hours by day", width: width)
    if let hours = contents.hours {
      let strip = HourStrip(table: hours, scale: scale).block(width: width)
      block.marks += strip.marks(at: Point(x: 0, y: block.height))
      block.height += strip.height
    }
    append(note: contents.hourNote, to: &block)
    return block
  }

  private func months(_ width: Double) -> Block? {
    guard !contents.months.isEmpty || contents.monthNote != nil else { return nil }
    var block = heading("Months", width: width)
    if !contents.months.isEmpty {
      let bars = MonthBars(
        months: contents.months, isWeighted: contents.isWeighted, scale: scale
      ).block(width: width, height: 56 * scale)
      block.marks += bars.marks(at: Point(x: 0, y: block.height))
      block.height += bars.height
      append(note: "Dark: the ground held at least twice its share by area.", to: &block)
    }
    append(note: contents.monthNote, to: &block)
    return block
  }

  private func changes(_ width: Double) -> Block? {
    guard !contents.changes.isEmpty else { return nil }
    var block = heading("Change", width: width)
    for change in contents.changes.prefix(limits.changes) {
      append(change, size: 8, limit: limits.lines, to: &block)
    }
    return block
  }

  // MARK: - Lines

  private func heading(_ text: String, width: Double) -> Block {
    var block = Block(width: width, height: 0)
    append(text, size: 9, limit: 1, isBold: true, to: &block)
    block.height += 1.5 * scale
    return block
  }

  private func append(
    _ text: String, size: Double, limit: Int, isBold: Bool = false, to block: inout Block
  ) {
    block.append(
      lines: TextMetrics.lines(
        of: text, within: block.width, size: size * scale, isBold: isBold, limit: limit),
      style: .style(size: size * scale, isBold: isBold))
  }

  private func append(note: String?, to block: inout Block) {
    guard let note else { return }
    block.height += 1.5 * scale
    block.append(
      lines: TextMetrics.lines(of: note, within: block.width, size: 7 * scale, limit: limits.lines),
      style: noteStyle)
  }
}
