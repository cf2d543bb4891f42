import HotspotAnalysis

/// The rows that a method of an assessment counts, each of which is a pass over the files.
struct AssessmentRows: Hashable {
  /// When they happened.
  enum Time: Hashable {
    /// In the period of the study.
    case period
    /// In the period or the earlier one, which are told apart.
    case compared
    /// In the whole months before the period, which tell how much counts vary.
    case monthsBefore
    /// In the earlier period.
    case earlier
    /// In the months up to the end of the period.
    case months
  }

  /// When they happened.
  let time: Time
  /// Whether the layer of the areas that tables list comes first, in place of that of the options.
  let isOfListedAreas: Bool

  private init(_ time: Time, isOfListedAreas: Bool = false) {
    (self.time, self.isOfListedAreas) = (time, isOfListedAreas)
  }

  /// The rows of a time, assigned to the first layer first.
  static func of(_ time: Time) -> AssessmentRows { AssessmentRows(time) }

  /// The rows of a time, assigned first to the layer of areas that tables list.
  static func listed(_ time: Time, _ plan: AssessmentPlan) -> AssessmentRows {
    AssessmentRows(time, isOfListedAreas: plan.listedLayer > 0)
  }
}
