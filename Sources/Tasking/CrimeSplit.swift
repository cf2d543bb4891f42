/// Tells crime from anti-social behaviour, where the categories hold both.
///
/// Anti-social behaviour is recorded by other rules than crime, so that sums of the two say little.
package struct CrimeSplit: Sendable {
  /// The position of anti-social behaviour among the categories.
  package let position: Int
  private let count: Int

  /// Finds the category of anti-social behaviour; `nil` unless it stands beside others.
  ///
  /// - Parameter categories: The names of the categories.
  package init?(_ categories: [String]) {
    let position = categories.firstIndex {
      $0.lowercased().split { !$0.isLetter } == ["anti", "social", "behaviour"]
    }
    guard let position, categories.count > 1 else { return nil }
    self.position = position
    count = categories.count
  }

  /// Returns the incidents of an area apart.
  package func counts(
    of area: PackLayer.Area
  ) -> (crime: Double, antiSocialBehaviour: Double) {
    precondition(area.byCategory.count == count, "CrimeSplit: the categories are others")
    return (area.incidents - area.byCategory[position], area.byCategory[position])
  }
}
