/// The values of one side of a cross table: what they are called, and in which order they stand.
package struct CrossSide: Sendable {
  /// How values are ordered.
  package enum Order: Sendable {
    /// As they are given: months, bands, areas by code, numbers.
    case given
    /// By their totals, the largest first, then by name.
    case largestFirst
  }

  /// What the values are of: `Gender`, `month`.
  package let heading: String
  /// The name of each value.
  package let names: [String]
  /// Their order.
  package let order: Order
  /// Whether values with nothing in them have a line too.
  package let showsEmpty: Bool
  /// Whether values may be gathered into one line for the rest.
  package let canBeCut: Bool

  /// Describes a side.
  package init(
    heading: String, names: [String], order: Order, showsEmpty: Bool = false, canBeCut: Bool = true
  ) {
    self.heading = heading
    self.names = names
    self.order = order
    self.showsEmpty = showsEmpty
    self.canBeCut = canBeCut
  }

  /// Describes the texts of a column, in the order of their numbers if all are numbers.
  ///
  /// - Parameters:
  ///   - heading: The column's name.
  ///   - labels: The texts; an empty one is not recorded.
  /// - Returns: The side, and for each label its position; `nil` for the empty one.
  package static func texts(_ heading: String, _ labels: [String]) -> (CrossSide, [Int?]) {
    let recorded = labels.indices.filter { !labels[$0].isEmpty }
    let numbers = recorded.map { PlainNumber.value(of: labels[$0]) }
    var order = Array(recorded.indices)
    let isNumeric = !order.isEmpty && numbers.allSatisfy { $0 != nil }
    if isNumeric {
      order.sort {
        (numbers[$0] ?? 0, labels[recorded[$0]]) < (numbers[$1] ?? 0, labels[recorded[$1]])
      }
    }
    var positions = [Int?](repeating: nil, count: labels.count)
    for (position, entry) in order.enumerated() { positions[recorded[entry]] = position }
    return (
      CrossSide(
        heading: heading, names: order.map { labels[recorded[$0]] },
        order: isNumeric ? .given : .largestFirst),
      positions
    )
  }

  /// Describes the texts of a column cut into bands.
  ///
  /// - Parameters:
  ///   - heading: The column's name.
  ///   - labels: The texts; one that is no number is not recorded.
  ///   - bands: The bands; each has a line, the empty ones too.
  /// - Returns: The side, and for each label its position; `nil` if it is no number.
  package static func bands(
    _ heading: String, _ labels: [String], _ bands: NumberBands
  ) -> (CrossSide, [Int?]) {
    (
      CrossSide(
        heading: heading, names: bands.names, order: .given, showsEmpty: true, canBeCut: false),
      labels.map { PlainNumber.value(of: $0).map(bands.band) }
    )
  }
}
