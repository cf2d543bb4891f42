import Interchange
import Projections
import Tables

extension AssignmentInspection {
  /// What was found, under stable names; lists are whole here, where the text cuts them.
  var json: JSONValue {
    .object([
      .init("projection", projection.json),
      .init(
        "operations",
        .array(
          candidates.map { candidate in
            .object([
              .init("operation", .text(candidate.name)),
              .init("accuracy_m", .optional(candidate.accuracyMetres)),
              .init("ballpark", .boolean(candidate.isBallpark)),
              .init("usable", .boolean(candidate.isInstantiable)),
              .init(
                "grids_missing",
                .array(
                  candidate.grids.filter { !$0.isAvailable }.map { .text($0.fileName) })),
            ])
          })),
      .init("reconciliation", .array(layers.map(\.reconciliation.json))),
      .init("within_accuracy_of_edge_m", .optional(accuracyDistance)),
      .init(
        "code_agreement",
        .array(
          layers.flatMap { layer in
            layer.agreements.map { column, agreement in
              .object([
                .init("layer", .text(layer.name)), .init("column", .text(column)),
                .init("coded", .integer(agreement.coded)),
                .init("agreeing", .integer(agreement.agreeing)),
                .init("elsewhere", .integer(agreement.elsewhere)),
                .init("outside", .integer(agreement.outside)),
                .init("unknown", .integer(agreement.unknown)),
              ])
            }
          })),
    ])
  }
}
