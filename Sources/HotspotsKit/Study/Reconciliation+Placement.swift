package import Assignment
package import Incidents
package import Tables

extension Reconciliation {
  /// Makes the reconciliation of one layer from the rows and the placements.
  ///
  /// - Parameters:
  ///   - layer: The name of the layer; `nil` if place does not matter.
  ///   - tally: The rows by reason.
  ///   - placement: How incidents were placed.
  ///   - distance: The distance within which those near a border were counted; `nil` if they were
  ///     not.
  ///   - countsIncidents: Whether rows tell how many incidents they stand for.
  ///   - expected: How many are expected to lie in the hours asked for; `nil` without hours.
  package init(
    layer: String?, _ tally: RowTally, _ placement: PlacementTally, distance: Double?,
    countsIncidents: Bool = false, expected: Double?
  ) {
    var outside: [String: Int] = [:]
    if placement.outsideAreas > 0 { outside["outside_areas"] = placement.outsideAreas }
    if placement.codeUnknown > 0 { outside["code_unknown"] = placement.codeUnknown }
    if placement.outsideAreaOfUse > 0 {
      outside["outside_area_of_use"] = placement.outsideAreaOfUse
    }
    var unplaced = tally.reasons(.withoutCoordinates)
    if placement.unplaced > 0 {
      unplaced[RowReason.coordinatesEmpty.name, default: 0] += placement.unplaced
    }
    var notes: [String: Int] = [:]
    if placement.assignedByCode > 0 { notes["assigned_by_code"] = placement.assignedByCode }
    if placement.onEdge > 0 { notes["on_edge"] = placement.onEdge }
    if placement.ambiguous > 0 { notes["assign_ambiguous"] = placement.ambiguous }
    if placement.snapped > 0 { notes["snapped"] = placement.snapped }
    if distance != nil { notes["within_accuracy_of_edge"] = placement.nearBorder }
    self.init(
      layer: layer, read: tally.read, rejected: tally.reasons(.rejected),
      filtered: tally.reasons(.filtered), withoutCoordinates: unplaced,
      outside: outside, assigned: placement.assigned, assignedNotes: notes, expected: expected)
    guard countsIncidents else { return }
    incidents = Incidents(
      rejected: tally.incidents(.rejected), filtered: tally.incidents(.filtered),
      withoutCoordinates: tally.incidents(.withoutCoordinates) + placement.incidents.unplaced,
      outside: placement.incidents.outside, assigned: placement.incidents.assigned)
  }
}
