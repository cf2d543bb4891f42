/// What the first rows of a file have in its columns, looked at only for columns whose names leave a
/// question.
///
/// Not for use by several threads at once.
final class ColumnSamples {
  /// The most rows that are looked at.
  static let rows = 100

  private let read: ((Int) -> [String]?)?
  private var samples: [Int: ColumnSample] = [:]

  /// Describes how values are read.
  ///
  /// - Parameter read: Returns the values of a column in the first rows; `nil` if they are not at
  ///   hand.
  init(_ read: ((Int) -> [String]?)? = nil) { self.read = read }

  /// What a column has; `nil` if its rows are not at hand.
  subscript(column: Int) -> ColumnSample? {
    if let sample = samples[column] { return sample }
    guard let values = read?(column) else { return nil }
    let sample = ColumnSample(values)
    samples[column] = sample
    return sample
  }
}
