/// Everything a chart says beside the numbers themselves.
package struct ChartDescription: Sendable {
  /// What the chart shows: `Incidents by hour and weekday`.
  package var title: String
  /// The period and whatever else narrows it.
  package var subtitle: String
  /// What the chart answers, each a sentence.
  package var answers: [String] = []
  /// Where the data comes from and its licence.
  package var source: String?
  /// Whom the sources ask to be named, word for word, each a line.
  package var credits: [String] = []
  /// The operation that projected the incidents and its accuracy, where they were placed.
  package var projection: String?
  /// Where every row went; see ``ReconciliationWords``.
  package var reconciliation: [String] = []
  /// What was computed and how.
  package var method: String?
  /// The protective marking, printed at the top and the bottom of the page.
  package var marking: String?
  /// Whether the chart stands on a page that has title, period, answers and notes beside it, so that it is
  /// drawn without them.
  package var isOnPage = false
  /// What stands before every identifier, so that several drawings can share one web page.
  package var identifierPrefix = ""

  /// Describes a chart by what every chart must have.
  package init(title: String, subtitle: String) {
    self.title = title
    self.subtitle = subtitle
  }

  /// The notes below a chart: source, rows, projection and method, as far as they are known.
  var notes: [String] {
    (source.map { ["Source: \($0)"] } ?? [])
      + reconciliation.map { "Rows: \($0)" }
      + (projection.map { ["Projection: \($0)"] } ?? [])
      + (method.map { ["Method: \($0)"] } ?? []) + CreditWords.notes(credits)
  }
}
