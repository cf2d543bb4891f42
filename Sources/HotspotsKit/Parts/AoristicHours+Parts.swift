import Boundaries
package import Parts

extension AoristicHours: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<HourCounter.Counts>]
  ) -> StudyShare<HourCounter.Counts> {
    let names = JoinedShares(shares)
    return names.share(
      .joined(
        zip(shares, names.categories.numbers).map { ($0.value, $1) },
        byCategory: counting(plan.weighsCategories) == .category, rules: plan.rules))
  }

  package func check(
    _ share: StudyShare<HourCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    let groups =
      switch counting(plan.weighsCategories) {
      case nil: 1
      case .category: share.categories.count
      case .area: study.input?.boundaries.layers[0].areaCount ?? 0
      }
    try share.value.check(
      groups: groups, categories: max(1, share.categories.count),
      setAside: share.categories(setAsideBy: study),
      byCategory: counting(plan.weighsCategories) == .category, assigned: assigned.first ?? 0)
  }
}
