import Incidents
package import Parts

extension AoristicAccumulator: PartCodable {
  /// Appends the sum of each hour; the zone is known to whoever reads it.
  package func encode(into part: inout PartEncoder) {
    part.encode(incidents)
    if incidents == 0 { return }
    part.append(units: uninformative)
    for units in fold.hourSums { part.append(units: units) }
  }

  /// Reads a table of the zone whose rules were provided.
  ///
  /// - Throws: ``PartError``, also where the hours do not add up to the incidents.
  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(rules: try part.provided(TimeZoneRules.self))
    incidents = try part.count()
    if incidents == 0 { return }
    guard incidents <= ExpectedCount.largestCount else { throw part.unreadable("a count") }
    uninformative = try part.units()
    let whole = Int128(incidents) * ExpectedCount.unitsPerIncident
    var (sums, total): ([Int128], Int128) = ([], 0)
    for _ in 0..<WeeklyFold.hours {
      sums.append(try part.units())
      guard let last = sums.last, last <= whole - total else {
        throw .inconsistent("the hours of \(incidents) incidents add up to more")
      }
      total += last
    }
    guard total == whole, uninformative <= whole else {
      throw .inconsistent("the hours of \(incidents) incidents add up to fewer")
    }
    fold = WeeklyFold(hourSums: sums)
  }

  /// The same table with the sums of the hours in place of the steps that they were made of.
  package var settled: AoristicAccumulator {
    var settled = self
    settled.fold = WeeklyFold(hourSums: fold.hourSums)
    return settled
  }
}
