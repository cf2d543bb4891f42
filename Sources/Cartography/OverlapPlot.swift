/// How sets overlap, as a chart shows it: each combination of them, and each set.
package struct OverlapPlot: Sendable {
  /// What lies in some of the sets and in no other.
  package struct Combination: Sendable {
    /// The positions of its sets; none for what is in no set.
    package var members: Set<Int>
    /// How much it holds.
    package var amount: Double
    /// The amount as it is printed.
    package var text: String
    /// Its share of all as it is printed.
    package var share: String
    /// What a browser says when it is pointed at.
    package var title: String

    /// Describes a combination.
    package init(members: Set<Int>, amount: Double, text: String, share: String, title: String) {
      self.members = members
      self.amount = amount
      self.text = text
      self.share = share
      self.title = title
    }
  }

  /// A set with all it holds, what it shares with others too.
  package struct Total: Sendable {
    /// The name.
    package var name: String
    /// How much it holds.
    package var amount: Double
    /// The amount and its share as they are printed.
    package var text: String

    /// Describes a set.
    package init(name: String, amount: Double, text: String) {
      self.name = name
      self.amount = amount
      self.text = text
    }
  }

  /// What is counted: `Incidents`.
  package var noun: String
  /// The sets, in the order of their positions.
  package var sets: [Total]
  /// The combinations, the largest first, that of no set last.
  package var combinations: [Combination]

  /// Describes a plot; at least one set and one combination.
  package init(noun: String, sets: [Total], combinations: [Combination]) {
    precondition(
      !sets.isEmpty && !combinations.isEmpty, "OverlapPlot: there is nothing to draw")
    self.noun = noun
    self.sets = sets
    self.combinations = combinations
  }

  /// Returns the plot of so many combinations at most: the largest, and that of no set.
  func leading(_ limit: Int) -> OverlapPlot {
    guard combinations.count > limit else { return self }
    var shorter = self
    let none = combinations.filter(\.members.isEmpty)
    shorter.combinations =
      Array(combinations.filter { !$0.members.isEmpty }.prefix(max(1, limit - none.count))) + none
    return shorter
  }
}
