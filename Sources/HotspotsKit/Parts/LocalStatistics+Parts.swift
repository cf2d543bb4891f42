import Assignment
import Incidents
package import Parts

extension CellCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(incidents)
    part.encode(expected)
    part.encode(lost)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(cells: 0, usesHours: false)
    (incidents, expected, lost) = (try part.counts(), try part.decode(), try part.count())
  }
}

extension UnitCounter.Counts: PartCodable {
  /// Appends what was counted; the places of incidents stay behind.
  package func encode(into part: inout PartEncoder) {
    part.encode(areas)
    part.encode(cells)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(
      areas: try part.decode(), cells: try part.decode(), places: IncidentGatherer.Gathered())
  }
}

extension LocalStatistics: MergeableMethod {
  /// Whether the result rests on counts alone: not on the places of incidents, which parts do not have.
  package func restsOnCounts(_ plan: Plan) -> Bool { !plan.request.keepsInside }

  package func joined(
    _ plan: Plan, shares: [StudyShare<UnitCounter.Counts>]
  ) -> StudyShare<UnitCounter.Counts> {
    let usesHours = plan.request.usesHours
    var cells = CellCounter.Counts(cells: plan.grid?.count ?? 0, usesHours: usesHours)
    for share in shares { cells.merge(share.value.cells) }
    let areas = AreaCounter.Counts.joined(
      shares.map { ($0.value.areas, []) }, areaCounts: plan.areaCount.map { [$0] } ?? [],
      categories: nil, usesHours: usesHours)
    return JoinedShares(shares).share(
      UnitCounter.Counts(areas: areas, cells: cells, places: IncidentGatherer.Gathered()))
  }

  package func check(
    _ share: StudyShare<UnitCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    let usesHours = plan.request.usesHours
    try share.value.areas.check(
      areaCounts: plan.areaCount.map { [$0] } ?? [], categories: nil, usesHours: usesHours,
      assigned: assigned)
    let cells = share.value.cells
    let count = plan.grid?.count ?? 0
    let sum = try PartError.sum(of: cells.incidents)
    let sumOfHours = try PartError.sum(of: cells.expected.lazy.map(\.incidents))
    guard cells.incidents.count == count, cells.lost == 0,
      cells.expected.count == (usesHours ? count : 0),
      plan.grid == nil || sum == assigned.first,
      plan.grid == nil || !usesHours || sumOfHours == assigned.first
    else { throw .inconsistent("the incidents of the cells are not those that were assigned") }
  }
}
