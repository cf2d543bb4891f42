package import HotspotAnalysis
package import Parts

extension CountedBandwidth: MergeableMethod {
  package func joined(
    _ plan: Void, shares: [StudyShare<BandwidthSums>]
  ) -> StudyShare<BandwidthSums> {
    var sums = BandwidthSums()
    for share in shares { sums.merge(share.value) }
    return JoinedShares(shares).share(sums)
  }

  package func check(
    _ share: StudyShare<BandwidthSums>, _ plan: Void, study: OpenedStudy, assigned: [Int]
  ) throws(PartError) {
    guard share.value.count == assigned.first else {
      throw .inconsistent(
        "\(share.value.count) positions count, of \(assigned.first ?? 0) that were assigned")
    }
  }
}
