import Assignment

extension AnalysisInput {
  /// Returns the same inputs with another layer first, for methods that count by the first.
  ///
  /// - Parameters:
  ///   - layer: The position of the layer.
  ///   - options: The options of the study.
  /// - Returns: The inputs, with the first layer and that one exchanged.
  func leading(with layer: Int, _ options: StudyOptions) -> AnalysisInput {
    var input = self
    input.boundaries.layers.swapAt(0, layer)
    input.boundaries.areaCounts.swapAt(0, layer)
    var indexes = plan.layers
    indexes.swapAt(0, layer)
    input.plan = AssignmentPlan(
      projection: plan.projection, approximation: plan.approximation, layers: indexes,
      snap: plan.snap, borderDistance: plan.borderDistance)
    if options.incidents.areaColumn != nil {
      input.plan.areaNames = AreaNames(of: input.boundaries.layers[0])
    }
    return input
  }
}
