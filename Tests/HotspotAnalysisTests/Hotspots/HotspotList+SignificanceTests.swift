import Geometry
import HotspotAnalysis
import Testing

@Suite("Hotspots of a local statistic") struct HotspotListSignificanceTests {
  // Five by one places in a row; the last touches the first, as rings of areas do.
  let touching = Neighbours(pairs: [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], count: 5)

  private func found(
    _ isHot: [Bool], incidents: [Int32], limit: Int = HotspotList.limit
  ) -> HotspotList {
    HotspotList.significant(
      isHot: isHot, touching: touching, squareKilometres: [1, 2, 3, 4, 10],
      outline: { (members: [Int], table: inout OutlineTable) throws(Never) in
        table.appendArea(
          members.map { member in
            let (west, east) = (Double(member), Double(member) + 1)
            return [
              [
                Point(x: west, y: 0), Point(x: east, y: 0), Point(x: east, y: 1),
                Point(x: west, y: 1), Point(x: west, y: 0),
              ]
            ]
          })
      },
      x: incidents.indices.map { 10 * Double($0) }, y: incidents.map { 100 * Double($0) },
      placeOfIncident: incidents, limit: limit)
  }

  @Test("places that share a side are one hotspot, others apart")
  func joined() {
    let list = found(
      [true, false, true, true, true],
      incidents: [0, 1, 1, 2, 3, 4, 4, -1])
    #expect(list.hotspots.map(\.members) == [[0, 2, 3, 4]])
    let only = list.hotspots[0]
    #expect(only.incidents == 5)
    // Eight incidents lie in the study area, one of them in no place.
    #expect(only.share == 5.0 / 8)
    #expect(only.squareKilometres == 18)
    #expect(abs(only.concentrationRatio - (5.0 / 8) / (18.0 / 20)) < 1e-12)
    // Of the three squares of its incidents that with two of them holds most; the first of these two.
    #expect(only.peak == Point(x: 50, y: 400))
    #expect(list.outlines.areaCount == 1 && list.outlines.area(of: 0) == 4)
  }

  @Test("hotspots are ranked by incidents, of which one is enough and none is not")
  func ranked() {
    let list = found(
      [true, false, true, false, false], incidents: [0, 0, 0, 2, 4])
    #expect(list.hotspots.map(\.members) == [[0], [2]])
    #expect(list.hotspots.map(\.rank) == [1, 2])
    #expect(list.hotspots.map(\.incidents) == [3, 1])
    let empty = found(
      [true, false, true, false, false], incidents: [0, 0, 0, 4])
    #expect(empty.hotspots.map(\.members) == [[0]])
    #expect(empty.qualifying == 1 && empty.belowMinimum == 1)
  }

  @Test("hotspots remain among all of another list, also those beyond what it lists")
  func remaining() {
    let list = found([true, false, true, false, false], incidents: [0, 0, 2])
    // The other lists its first only, and has each of these by itself.
    let apart = found([true, false, true, true, false], incidents: [0, 2, 3, 3], limit: 1)
    #expect(apart.hotspots.count == 1 && apart.qualifying == 2)
    #expect(list.remaining(in: apart) == (2, 0))
    // One that is both of them.
    let joined = found([true, true, true, false, false], incidents: [0, 1, 1, 2])
    #expect(list.remaining(in: joined) == (2, 2))
    let elsewhere = found([false, false, false, true, false], incidents: [3])
    #expect(list.remaining(in: elsewhere) == (0, 0))
  }

  @Test("without a significant place there is none")
  func none() {
    let list = found(
      [false, false, false, false, false], incidents: [0])
    #expect(list.hotspots.isEmpty && list.outlines.areaCount == 0)
  }
}
