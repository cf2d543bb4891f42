import Assignment
package import Parts

extension ConcentrationCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    switch self {
    case .units(let counts):
      part.append(0)
      part.encode(counts)
    case .locations(let counts):
      part.append(1)
      part.encode(counts)
    }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    switch try part.byte() {
    case 0: self = .units(try part.decode())
    case 1: self = .locations(try part.decode())
    default: throw part.unreadable("counts of units or locations")
    }
  }

  fileprivate var units: AreaCounter.Counts? {
    if case .units(let counts) = self { counts } else { nil }
  }

  fileprivate var locations: LocationCounter.Counts? {
    if case .locations(let counts) = self { counts } else { nil }
  }
}

extension Concentration: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<ConcentrationCounter.Counts>]
  ) -> StudyShare<ConcentrationCounter.Counts> {
    let names = JoinedShares(shares)
    let all = zip(shares, names.categories.numbers)
    guard let units = plan.units else {
      let counts = all.compactMap { share, numbers in
        share.value.locations.map { ($0, plan.usesCategories ? numbers : [0]) }
      }
      return names.share(.locations(.joined(counts, usesHours: plan.usesHours)))
    }
    let counts = all.compactMap { share, numbers in share.value.units.map { ($0, numbers) } }
    return names.share(
      .units(
        .joined(
          counts, areaCounts: [units],
          categories: plan.usesCategories ? names.categories.names.count : nil,
          usesHours: plan.usesHours)))
  }

  package func check(
    _ share: StudyShare<ConcentrationCounter.Counts>, _ plan: Plan, study: OpenedStudy,
    assigned: [Int]
  ) throws(PartError) {
    let categories = plan.usesCategories ? share.categories.count : nil
    let setAside = plan.usesCategories ? share.categories(setAsideBy: study) : []
    switch (share.value, plan.units) {
    case (.units(let counts), let units?):
      try counts.check(
        areaCounts: [units], categories: categories, setAside: setAside,
        usesHours: plan.usesHours, assigned: assigned)
    case (.locations(let counts), nil):
      try counts.check(
        categories: categories ?? 1, setAside: Set(setAside), usesHours: plan.usesHours,
        assigned: assigned.first ?? 0)
    default: throw .inconsistent("the counts are of other units")
    }
  }
}
