import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Maps and charts, without a command line")
struct AreaFigureTests {
  private let folder = TemporaryFolder()

  private func svg(_ figure: AreaFigure) throws -> String {
    String(decoding: try figure.svg(), as: UTF8.self)
  }

  @Test("a map says what is on it, in the classes asked for")
  func classes() async throws {
    let areas = try await SquareWorld().study().run(AreaCounts(readsPeriod: true))
    var figure = AreaFigure(areas)
    figure.title = "A week in February"
    figure.marking = "OFFICIAL"
    figure.scale.breaks = [1, 2]
    let map = try svg(figure)
    #expect(map.contains("A week in February") && map.contains("OFFICIAL"))
    #expect(map.contains("2 and over") && map.contains("Classes: as given"))
    #expect(map.contains("rows.csv, areas.shp"))
    try figure.write(to: folder.path("map.svg"))
    #expect(try folder.read("map.svg") == figure.svg())
  }

  @Test("breaks that make no classes are an error", arguments: [[], [5, 2], [0, 5]])
  func unusable(breaks: [Double]) async throws {
    var figure = AreaFigure(try await SquareWorld().study().run(AreaCounts()))
    figure.scale.breaks = breaks
    #expect(throws: MapScaleError.self) { try figure.svg() }
  }

  @Test("a backdrop is drawn under its name and named as a source")
  func backdrop() async throws {
    let areas = try await SquareWorld().study().run(AreaCounts())
    // A line through the squares, in longitude and latitude.
    let path = try folder.file(
      "roads.geojson",
      #"{"type":"LineString","coordinates":[[-2.001,52.597],[-1.999,52.598]]}"#)
    var figure = AreaFigure(areas)
    figure.look = try MapLook(page: .slide, backdrops: [path], of: areas.reading)
    let map = try svg(figure)
    #expect(map.contains("backdrop-roads") && map.contains("backdrop: roads.geojson"))
    #expect(throws: BackdropError.unknownFormat(path: "roads.dxf")) {
      try MapLook(backdrops: ["roads.dxf"], of: areas.reading)
    }
    #expect(throws: BackdropError.self) {
      try MapLook(backdrops: [folder.path("none.shp")], of: areas.reading)
    }
  }

  @Test("a chart of hours says what it shows, hours asked for included")
  func hours() async throws {
    let study = try SquareWorld().study {
      $0.filter.hours = HoursFilter(days: [0])
      $0.filter.categories = ["robbery"]
    }
    let chart = String(
      decoding: HourFigure(try await study.run(AoristicHours())).svg(), as: UTF8.self)
    #expect(chart.contains("Incidents by hour and weekday"))
    #expect(chart.contains("Mon; robbery"))
  }
}
