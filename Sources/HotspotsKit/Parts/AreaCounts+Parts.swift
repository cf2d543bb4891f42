package import Assignment
package import Parts

extension AreaCounts: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<AreaCounter.Counts>]
  ) -> StudyShare<AreaCounter.Counts> {
    let names = JoinedShares(shares)
    return names.share(
      .joined(
        zip(shares, names.categories.numbers).map { ($0.value, $1) }, areaCounts: plan.areaCounts,
        categories: plan.usesCategories ? names.categories.names.count : nil,
        usesHours: plan.usesHours))
  }

  package func check(
    _ share: StudyShare<AreaCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    try share.value.check(
      areaCounts: plan.areaCounts,
      categories: plan.usesCategories ? share.categories.count : nil,
      setAside: share.categories(setAsideBy: study), usesHours: plan.usesHours, assigned: assigned)
  }
}
