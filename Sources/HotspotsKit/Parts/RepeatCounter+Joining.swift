import Boundaries
package import Parts

extension RepeatCounter.Counts {
  /// Adds up the counts of workers or parts.
  ///
  /// - Parameters:
  ///   - shares: The counts.
  ///   - sides: How many sides units have.
  ///   - limit: The most units, positions or names that are kept.
  /// - Returns: The sum, numbered by positions and by the hashes of texts, ascending: the same for any order,
  ///   and for sums. With more units than are kept it has none, and says so.
  static func joined(_ shares: [Self], sides: Int, limit: Int) -> Self {
    var merged = Self(sides: sides)
    for share in shares { merged.merge(share, limit: limit) }
    if merged.isFull {
      var full = Self(sides: sides)
      full.isFull = true
      return full
    }
    return merged.canonical
  }

  /// The same counts, numbered by positions and by the hashes of texts.
  private var canonical: Self {
    var sorted = Self(sides: 0)
    (sorted.unitsAreLocations, sorted.hasMonths) = (unitsAreLocations, hasMonths)
    (sorted.notRecorded, sorted.undated) = (notRecorded, undated)
    let (locations, places) = locations.sorted()
    sorted.locations = locations
    sorted.areas = Self.moved(areas, to: places)
    let texts = sides.map { $0.sorted() }
    sorted.sides = texts.map(\.texts)
    var units = unitsAreLocations ? places : texts.first?.numbers ?? []
    if texts.count > 1 {
      let (left, right) = (
        texts[0].numbers.isEmpty ? places : texts[0].numbers,
        texts[1].numbers.isEmpty ? places : texts[1].numbers
      )
      var renumbered = KeyNumbers()
      for key in pairs.keys {
        _ = renumbered.number(
          of: UInt64(left[Int(key >> 32)]) << 32
            | UInt64(right[Int(UInt32(truncatingIfNeeded: key))]))
      }
      (sorted.pairs, units) = renumbered.sorted()
    }
    sorted.incidents = Self.moved(incidents, to: units)
    sorted.firsts = Self.moved(firsts, to: units)
    sorted.lasts = Self.moved(lasts, to: units)
    sorted.places = self.places.renumbered(units: units, values: places)
    let names = names.sorted()
    sorted.names = names.texts
    sorted.nameTally = nameTally.renumbered(units: units, values: names.numbers)
    sorted.days = days.map {
      UnitDay.packed(unit: Int(units[UnitDay.unit(of: $0)]), day: UnitDay.day(of: $0))
    }.sorted()
    return sorted
  }

  /// Returns elements at other places.
  private static func moved<Element>(_ elements: [Element], to places: [UInt32]) -> [Element] {
    var moved = elements
    for (place, element) in zip(places, elements) { moved[Int(place)] = element }
    return moved
  }

  /// Checks that these can be counts.
  ///
  /// - Parameters:
  ///   - request: What workers are asked for.
  ///   - areaCount: How many areas the first layer has; `nil` without areas.
  ///   - assigned: The incidents of units, and those of which a side says nothing.
  /// - Throws: ``Parts/PartError``.
  func check(
    _ request: RepeatCounter.Request, areas areaCount: Int?, assigned: Int
  ) throws(PartError) {
    if isFull { return }
    let sizes = zip(request.sides, sides).map { side, texts in
      if case .location = side { texts.count == 0 ? locations.count : -1 } else { texts.count }
    }
    let unitCount = sizes.count > 1 ? pairs.count : sizes.first ?? -1
    guard sides.count == request.sides.count, size <= request.limit, !sizes.contains(-1),
      sizes.count > 1 || pairs.count == 0,
      pairs.keys.allSatisfy({
        Int($0 >> 32) < sizes[0] && Int(UInt32(truncatingIfNeeded: $0)) < sizes[1]
      })
    else { throw .inconsistent("the units are not those that are asked for") }
    let areBounded =
      areas.count == locations.count
      && areas.allSatisfy { $0 >= -1 && Int($0) < areaCount ?? 0 }
      && days.allSatisfy { UnitDay.unit(of: $0) < unitCount && Self.isDay(UnitDay.day(of: $0)) }
    guard areBounded, [incidents.count, firsts.count, lasts.count].allSatisfy({ $0 == unitCount }),
      zip(firsts, lasts).allSatisfy({
        ($0 == .max && $1 == .min) || ($0 <= $1 && Self.isDay($0) && Self.isDay($1))
      }),
      places.isBounded(units: unitCount, values: locations.count),
      nameTally.isBounded(units: unitCount, values: names.count),
      unitsAreLocations == (request.isOfLocations && unitCount > 0)
    else { throw .inconsistent("what is known of units does not fit their number") }
    guard try PartError.sum(of: [notRecorded] + incidents) == assigned else {
      throw .inconsistent("the incidents of units are not those that were assigned")
    }
  }

  /// Whether a day can have been read: ten thousand years on either side of 1970.
  private static func isDay(_ day: Int32) -> Bool { (-4_000_000...4_000_000).contains(day) }
}

extension RepeatCounter.Request {
  /// Whether each location is a unit.
  fileprivate var isOfLocations: Bool {
    if sides.count == 1, case .location = sides[0] { true } else { false }
  }
}

extension ValueTally {
  /// Whether all units and values are below bounds.
  fileprivate func isBounded(units: Int, values: Int) -> Bool {
    var isBounded = true
    forEach { if Int($0.unit) >= units || Int($0.value) >= values { isBounded = false } }
    return isBounded
  }
}

extension RepeatUnits: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<RepeatCounter.Counts>]
  ) -> StudyShare<RepeatCounter.Counts> {
    JoinedShares(shares).share(
      .joined(shares.map(\.value), sides: plan.request.sides.count, limit: plan.request.limit))
  }

  package func check(
    _ share: StudyShare<RepeatCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    try share.value.check(
      plan.request, areas: study.input?.boundaries.layers[0].areaCount,
      assigned: assigned.first ?? 0)
  }
}
