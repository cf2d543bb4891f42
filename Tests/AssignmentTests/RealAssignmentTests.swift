import Boundaries
import Foundation
import Geometry
import Incidents
import Projections
import TestSupport
import Testing
import Topology

@testable import Assignment

@Suite("Assignment of real data", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealAssignmentTests {
  private static let year = "realdata/incidents/westminster-2016-04_2017-03.csv"

  private func layer(_ name: String, of study: String?) throws -> BoundaryLayer {
    let layer = try BoundaryLayer.load(path: SharedData.path("realdata/boundaries/\(name).shp"))
    guard let study else { return layer }
    return try #require(StudyArea(fieldAndValue: study)).restrict([layer])[0]
  }

  /// The longitudes and latitudes of a file of data.police.uk's, which quotes nothing before them.
  private func positions() throws -> [Point] {
    let bytes = Array(try Data(contentsOf: URL(filePath: SharedData.path(Self.year))))
    return bytes.split(separator: 10).dropFirst().map { row in
      let fields = row.split(separator: 44, maxSplits: 4, omittingEmptySubsequences: false)
      func number(_ field: ArraySlice<UInt8>) -> Double {
        Double(String(decoding: field, as: UTF8.self)) ?? .nan
      }
      return Point(x: number(fields[2]), y: number(fields[3]))
    }
  }

  @Test("Westminster's year is counted as GEOS counts it, area by area, points on edges aside")
  func westminster() async throws {
    let lsoas = try layer("london-lsoa-2011", of: "LAD11CD=E09000033")
    let wards = try layer("london-wards-2014", of: "BOROUGH=Westminster")
    let layers = [lsoas, wards]
    let run = try PlacementRun(lsoas.outlines, wards.outlines)
    let plan = try run.plan(isExact: false)
    let areaCounts = layers.map(\.areaCount)
    #expect(areaCounts == [128, 20])
    let source = try IncidentSource(path: SharedData.path(Self.year))
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(category: true), threads: 2
    ).run {
      try AssignmentWorker(
        plan, sink: AreaCounter(areaCounts: areaCounts, usesCategories: true))
    }
    let list = CategoryList(outcome.shares.map(\.categories), filter: IncidentFilter())
    #expect(list.names.count == 14)

    // The independent count: each distinct place once, with PROJ and GEOS.
    let points = try positions()
    #expect(outcome.tally.read == 66_502 && points.count == 66_502)
    var places: [Point: Int] = [:]
    for point in points { places[point, default: 0] += 1 }
    let distinct = Array(places.keys)
    let projected = try run.projected(distinct)
    for (index, layer) in layers.enumerated() {
      let counts = LayerCounts(
        layer: index, areaCount: layer.areaCount,
        shares: outcome.shares.map { (counts: $0.result.sink, categories: $0.categories) },
        categories: list)
      var tally = PlacementTally()
      for share in outcome.shares { tally.merge(share.result.tallies[index]) }
      #expect(
        outcome.tally.read
          == outcome.tally.reasons(.rejected).values.reduce(0, +)
          + outcome.tally.reasons(.withoutCoordinates).values.reduce(0, +)
          + tally.outsideAreas + tally.outsideAreaOfUse + tally.assigned)
      #expect(counts.totals.reduce(0, +) == tally.assigned)

      let areas = try PreparedAreas(layer.outlines)
      var certain = [Int](repeating: 0, count: layer.areaCount)
      var possible = certain
      for (place, point) in zip(distinct, projected) {
        let covering = areas.areasCovering(x: point.x, y: point.y)
        for area in covering {
          possible[area] += places[place, default: 0]
          if covering.count == 1 { certain[area] += places[place, default: 0] }
        }
      }
      let edges = zip(certain, possible).count { $0 != $1 }
      #expect(edges < 5, "hardly a place lies exactly on an edge")
      for area in certain.indices {
        #expect((certain[area]...possible[area]).contains(counts.totals[area]))
      }
      if index == 0 {
        let busiest = counts.totals.indices.sorted { counts.totals[$0] > counts.totals[$1] }.prefix(
          3)
        #expect(busiest.map { layer.codes[$0] } == ["E01033595", "E01004734", "E01004763"])
        #expect(busiest.map { counts.totals[$0] } == [6496, 5428, 4460])
      }
    }
  }

  /// 60 x 60 points in unit tests, 400 x 400 with others: a debug build places 50,000 in a second.
  @Test("a lattice over London is placed as GEOS places it, points on edges aside")
  func lattice() throws {
    let steps = Interop.isEnabled ? 400 : 60
    let layer = try layer("london-wards-2014", of: nil)
    let run = try PlacementRun(layer.outlines)
    var points: [Point] = []
    for row in 0..<steps {
      for column in 0..<steps {
        points.append(
          Point(
            x: -0.51 + 0.844 * (Double(column) + 0.5) / Double(steps),
            y: 51.28 + 0.41 * (Double(row) + 0.5) / Double(steps)))
      }
    }
    let result = try run.place(points, isExact: false, batch: 5000)
    let projected = try run.projected(points)
    let areas = try PreparedAreas(layer.outlines)
    var wrong: [Point] = []
    for (index, point) in projected.enumerated() {
      let covering = areas.areasCovering(x: point.x, y: point.y)
      let area = Int(result.sink.areas[0][index])
      if covering.count < 2 && covering != (area < 0 ? [] : [area]) { wrong.append(points[index]) }
    }
    #expect(wrong.isEmpty)
    #expect(result.tallies[0].assigned > points.count / 2)
    let exact = try run.place(points, isExact: true, batch: 5000)
    #expect(exact.sink.areas == result.sink.areas && exact.tallies == result.tallies)
  }
}
