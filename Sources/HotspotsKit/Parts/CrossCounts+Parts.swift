package import Assignment
import Boundaries
package import Parts

extension CrossCounts: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<CrossCounter.Counts>]
  ) -> StudyShare<CrossCounter.Counts> {
    let names = JoinedShares(shares)
    let counts = shares.indices.map { place in
      let numbers = plan.keys.map { key -> [Int] in
        switch key {
        case .category: names.categories.numbers[place]
        case .label(let column):
          column < names.labels.count ? names.labels[column].numbers[place] : []
        case .area, .month, .period, .hours, .sets: []
        }
      }
      return (counts: shares[place].value, numbers: numbers)
    }
    return names.share(
      .joined(counts, keys: plan.keys.count, usesHours: plan.counter.usesHours))
  }

  package func check(
    _ share: StudyShare<CrossCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    let bounds = plan.keys.map { key in
      switch key {
      case .area: study.input?.boundaries.layers[0].areaCount ?? 0
      case .category: share.categories.count
      case .label(let column): column < share.labels.count ? share.labels[column].count : 0
      case .month: Self.monthBound
      case .period(let periods): periods.count
      case .hours: 2
      case .sets(let positions): 1 << positions.count
      }
    }
    try share.value.check(
      bounds: bounds, usesHours: plan.counter.usesHours, assigned: assigned.first ?? 0)
  }

  /// The months of ten thousand years, in which all dates that are read lie.
  private static let monthBound = 12 * 10_000
}

extension CrossTabulation: MergeableMethod {
  package func joined(
    _ plan: CrossCounts.Plan, shares: [StudyShare<CrossCounter.Counts>]
  ) -> StudyShare<CrossCounter.Counts> {
    counts.joined(plan, shares: shares)
  }

  package func check(
    _ share: StudyShare<CrossCounter.Counts>, _ plan: CrossCounts.Plan, study: OpenedStudy,
    assigned: [Int]
  ) throws(PartError) {
    try counts.check(share, plan, study: study, assigned: assigned)
  }
}
