import TestSupport
import Testing

@testable import Incidents

@Suite("Whether columns of metres hold degrees")
struct CoordinateEvidenceTests {
  @Test(
    "most of the first values decide; marks of no place say nothing",
    arguments: [
      ("-0.12,51.5\n-0.13,51.6\n", true),
      ("530000,180000\n531000,181000\n", false),
      // New York and Los Angeles with the two exchanged.
      ("40.7,-74.0\n34.05,-118.24\n", true),
      ("0,0\n-1,-1\n1,1\n", false),
      ("0,0\n0,0\n530000,180000\n", false),
      ("0,0\n-0.12,51.5\n", true),
      ("-0.12,51.5\n-0.13,51.6\n999999,999999\n", true),
      ("5,7\n530000,180000\n531000,181000\n", false),
      ("-0.12,51.5\n530000,180000\n", false),
      ("\"-0.12\",\"51.5\"\n", true),
      (",\n,\n", false),
      ("", false),
    ])
  func decided(rows: String, isDegrees: Bool) throws {
    let folder = TemporaryFolder()
    let source = try IncidentSource(path: folder.file("a.csv", "X,Y\n" + rows))
    #expect(source.columns.areDegreesByValue == isDegrees)
    #expect(source.columns.coordinateKind == (isDegrees ? .geographic : .projected))
    #expect(source.crs == (isDegrees ? "EPSG:4326" : "EPSG:27700"))
    #expect(
      source.columns.summary
        == (isDegrees ? "longitude 'X', latitude 'Y'" : "easting 'X', northing 'Y'"))
  }

  @Test("a named system and columns named as degrees are believed")
  func believed() throws {
    let folder = TemporaryFolder()
    let degrees = try folder.file("a.csv", "X,Y\n-0.12,51.5\n")
    let named = try IncidentSource(
      path: degrees, features: FeatureSystem(named: "EPSG:4326") { _ in true })
    #expect(named.columns.coordinateKind == .projected)
    let metres = try folder.file("b.csv", "Longitude,Latitude\n530000,180000\n")
    #expect(try IncidentSource(path: metres).columns.coordinateKind == .geographic)
  }

  @Test("what contradicts the first rows later is rejected with its reason")
  func contradicted() async throws {
    let folder = TemporaryFolder()
    // More than the first rows that are looked at, which fit into a block of 256 KiB.
    let metres = String(repeating: "530000,180000\n", count: 30_000)
    let late = try folder.file("late.csv", "X,Y\n" + metres + "-0.12,51.5\n1,1\n")
    let outcome = try await IncidentStream(
      sources: [IncidentSource(path: late)], request: IncidentRequest(), threads: 2
    ).run { CountingConsumer() }
    #expect(outcome.tally.reasons(.rejected) == ["coordinate_in_degrees": 1])
    #expect(outcome.tally.reasons(.withoutCoordinates) == ["coordinates_placeholder": 1])
    #expect(outcome.shares.map(\.result).reduce(0, +) == 30_000)
    let degrees = String(repeating: "-0.12,51.5\n", count: 40_000)
    let other = try folder.file("other.csv", "X,Y\n" + degrees + "530000,180000\n")
    let found = try await IncidentStream(
      sources: [IncidentSource(path: other)], request: IncidentRequest(), threads: 2
    ).run { CountingConsumer() }
    #expect(found.tally.reasons(.rejected) == ["coordinate_out_of_range": 1])
    #expect(found.tally.outOfRange == RowTally.OutOfRange(exchanged: 0, metres: 1))
  }
}

/// Counts incidents.
private struct CountingConsumer: IncidentConsumer {
  private var count = 0

  mutating func consume(_ table: inout IncidentTable) { count += table.count }

  func finish() -> Int { count }
}
