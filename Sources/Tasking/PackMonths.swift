package import Cartography

/// The months of a pack as its page shows them.
package struct PackMonths: Sendable {
  /// An area beside its earlier periods, or one year beside the one before.
  package struct Area: Sendable, Equatable {
    /// The code.
    package var code: String
    /// The name; the code where there is none.
    package var name: String
    /// Incidents a day of the twelve months to the end, and of the twelve before; `nil` where there are
    /// none.
    package var average: Double?
    package var earlierAverage: Double?

    /// Describes an area.
    package init(code: String, name: String, average: Double?, earlierAverage: Double?) {
      (self.code, self.name) = (code, name)
      (self.average, self.earlierAverage) = (average, earlierAverage)
    }
  }

  /// What the months say, sentences with their full stops.
  package let sentences: [String]
  /// The chart of all incidents, as SVG.
  package let chart: [UInt8]
  /// The charts of areas on one scale, as SVG; `nil` if there are none.
  package let areaChart: [UInt8]?
  /// The layer of these areas.
  package let layer: Int
  /// The last month: `March 2017`.
  package let lastMonth: String
  /// The areas that have a chart, those with the most incidents first.
  package let areas: [Area]

  /// Describes months; everything is given.
  package init(
    sentences: [String], chart: MonthChart, areaChart: MonthChart?, layer: Int, lastMonth: String,
    areas: [Area]
  ) {
    self.sentences = sentences
    self.chart = chart.svg()
    self.areaChart = areaChart?.svg()
    self.layer = layer
    self.lastMonth = lastMonth
    self.areas = areas
  }
}
