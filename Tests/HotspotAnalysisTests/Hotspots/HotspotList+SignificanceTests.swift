import Geometry
import HotspotAnalysis
import Testing

@Suite("Hotspots of a local statistic") struct HotspotListSignificanceTests {
  // Five by one places in a row; the last touches the first, as rings of areas do.
  let touching = Neighbours(pairs: [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)], count: 5)

  private func found(
    _ isHot: [Bool], scores: [Double?], incidents: [Int32], minimum: Int = 1
  ) -> HotspotList {
    HotspotList.significant(
      isHot: isHot, scores: scores, touching: touching, squareKilometres: [1, 2, 3, 4, 10],
      point: { Point(x: Double($0), y: 0) },
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
      placeOfIncident: incidents, minimumIncidents: minimum)
  }

  @Test("places that share a side are one hotspot, others apart")
  func joined() {
    let list = found(
      [true, false, true, true, true], scores: [1, 9, 3, nil, 2],
      incidents: [0, 1, 1, 2, 3, 4, 4, -1])
    #expect(list.hotspots.map(\.members) == [[0, 2, 3, 4]])
    let only = list.hotspots[0]
    #expect(only.incidents == 5)
    // Eight incidents lie in the study area, one of them in no place.
    #expect(only.share == 5.0 / 8)
    #expect(only.squareKilometres == 18)
    #expect(abs(only.predictiveAccuracyIndex - (5.0 / 8) / (18.0 / 20)) < 1e-12)
    // The highest score among its own.
    #expect(only.peak == Point(x: 2, y: 0))
    #expect(list.outlines.areaCount == 1 && list.outlines.area(of: 0) == 4)
  }

  @Test("hotspots are ranked by incidents and must hold enough")
  func ranked() {
    let list = found(
      [true, false, true, false, false], scores: [3, 0, 4, 0, 0], incidents: [0, 0, 0, 2, 2, 4],
      minimum: 2)
    #expect(list.hotspots.map(\.members) == [[0], [2]])
    #expect(list.hotspots.map(\.rank) == [1, 2])
    let few = found(
      [true, false, true, false, false], scores: [3, 0, 4, 0, 0], incidents: [0, 0, 0, 2, 2, 4],
      minimum: 3)
    #expect(few.hotspots.map(\.members) == [[0]])
    #expect(few.belowMinimum == 1)
  }

  @Test("without a significant place there is none")
  func none() {
    let list = found(
      [false, false, false, false, false], scores: [nil, nil, nil, nil, nil], incidents: [0])
    #expect(list.hotspots.isEmpty && list.outlines.areaCount == 0)
  }
}
