import HotspotAnalysis

/// The passes that count what one table of change is made of.
struct ChangeCounting: Sendable {
  private let method: PeriodChange
  private let periods: MethodPass<CrossCounts>
  private let months: MethodPass<CrossCounts>?

  /// Adds its counts to the passes.
  ///
  /// - Parameters:
  ///   - method: What has a row.
  ///   - isListed: Whether areas are those that tables list, in place of the first layer's.
  ///   - plan: Which periods are meant; there is an earlier one.
  ///   - passes: The passes.
  init(_ method: PeriodChange, isListed: Bool, _ plan: AssessmentPlan, _ passes: AssessmentPasses) {
    func rows(_ time: AssessmentRows.Time) -> AssessmentRows {
      isListed ? .listed(time, plan) : .of(time)
    }
    self.method = method
    let isWeighed = plan.options.weights != nil
    periods = passes.add(
      CrossCounts(by: method.dimensions(isWeighed: isWeighed) + [.period]), to: rows(.compared))
    months = plan.monthsBefore.map { _ in
      passes.add(CrossCounts(by: method.dimensions() + [.month]), to: rows(.monthsBefore))
    }
  }

  /// Compares what was counted.
  func result(_ periods: ComparedPeriods, _ plan: AssessmentPlan) -> PeriodChange.Result {
    PeriodChange.Result(
      method: method, periods: periods, counts: self.periods.result,
      history: PeriodChange.History(days: plan.monthsBefore, counts: months?.result))
  }
}
