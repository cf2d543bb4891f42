import Statistics

/// What chance would give a neighbourhood of all incidents, were they thrown at random.
///
/// Counts are small where cells are, and the normal distribution of a score then calls noise a
/// hotspot. The count of a neighbourhood, given all, has an exact distribution: each incident lies
/// there with the neighbourhood's share of the ground, whichever the others do. An area that is
/// cut by the rim of the study area is no cold spot so, nor a large one a hotspot.
///
/// Two ways to throw are known: over the ground, or over the places, each as likely as the next.
/// A place stands out when it does so beside each of them, and beside how much the values of places
/// differ anyway: the largest of the probabilities decides, which is valid whichever of the
/// hypotheses holds (Berger 1982, https://doi.org/10.1080/00401706.1982.10487790).
package struct IncidentChance: Sendable {
  /// How incidents are thrown.
  package enum Spread: Sendable {
    /// Over the ground: by the size of each place, in any unit.
    case ground([Double])
    /// Over the places, each as likely as the next.
    case places
  }

  /// Whether incidents may have been thrown over the ground.
  package let isOverGround: Bool
  /// Whether they may have been thrown over the places.
  package let isOverPlaces: Bool
  /// The incidents of each place, or what they weigh; 0 for places without a value.
  private let amounts: [Double]
  private let incidents: RandomSelection
  /// What each place gets of all, for each way to throw.
  private let shares: [[Double]]

  /// Describes incidents.
  ///
  /// - Parameters:
  ///   - amounts: The incidents of each place, or what they weigh; whole numbers where they weigh
  ///     nothing. Places without a value (nil) get none.
  ///   - weights: What each incident weighs; `nil` if each counts for one.
  ///   - spreads: How they may have been thrown.
  package init(amounts: [Double?], weights: [Double]? = nil, spreads: [Spread]) {
    self.amounts = amounts.map { $0 ?? 0 }
    incidents =
      weights.map { RandomSelection(weights: $0) }
      ?? RandomSelection(count: Int(self.amounts.reduce(0, +).rounded()))
    isOverGround = spreads.contains { if case .ground = $0 { true } else { false } }
    isOverPlaces = spreads.contains { if case .places = $0 { true } else { false } }
    shares = spreads.map { spread in
      let sizes =
        switch spread {
        case .ground(let sizes): sizes
        case .places: [Double](repeating: 1, count: amounts.count)
        }
      precondition(sizes.count == amounts.count, "IncidentChance: a size for each place")
      let present = zip(sizes, amounts).map { $1 == nil ? 0 : max(0, $0) }
      let all = present.reduce(0, +)
      return present.map { all > 0 ? $0 / all : 0 }
    }
  }

  /// Returns how often a place and its neighbours together have as much, or are as far on the same
  /// side.
  ///
  /// - Parameters:
  ///   - place: The place.
  ///   - neighbours: Its neighbours.
  ///   - isHigh: Whether as much or more is asked for; else as little or less.
  /// - Returns: The largest probability of all ways to throw; 0 where there is none.
  func tail(around place: Int, _ neighbours: ArraySlice<Int32>, isHigh: Bool) -> Double {
    var sum = amounts[place]
    for other in neighbours { sum += amounts[Int(other)] }
    return tail(sum, without: 0, isHigh: isHigh) { shares in
      var share = shares[place]
      for other in neighbours { share += shares[Int(other)] }
      return share
    }
  }

  /// Returns the same for the neighbours alone, given what the place itself has.
  func tail(beside place: Int, _ neighbours: ArraySlice<Int32>, isHigh: Bool) -> Double {
    var sum = 0.0
    for other in neighbours { sum += amounts[Int(other)] }
    return tail(sum, without: amounts[place], isHigh: isHigh) { shares in
      var share = 0.0
      for other in neighbours { share += shares[Int(other)] }
      let rest = 1 - shares[place]
      return rest > 0 ? share / rest : 1
    }
  }

  /// Returns the largest probability of all ways to throw: as many are likeliest where the share is
  /// largest, as few where it is smallest.
  @inline(__always)
  private func tail(
    _ sum: Double, without own: Double, isHigh: Bool, share: ([Double]) -> Double
  ) -> Double {
    guard var decisive = shares.first.map(share) else { return 0 }
    for other in shares.dropFirst() {
      decisive = isHigh ? max(decisive, share(other)) : min(decisive, share(other))
    }
    return isHigh
      ? incidents.atLeast(sum, chance: decisive, without: own)
      : incidents.atMost(sum, chance: decisive, without: own)
  }
}
