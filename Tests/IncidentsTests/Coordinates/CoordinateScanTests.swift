import TestSupport
import Testing

@testable import Incidents

@Suite("How the first rows settle the forms of coordinates")
struct CoordinateScanTests {
  private let folder = TemporaryFolder()

  private func source(_ text: String, _ named: [(key: ColumnKey, name: String)] = []) throws
    -> IncidentSource
  {
    try IncidentSource(path: folder.file("a.csv", text), named: named)
  }

  private func read(_ source: IncidentSource) async throws -> (
    places: [[Double]], tally: RowTally
  ) {
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 2
    ).run { PlaceKeeper() }
    return (outcome.shares.flatMap(\.result).sorted { $0[0] < $1[0] }, outcome.tally)
  }

  @Test("a contradiction beyond the first rows ends the reading")
  func late() async throws {
    let plain = String(repeating: "-0.12,51.5\n", count: 30_000)
    let marks = try source("Longitude,Latitude\n" + plain + "\"-0,13\",\"51,6\"\n")
    await #expect(
      throws: CoordinateError.otherMark(
        path: marks.path, column: "Longitude", example: "-0,13", isComma: false)
    ) { _ = try await read(marks) }
    let points = String(repeating: "SRID=4326;POINT(-0.12 51.5)\n", count: 12_000)
    let systems = try source("geom\n" + points + "SRID=27700;POINT(530000 180000)\n")
    await #expect(
      throws: CoordinateError.otherSystem(
        path: systems.path, column: "geom", example: "SRID=27700;POINT(530000 180000)",
        system: "EPSG:4326")
    ) { _ = try await read(systems) }
    let pairs = String(repeating: "\"51.5, -0.12\"\n", count: 24_000)
    let orders = try source("here\n" + pairs + "\"-122.4, 37.7\"\n")
    await #expect(
      throws: CoordinateError.otherOrder(
        path: orders.path, column: "here", example: "-122.4, 37.7", order: .yFirst)
    ) { _ = try await read(orders) }
    let other = try source("here\n" + pairs + "\"37.7, -122.4\"\n")
    let found = try await read(other)
    #expect(found.places.count == 24_001)
  }

  @Test("where the first rows have no coordinates, the scan goes on")
  func empty() async throws {
    let blank = String(repeating: "x;;\n", count: 100_000)
    let file = try source("id;Longitude;Latitude\n" + blank + "y;-0,12;51,5\n")
    #expect(file.coordinates.hasDecimalCommas)
    let found = try await read(file)
    #expect(found.places == [[-0.12, 51.5]] && found.tally[.coordinatesEmpty] == 100_000)
  }

  @Test("longitudes beyond 90 prove the order of pairs")
  func beyond() throws {
    let file = try source("here\n\"37.7, -122.4\"\n\"33.9, -84.4\"\n")
    let position = try #require(file.coordinates.position)
    #expect(position.order == .yFirst && position.basis == .values)
    let other = try source("here\n\"-122.4, 37.7\"\n\"-84.4, 33.9\"\n")
    let exchanged = try #require(other.coordinates.position)
    #expect(exchanged.order == .xFirst && exchanged.basis == .values)
  }

  @Test(
    "names tell the order of pairs",
    arguments: [
      ("LatLong", PositionColumn.Order.yFirst), ("Lat/Lon", .yFirst), ("lat_lng", .yFirst),
      ("Longitude & Latitude", .xFirst), ("lnglat", .xFirst), ("XY", .xFirst),
      ("Northing, Easting", .yFirst),
    ])
  func names(name: String, order: PositionColumn.Order) {
    #expect(PositionEvidence.order(ofName: name) == order)
  }

  @Test("a column of positions is found beside references, dates and notes of numbers")
  func found() async throws {
    let file = try source(
      """
      id,date,ages,reference,spot
      1,2025-02-03,"23, 25",AB123456,"(51.5, -0.12)"
      2,2025-02-04,"31, 40",CD123456,"(51.6, -0.13)"

      """)
    #expect(file.columns.name(of: .position) == "spot")
    #expect(file.coordinates.position?.form == .pair)
    #expect(try await read(file).places == [[-0.13, 51.6], [-0.12, 51.5]])
    // Ages alone are no positions.
    let none = try source("id,date,ages\n1,2025-02-03,\"23, 25\"\n2,2025-02-04,\"31, 40\"\n")
    #expect(none.columns.coordinateKind == nil)
  }

  @Test("a location that is a position is not the name of a place")
  func locations() throws {
    let beside = try source(
      "Latitude,Longitude,Location,Street\n51.5,-0.12,\"(51.5, -0.12)\",Elm Row\n")
    #expect(beside.columns.name(of: .location) == "Street")
    #expect(beside.coordinates.position == nil)
    let alone = try source("Location,Street\n\"(51.5, -0.12)\",Elm Row\n")
    #expect(alone.columns.name(of: .location) == "Street")
    #expect(alone.columns.name(of: .position) == "Location")
    let named = try source("Location\nElm Row\n")
    #expect(named.columns.name(of: .location) == "Location")
  }
}

/// Keeps where incidents lie.
private struct PlaceKeeper: IncidentConsumer {
  private var places: [[Double]] = []

  mutating func consume(_ table: inout IncidentTable) {
    for (x, y) in zip(table.x, table.y) { places.append([x, y]) }
  }

  func finish() -> [[Double]] { places }
}
