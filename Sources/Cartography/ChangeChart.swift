import Geometry

/// A chart of two periods: for each area or category a dot for either, joined by a line, so that
/// length and direction of the change are seen, with its numbers beside it.
///
/// Rows are sorted by this period, the largest first, within their group if there are groups. Where
/// a page has no room for all, those with evidence of change are shown and of the others the largest.
///
///     let chart = ChangeChart(of: rows, periods: periods, description: description)
///     chart.svg()   // the page, as SVG
package struct ChangeChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// What a row says of its change.
  package enum Evidence: Sendable, Equatable {
    /// More than chance explains.
    case increase, decrease
    /// No more than chance explains.
    case none
    /// Too few incidents to tell.
    case few

    /// The evidence as the chart prints it.
    var word: String {
      switch self {
      case .increase: "increase"
      case .decrease: "decrease"
      case .none: "none"
      case .few: "too few"
      }
    }

    var colour: Colour {
      switch self {
      case .increase: Palette.diverging[6]
      case .decrease: Palette.diverging[0]
      case .none, .few: Palette.hatch
      }
    }

    /// Whether it is of a change.
    var isChange: Bool { self == .increase || self == .decrease }
  }

  /// An area or a category in both periods.
  package struct Row: Sendable, Equatable {
    /// The name.
    package var name: String
    /// The group that it belongs to; `nil` if there are none.
    package var group: String?
    /// The incidents of the earlier period.
    package var earlier: Double
    /// Those of this period.
    package var now: Double
    /// By what part the counts changed; `nil` where there was none earlier.
    package var relative: Double?
    /// Whether chance explains the change; `nil` for sums of others, which are printed without dots.
    package var evidence: Evidence?

    /// Describes a row.
    package init(
      name: String, group: String? = nil, earlier: Double, now: Double, relative: Double?,
      evidence: Evidence? = nil
    ) {
      self.name = name
      self.group = group
      self.earlier = earlier
      self.now = now
      self.relative = relative
      self.evidence = evidence
    }
  }

  /// The two periods.
  package struct Periods: Sendable, Equatable {
    /// The earlier one in words, and its days.
    package var earlier: (words: String, days: Int)
    /// This one in words, and its days.
    package var now: (words: String, days: Int)
    /// How many decimal places counts have: 0, or more for those estimated from time windows.
    package var places = 0

    /// Describes periods.
    package init(earlier: (words: String, days: Int), now: (words: String, days: Int)) {
      self.earlier = earlier
      self.now = now
    }

    /// Compares periods.
    package static func == (left: Periods, right: Periods) -> Bool {
      left.earlier == right.earlier && left.now == right.now && left.places == right.places
    }

    /// Whether the dots are incidents a day, because the periods differ in length.
    var isPerDay: Bool { earlier.days != now.days }

    /// Where the dots of a row lie.
    func places(of row: Row) -> (earlier: Double, now: Double) {
      isPerDay
        ? (row.earlier / Double(earlier.days), row.now / Double(now.days)) : (row.earlier, row.now)
    }
  }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - rows: The areas or categories, with a sum for each group where there are groups, and last
  ///     the total.
  ///   - periods: The two periods.
  ///   - noun: What several of the rows are: `wards`, `categories`.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page, higher than wide.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  package init(
    of rows: [Row], periods: Periods, noun: String, description: ChartDescription,
    page: Page = .a4Portrait
  ) {
    let units = rows.filter { $0.evidence != nil }
    let layout = ChangeRows(
      rows: rows, periods: periods, scale: page.typeScale)
    let shownCount = { (height: Double) in layout.shown(in: height).count { $0.evidence != nil } }
    // The notes say how many are shown, which depends on their height: they are laid out for the
    // longest.
    var notes = ChangeChartWords.notes(periods, shown: nil, of: units.count, noun)
    let longest = ChangeChartWords.notes(periods, shown: units.count, of: units.count, noun)
    var room = 0.0
    let summary = ChangeChartWords.summary(of: rows, periods, noun, description)
    let trial = ChartPage(description, page: page, summary: summary, notes: longest)
    let legend = ChangeLegend(periods: periods, scale: page.typeScale).block(
      width: 190 * trial.scale)
    _ = trial.drawing(layer: "change", label: "Change", legend: legend) { width, height in
      room = height
      return Block(width: width, height: height)
    }
    let shown = shownCount(room)
    if shown < units.count {
      notes = ChangeChartWords.notes(periods, shown: shown, of: units.count, noun)
    }
    drawing = ChartPage(description, page: page, summary: summary, notes: notes)
      .drawing(layer: "change", label: "Change", legend: legend) { width, height in
        layout.block(width: width, height: height, rows: layout.shown(in: room))
      }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
