import Projections
import Tables

/// How the incidents of a file lie in the layers of areas.
struct AssignmentInspection: Sendable {
  /// How they lie in one layer.
  struct Layer: Sendable {
    var name: String
    /// What became of the rows.
    var reconciliation: Reconciliation
    /// The code columns of the file that hold codes of this layer, with their agreement.
    var agreements: [(column: String, agreement: CodeAgreement)]
    /// What most likely went wrong if no incident lies in the layer.
    var suspicion: LikelyReason?
  }

  /// The operation that was chosen.
  var projection: ProjectionSummary
  /// All operations that PROJ knows, in its order.
  var candidates: [OperationCandidate]
  /// The distance within which assignments may be wrong because of the operation's accuracy.
  var accuracyDistance: Double?
  /// The layers, in the order of the options.
  var layers: [Layer]

  /// What people should know who want to assign the incidents to areas.
  var remarks: [InspectionRemark] {
    var remarks: [InspectionRemark] = []
    if projection.isBallpark { remarks.append(.ballparkProjection) }
    if let better = BetterConversion(projection) { remarks.append(.betterConversion(better)) }
    return remarks + layers.flatMap(\.remarks)
  }
}

extension AssignmentInspection.Layer {
  fileprivate var remarks: [InspectionRemark] {
    var remarks: [InspectionRemark] = []
    let outside = reconciliation.outsideCount
    let placed = outside + reconciliation.assigned
    if let suspicion {
      remarks.append(.noneInside(layer: name, suspicion))
    } else if placed > 0, outside * 2 > placed {
      remarks.append(.fewInside(1 - Double(outside) / Double(placed), layer: name))
    }
    for (column, agreement) in agreements {
      if agreement.unknown * 100 > agreement.coded {
        remarks.append(.unknownCodes(agreement.unknown, column: column, layer: name))
      }
      let disagreement = 1 - agreement.shareOfKnown
      if disagreement > 0.01 { remarks.append(.codesDisagree(disagreement, column: column)) }
    }
    return remarks
  }
}
