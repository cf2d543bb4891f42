import Tasking
import Tables

extension AssessedTable {
  /// Shows the incidents of a layer's areas, the busiest first, or those that weigh most.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - layer: The position of the layer.
  ///   - areas: The incidents.
  ///   - caption: What it shows.
  ///   - limit: The most rows that the page shows.
  ///   - weight: What the weights are called, where areas are listed by them.
  init(
    path: String, layer: Int, of areas: AreaCounts.Result, caption: String, limit: Int = 25,
    byWeight weight: String? = nil
  ) {
    let places = areas.reading.options.filter.hours == nil ? 0 : 1
    self.init(
      path: path, table: areas.table(ofLayer: layer), caption: caption,
      columns: [
        .init("code", "Code", .words), .init("name", "Name", .words),
        .init("incidents", "Incidents", .number(places: 0)),
        .init("expected", "Expected", .number(places: places)),
        .init("share", "of all", .percentage), .init("rank", "Rank", .number(places: 0)),
      ]
        + (weight.map { name in
          [
            .init("weight", name.pageHeading, .number(places: 0)),
            .init("weight_share", "of all", .percentage, unit: name),
            .init("weight_rank", "Rank", .number(places: 0), unit: name),
          ]
        }
          ?? [
            .init("rate", "Rate", .number(places: 1), unit: areas.rates?.unit),
            .init("rate_low", "from", .number(places: 1)),
            .init("rate_high", "to", .number(places: 1)),
          ]))
    rows = table.order(byFalling: weight == nil ? "incidents" : "weight")
    self.limit = limit
  }
}
