import Incidents
package import Parts

extension AreaCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(layers)
    part.encode(incidents)
    part.encode(expected)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let layers = try part.decode([[Int32]].self)
    let incidents = try part.decode([[Int]].self)
    self.init(layers: layers, expected: try part.decode(), incidents: incidents)
    guard layers.allSatisfy({ $0.allSatisfy { $0 >= 0 } }),
      incidents.allSatisfy({ $0.allSatisfy { (0...PartDecoder.largestCount).contains($0) } })
    else { throw part.unreadable("counts") }
  }
}

extension AreaCounter.Counts {
  /// Adds up the counts of workers or parts.
  ///
  /// - Parameters:
  ///   - shares: The counts, with the number in the sum of each of their categories.
  ///   - areaCounts: How many areas each layer has.
  ///   - categories: How many categories the sum has; `nil` if they are not counted by.
  ///   - usesHours: Whether there are counts by hours.
  /// - Returns: The sum, with a count for each category and area, all in ``incidents``: those of a nation
  ///   need not fit the 32 bits of ``layers``, which are empty. The same for any order, and for sums.
  package static func joined(
    _ shares: [(counts: Self, categories: [Int])], areaCounts: [Int], categories: Int?,
    usesHours: Bool
  ) -> Self {
    var joined = Self(
      layers: areaCounts.map { _ in [] }, expected: [],
      incidents: areaCounts.map { [Int](repeating: 0, count: $0 * (categories ?? 1)) })
    if usesHours {
      joined.expected = areaCounts.map {
        [ExpectedCount](repeating: ExpectedCount(), count: $0 * (categories ?? 1))
      }
    }
    for (counts, numbers) in shares {
      for (layer, areas) in areaCounts.enumerated() where areas > 0 {
        /// Calls with the place in the sum of each of some counts.
        func forEach(_ length: Int, _ body: (_ place: Int, _ sum: Int) -> Void) {
          // A worker without a batch has counts of its first category, and met none.
          let whole = categories == nil ? length : min(length, numbers.count * areas)
          for start in stride(from: 0, to: whole, by: areas) {
            let first = categories == nil ? 0 : numbers[start / areas] * areas
            for area in 0..<min(areas, length - start) { body(start + area, first + area) }
          }
        }
        let incidents = counts.incidents(ofLayer: layer)
        forEach(incidents.count) { joined.incidents[layer][$1] += incidents[$0] }
        guard usesHours, !counts.expected.isEmpty else { continue }
        let expected = counts.expected[layer]
        forEach(expected.count) { joined.expected[layer][$1].merge(expected[$0]) }
      }
    }
    return joined
  }

  /// Checks that these can be counts of some layers.
  ///
  /// - Parameters:
  ///   - areaCounts: How many areas each layer has.
  ///   - categories: How many categories there are; `nil` if they are not counted by.
  ///   - setAside: The numbers of categories without incidents.
  ///   - usesHours: Whether there are counts by hours.
  ///   - assigned: The incidents in areas of each layer.
  /// - Throws: ``Parts/PartError``.
  package func check(
    areaCounts: [Int], categories: Int?, setAside: [Int] = [], usesHours: Bool, assigned: [Int]
  ) throws(PartError) {
    guard layers.count == areaCounts.count, assigned.count >= areaCounts.count,
      incidents.isEmpty || incidents.count == areaCounts.count,
      expected.count == (usesHours ? areaCounts.count : 0)
    else { throw .inconsistent("the counts are not those of so many layers") }
    for (layer, areas) in areaCounts.enumerated() {
      let counts = incidents(ofLayer: layer)
      var lengths = [counts.count]
      var sums = [try PartError.sum(of: counts)]
      if usesHours {
        lengths.append(expected[layer].count)
        sums.append(try PartError.sum(of: expected[layer].lazy.map(\.incidents)))
      }
      let whole = areas * (categories ?? 1)
      guard lengths.allSatisfy({ $0 <= whole && (areas == 0 || $0 % areas == 0) }) else {
        throw .inconsistent("the counts are not those of so many areas and categories")
      }
      for category in setAside where categories != nil && category * areas < counts.count {
        guard counts[category * areas..<(category + 1) * areas].allSatisfy({ $0 == 0 }) else {
          throw .inconsistent("a category that is set aside has incidents")
        }
      }
      guard sums.allSatisfy({ $0 == assigned[layer] }) else {
        throw .inconsistent(
          "the areas have \(sums[0]) incidents, of which \(assigned[layer]) were assigned")
      }
    }
  }
}
