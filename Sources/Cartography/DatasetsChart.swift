package import Geometry
package import Statistics

/// Small maps of several datasets on one scale, each with its hours of the day below it on another.
///
/// Areas are coloured by their share of a dataset's incidents, hours are shares too: datasets of different
/// size can be compared, and the darkest areas of each are seen.
///
///     let chart = DatasetsChart(
///       of: panels, over: outlines, names: names, noun: "wards", description: description)
///     chart.svg()   // the page, as SVG
package struct DatasetsChart: Sendable {
  /// The classes of shares in percent, the same on each map; `nil` if no dataset has any.
  package let breaks: ClassBreaks?
  /// The page as layers of marks.
  package let drawing: Drawing

  /// One dataset.
  package struct Panel: Sendable, Equatable {
    /// What it is called.
    package var name: String
    /// What is said of it below its name: how many incidents, where most are.
    package var detail: String
    /// The share of its incidents in each area, as a fraction; `nil` for all where there are too few.
    package var shares: [Double]?
    /// The share of its incidents with a time in each hour of the day, as a fraction; `nil` if hours are
    /// not told.
    package var hours: [Double]?
    /// Why there are no hours, as a clause.
    package var hourAbsence: String?

    /// Describes a dataset.
    package init(
      name: String, detail: String, shares: [Double]?, hours: [Double]?, hourAbsence: String? = nil
    ) {
      self.name = name
      self.detail = detail
      self.shares = shares
      self.hours = hours
      self.hourAbsence = hourAbsence
    }
  }

  /// How many classes there are beside that of none.
  package static let classCount = 5

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - panels: The datasets, at least one.
  ///   - outlines: The areas, in metres.
  ///   - names: What they are called.
  ///   - noun: What they are: `wards`.
  ///   - description: What the chart says beside its numbers.
  ///   - page: The page; else A4, lying up to eight datasets, upright for more.
  /// - Complexity: O(*d* *n* log *n*) for *d* datasets and *n* vertices.
  package init(
    of panels: [Panel], over outlines: OutlineTable, names: [String], noun: String,
    description: ChartDescription, page: Page? = nil
  ) {
    precondition(!panels.isEmpty, "DatasetsChart: there is no dataset to draw")
    let key = DatasetKey(panels)
    breaks = key.breaks
    let sheet = ChartPage(
      description, page: page ?? (panels.count > 8 ? .a4Portrait : .a4Landscape),
      summary: Self.summary(of: panels, noun: noun), notes: [key.note])
    let layout = DatasetPanels(
      panels: panels, outlines: outlines, names: names, key: key, scale: sheet.scale)
    drawing = sheet.drawing(
      layer: "datasets", label: "Datasets", legend: key.block(scale: sheet.scale)
    ) { (frame: Box) in layout.marks(in: frame) }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  private static func summary(of panels: [Panel], noun: String) -> String {
    let count = panels.count
    return
      "Small maps of \(count) \(count == 1 ? "dataset" : "datasets") on one scale: \(noun) coloured "
      + "by their share of each dataset's incidents, with the hours of the day below. "
      + panels.map { "\($0.name): \($0.detail)." }.joined(separator: " ")
  }
}
