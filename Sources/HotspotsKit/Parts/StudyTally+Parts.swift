import Incidents
import Parts

extension StudyTally.Counts: PartCodable {
  func encode(into part: inout PartEncoder) {
    part.encode(expected)
    part.encode(byCategory)
    part.encode(expectedByCategory)
  }

  init(from part: inout PartDecoder) throws(PartError) {
    self.init()
    (expected, byCategory) = (try part.decode(), try part.counts())
    expectedByCategory = try part.decode()
  }

  /// Adds up the counts of workers or parts, each with its categories.
  ///
  /// - Parameters:
  ///   - shares: The counts.
  ///   - usesHours: Whether there are counts by hours.
  ///   - countsCategories: Whether categories are counted.
  ///   - layers: How many layers there are; one without areas.
  /// - Returns: The sum, its categories sorted by their bytes: the same for any order, and for sums.
  static func joined(
    _ shares: [StudyShare<Self>], usesHours: Bool, countsCategories: Bool, layers: Int
  ) -> StudyShare<Self> {
    let names = JoinedShares(shares)
    let count = countsCategories ? names.categories.names.count : 0
    var joined = Self()
    joined.byCategory = [Int](repeating: 0, count: count)
    if usesHours {
      joined.expected = Array(repeating: ExpectedCount(), count: layers)
      joined.expectedByCategory = Array(repeating: ExpectedCount(), count: count)
    }
    for (share, numbers) in zip(shares, names.categories.numbers) {
      for (layer, count) in share.value.expected.enumerated() {
        joined.expected[layer].merge(count)
      }
      for (number, count) in share.value.byCategory.enumerated() {
        joined.byCategory[numbers[number]] += count
      }
      for (number, count) in share.value.expectedByCategory.enumerated() {
        joined.expectedByCategory[numbers[number]].merge(count)
      }
    }
    return names.share(joined)
  }

  /// Checks that these can be counts.
  ///
  /// - Parameters:
  ///   - usesHours: Whether there are counts by hours.
  ///   - categories: How many categories there are; `nil` if they are not counted.
  ///   - assigned: The incidents in areas of each layer; without areas all.
  /// - Throws: ``Parts/PartError``.
  func check(usesHours: Bool, categories: Int?, assigned: [Int]) throws(PartError) {
    let categorised = try PartError.sum(of: byCategory)
    guard expected.count == (usesHours ? assigned.count : 0),
      zip(expected, assigned).allSatisfy({ $0.incidents == $1 }),
      byCategory.count == categories ?? 0,
      expectedByCategory.count == (usesHours ? byCategory.count : 0),
      categories == nil || categorised == assigned.first,
      zip(byCategory, expectedByCategory).allSatisfy({ $0 == $1.incidents })
    else { throw .inconsistent("the incidents of the categories are not those that were assigned") }
  }
}
