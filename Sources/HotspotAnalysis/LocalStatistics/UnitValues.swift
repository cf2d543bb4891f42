/// The places that have a value, with what local statistics need to know of them.
///
/// Places without a value are left out of everything: of the number of places, of the mean, and of
/// their neighbours' neighbours.
struct UnitValues {
  /// The places with a value, as positions in the order given.
  let rows: [Int]
  /// Their values.
  let values: [Double]
  /// The neighbours among them.
  let neighbours: Neighbours
  /// The mean of the values.
  let mean: Double
  /// How far each value lies above the mean, 0 where rounding decides on which side it lies.
  let deviations: [Double]
  /// The mean of the squared deviations, divided by the number of places.
  let variance: Double

  /// For each place, with a value or without, the number of its neighbours with one.
  let neighbourCounts: [Int]

  /// Takes the places with a value.
  ///
  /// - Throws: ``LocalStatisticError``, in all its cases.
  init(_ given: [Double?], neighbours: Neighbours) throws(LocalStatisticError) {
    guard given.count == neighbours.count else {
      throw .differingCounts(values: given.count, places: neighbours.count)
    }
    // Sums of squares of numbers beyond this could overflow.
    if let row = given.firstIndex(where: { !(abs($0 ?? 0) <= 1e150) }) { throw .badValue(row: row) }
    rows = given.indices.filter { given[$0] != nil }
    values = given.compactMap { $0 }
    guard let first = values.first, values.contains(where: { $0 != first }) else {
      throw .noVariation(places: values.count)
    }
    self.neighbours = neighbours.keeping(rows)
    neighbourCounts = given.indices.map { row in neighbours[row].count { given[Int($0)] != nil } }
    // The mean of the distances from one of the values: exact where a plain sum of large values
    // that differ little would not be.
    let count = Double(values.count)
    let mean = first + values.reduce(0.0) { $0 + ($1 - first) } / count
    self.mean = mean
    variance = values.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard variance > 0 else { throw .noVariation(places: values.count) }
    let least = Self.leastDistance * variance.squareRoot()
    deviations = values.map { abs($0 - mean) <= least ? 0 : $0 - mean }
  }

  /// The distance from the mean, in standard deviations, that is taken for none: without it the
  /// rounding of the mean would put a place that lies on it above or below.
  private static let leastDistance = 1e-12

  /// Returns a mean of deviations, 0 where rounding decides on which side it lies.
  func cleared(_ deviation: Double) -> Double {
    abs(deviation) <= Self.leastDistance * variance.squareRoot() ? 0 : deviation
  }

  /// The number of places with a value.
  var count: Int { values.count }

  /// Returns a column of the places with a value as one of all places, `nil` for the others.
  func spread<Value>(_ column: [Value?]) -> [Value?] {
    var all = [Value?](repeating: nil, count: neighbourCounts.count)
    for (row, value) in zip(rows, column) { all[row] = value }
    return all
  }
}
