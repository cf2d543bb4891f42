import Geometry

/// A chart of incidents a day in each month, with their average of twelve months and how far months
/// would lie from it by random variation alone.
///
/// One series fills the page; several become small charts on one scale, the largest first, below that of
/// all of them if there is one.
///
///     let chart = MonthChart(of: [series], from: (2016, 4), description: description)
///     chart.svg()   // the page, as SVG
package struct MonthChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// The most series that are drawn on one page, unless another number is given.
  package static let panelLimit = 12

  /// What happened in each month.
  package struct Series: Sendable, Equatable {
    /// What it is of; `nil` for all incidents.
    package var name: String?
    /// The months, in their order.
    package var months: [Month]
    /// How many times Poisson's the variance is that ranges allow for; `nil` if that is Poisson's.
    package var dispersion: Double?

    /// Describes a series.
    package init(name: String? = nil, months: [Month], dispersion: Double? = nil) {
      self.name = name
      self.months = months
      self.dispersion = dispersion
    }

    /// All its incidents.
    var total: Double { months.reduce(0) { $0 + ($1.incidents ?? 0) } }
  }

  /// One month of a series.
  package struct Month: Sendable, Equatable {
    /// The incidents; `nil` where the files do not cover the month.
    package var incidents: Double?
    /// The incidents a day.
    package var perDay: Double?
    /// The incidents a day of the twelve months that end here; `nil` before there are twelve.
    package var average: Double?
    /// Between which incidents a day random variation alone leaves 95 months of 100.
    package var range: ClosedRange<Double>?
    /// How many days of the month count, where that is a part of them.
    package var partDays: Int?

    /// Describes a month.
    package init(
      incidents: Double?, perDay: Double?, average: Double? = nil,
      range: ClosedRange<Double>? = nil, partDays: Int? = nil
    ) {
      self.partDays = partDays
      self.incidents = incidents
      self.perDay = perDay
      self.average = average
      self.range = range
    }

    /// Whether the month lies beyond random variation.
    package var isBeyond: Bool {
      guard let perDay, let range else { return false }
      // The ends are whole counts over days, as the incidents a day are.
      let slack = 1e-9 * max(1, perDay)
      return perDay < range.lowerBound - slack || perDay > range.upperBound + slack
    }
  }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - series: The series, each with the same months; at least one, unless there is one of all.
  ///   - overall: The series of all of them, above the others and on a scale of its own; `nil` for none.
  ///   - first: The year and the month from 1 of the first month.
  ///   - noun: What several series are of: `categories`, `wards`.
  ///   - limit: The most series that are drawn.
  ///   - count: How many there are with those that are not given; `nil` if all are.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page.
  package init(
    of series: [Series], below overall: Series? = nil, from first: (year: Int, month: Int),
    noun: String = "categories", limit: Int = panelLimit, of count: Int? = nil,
    description: ChartDescription, page: Page = .a4Landscape
  ) {
    precondition(
      !series.isEmpty || overall != nil, "MonthChart: there is no series to draw")
    let order = series.indices.sorted { left, right in
      (series[right].total, left) < (series[left].total, right)
    }
    let shown = order.prefix(limit).map { series[$0] }
    let names = MonthNames(first: first)
    let words = MonthChartWords(
      shown: shown, overall: overall, count: count ?? series.count, noun: noun, names: names)
    let sheet = ChartPage(
      description, page: page, summary: words.summary, notes: words.notes)
    let panels = MonthPanels(
      series: shown, overall: overall, names: names, heading: words.heading, scale: sheet.scale)
    let all = shown + [overall].compactMap(\.self)
    let legend = MonthLegend(
      isWidened: all.contains { $0.dispersion != nil },
      hasParts: all.contains { $0.months.contains { $0.partDays != nil } }, scale: sheet.scale
    ).block(width: 250 * sheet.scale)
    drawing = sheet.drawing(layer: "months", label: "Months", legend: legend) { width, height in
      panels.block(width: width, height: height)
    }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}

/// The names of months in a row.
struct MonthNames {
  /// The first of them, in months since year 0.
  private let first: Int

  init(first: (year: Int, month: Int)) { self.first = first.year * 12 + first.month - 1 }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Returns the name of a month: `April 2016`.
  func full(_ place: Int) -> String {
    "\(Self.names[(first + place) % 12]) \((first + place) / 12)"
  }

  /// Returns the name of a month where there is little room: `Apr 2016`.
  func short(_ place: Int) -> String {
    "\(Self.names[(first + place) % 12].prefix(3)) \((first + place) / 12)"
  }

  /// Returns the year of a month.
  func year(_ place: Int) -> String { "\((first + place) / 12)" }

  /// Whether labels stand at a month where each so-manieth has one: January does.
  func isLabelled(_ place: Int, each step: Int) -> Bool { (first + place) % step == 0 }
}
