import Assignment
import Boundaries
import HotspotAnalysis
import Incidents

/// The incidents of whole months: in each area of each layer, and by category in all areas of the first.
///
/// With hours asked for, what is expected of them.
struct MonthCounts: Sendable {
  /// The days of each month.
  let lengths: [Double]
  /// The incidents of each month in each area of each layer.
  let layers: [[[Double]]]
  /// The incidents of each month in all areas of the first layer, by the key of the category's
  /// column.
  let categories: [String: [Double]]

  /// The incidents of each month in all areas of the first layer.
  var total: [Double] {
    layers[0].reduce(into: lengths.map { _ in 0 }) { total, area in
      for month in area.indices { total[month] += area[month] }
    }
  }

  /// Adds up what workers counted.
  ///
  /// - Parameters:
  ///   - days: The months, which are whole.
  ///   - shares: What the workers counted; at least one.
  ///   - reading: What was read.
  init(of days: DayRange, _ shares: [StudyShare<MonthCounter.Counts>], _ reading: StudyReading) {
    let bounds = days.monthBounds
    lengths = zip(bounds, bounds.dropFirst()).map { Double($1.dayNumber - $0.dayNumber) }
    layers = reading.requiredInput.boundaries.layers.indices.map { layer in
      var sums = shares[0].value.layers[layer]
      for share in shares.dropFirst() { sums.merge(share.value.layers[layer]) }
      return (0..<sums.things).map(sums.incidents)
    }
    categories = Dictionary(
      uniqueKeysWithValues: zip(
        reading.categories?.keys ?? [], shares.categories(of: reading, \.categories)))
  }
}

extension [StudyShare<MonthCounter.Counts>] {
  /// Adds up the incidents of categories.
  ///
  /// - Parameters:
  ///   - reading: Says the categories; none if they were not read.
  ///   - sums: What workers counted of them, by their numbers.
  /// - Returns: The incidents of each category of the reading in each month.
  func categories(
    of reading: StudyReading, _ sums: (MonthCounter.Counts) -> MonthSums
  ) -> [[Double]] {
    let names = reading.categories?.names ?? []
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    guard let first else { return [] }
    var all = sums(first.value).emptied(things: names.count)
    for share in self {
      for (number, name) in share.categories.enumerated() {
        if let place = places[name] { all.merge(place, from: sums(share.value), number) }
      }
    }
    return names.indices.map(all.incidents)
  }
}
