public import Interchange
public import Tables

extension Reconciliation {
  /// The reconciliation for manifests and GeoJSON.
  public var json: JSONValue {
    .object(
      [
        .init("layer", .optional(layer)),
        .init("read", .integer(read)),
        .init("filtered", .integer(filteredCount)),
        .init("rejected", .integer(rejectedCount)),
        .init("without_coordinates", .integer(withoutCoordinatesCount)),
        .init("outside", .integer(outsideCount)),
        .init("assigned", .integer(assigned)),
        .init(
          "reasons",
          .object([
            .init("rejected", .sorted(rejected)), .init("filtered", .sorted(filtered)),
            .init("without_coordinates", .sorted(withoutCoordinates)),
            .init("outside", .sorted(outside)),
          ])),
        .init("assigned_notes", .sorted(assignedNotes)),
      ] + (incidents.map { [.init("incidents", $0.json)] } ?? [])
        + (expected.map { [.init("expected", .real($0))] } ?? []))
  }
}

extension Reconciliation.Incidents {
  /// The incidents that rows stand for, under the names of the rows.
  fileprivate var json: JSONValue {
    .object([
      .init("read", .integer(read)), .init("filtered", .integer(filtered)),
      .init("rejected", .integer(rejected)),
      .init("without_coordinates", .integer(withoutCoordinates)),
      .init("outside", .integer(outside)), .init("assigned", .integer(assigned)),
    ])
  }
}
