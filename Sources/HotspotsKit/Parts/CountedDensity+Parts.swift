import HotspotAnalysis
package import Parts
import Statistics

extension DensityCounter.Counts: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.encode(sums)
    part.encode(places)
    part.encode(incidents)
    part.encode(weight.parts.map(\.power))
    part.encode(weight.parts.map(\.units))
    part.encode([isWeighted, isBeyondRange])
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(sums: try part.decode(), isWeighted: false)
    (places, incidents) = (try part.decode(), try part.count())
    let (powers, units) = (try part.decode([Int].self), try part.decode([Int128].self))
    guard powers.count == units.count, zip(powers, powers.dropFirst()).allSatisfy(<),
      powers.allSatisfy({ (-40...40).contains($0) }),
      units.allSatisfy({ $0 > 0 && $0 < 1 << 110 })
    else { throw .inconsistent("the sum of the weights is none") }
    weight = ExactSum(parts: zip(powers, units).map { ExactSum.Part(power: $0, units: $1) })
    let flags = try part.decode([Bool].self)
    guard flags.count == 2 else { throw part.unreadable("two times yes or no") }
    (isWeighted, isBeyondRange) = (flags[0], flags[1])
  }
}

extension CountedDensity: MergeableMethod {
  package func joined(
    _ plan: Plan, shares: [StudyShare<DensityCounter.Counts>]
  ) -> StudyShare<DensityCounter.Counts> {
    JoinedShares(shares).share(plan.counting.joined(shares.map(\.value)))
  }

  package func check(
    _ share: StudyShare<DensityCounter.Counts>, _ plan: Plan, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    let (counts, empty) = (share.value, plan.counting.empty)
    let atPlaces = try PartError.sum(of: counts.places.counts)
    guard counts.sums.units == empty.sums.units, counts.sums.cellCount == empty.sums.cellCount,
      counts.isWeighted == empty.isWeighted,
      counts.places.keys.allSatisfy({ Int($0 >> 24) < counts.sums.cellCount })
    else { throw .inconsistent("the sums are those of other cells or another kernel") }
    guard counts.incidents == assigned.first, atPlaces <= counts.incidents else {
      throw .inconsistent(
        "\(counts.incidents) incidents count, of \(assigned.first ?? 0) that were assigned")
    }
  }
}
