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
  ///   - expected: How many are expected to lie in the hours asked for; `nil` without hours.
  package init(
    layer: String?, _ tally: RowTally, _ placement: PlacementTally, distance: Double?,
    expected: Double?
  ) {
    var outside: [String: Int] = [:]
    if placement.outsideAreas > 0 { outside["outside_areas"] = placement.outsideAreas }
    if placement.outsideAreaOfUse > 0 {
      outside["outside_area_of_use"] = placement.outsideAreaOfUse
    }
    var notes: [String: Int] = [:]
    if placement.onEdge > 0 { notes["on_edge"] = placement.onEdge }
    if placement.ambiguous > 0 { notes["assign_ambiguous"] = placement.ambiguous }
    if placement.snapped > 0 { notes["snapped"] = placement.snapped }
    if distance != nil { notes["within_accuracy_of_edge"] = placement.nearBorder }
    self.init(
      layer: layer, read: tally.read, rejected: tally.reasons(.rejected),
      filtered: tally.reasons(.filtered), withoutCoordinates: tally.reasons(.withoutCoordinates),
      outside: outside, assigned: placement.assigned, assignedNotes: notes, expected: expected)
  }
}
