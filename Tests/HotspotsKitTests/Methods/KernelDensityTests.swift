import Foundation
import HotspotsKit
import Synchronization
import TestSupport
import Testing

@Suite("A density on a study")
struct KernelDensityTests {
  private static func numbers(_ table: FeatureTable?, _ column: String) -> [Double?] {
    (0..<(table?.rowCount ?? 0)).map { table?[column: column]?.values.number(at: $0) }
  }

  /// The quartic kernel, per square kilometre.
  private static func quartic(_ distance: Double, _ bandwidth: Double) -> Double {
    let u = distance / bandwidth
    return u < 1 ? 3e6 / (.pi * bandwidth * bandwidth) * pow(1 - u * u, 2) : 0
  }

  private static func method(_ bandwidth: Double = 20) -> KernelDensity {
    KernelDensity(bandwidth: .metres(bandwidth), cellSize: 10, edgeCorrection: .none)
  }

  @Test("each cell has the kernel's value at its distance from each incident, as the formula says")
  func formula() async throws {
    let density = try await SquareWorld().study().run(Self.method())
    let incidents = [(5.0, 5.0), (4.0, 4.0), (15.0, 5.0)]
    #expect(density.surface.grid.columns == 4 && density.surface.grid.rows == 1)
    for column in 0..<4 {
      let expected = incidents.reduce(0) { sum, incident in
        sum + Self.quartic(hypot(Double(column) * 10 + 5 - incident.0, 5 - incident.1), 20)
      }
      let value = try #require(density.surface[column, 0])
      #expect(abs(value - expected) <= 1e-9 * expected)
    }
    #expect(Self.numbers(density.cells, "x") == [400_005, 400_015, 400_025, 400_035])
    #expect(Self.numbers(density.cells, "per_km2") == density.surface.values)
  }

  @Test("Diggle's correction keeps the number of incidents, and weights make more of one")
  func amounts() async throws {
    var method = Self.method()
    method.edgeCorrection = .diggle
    let density = try await SquareWorld().study().run(method)
    #expect(abs(density.surface.volume - 3) < 1e-9)
    let rows = """
      type,from,to,easting,northing,harm
      Robbery,2025-02-10 10:00,,400005,300005,2.5
      Burglary,2025-02-10 11:00,,400035,300005,0.5
      Burglary,2025-02-10 11:00,,400035,300005,

      """
    let weighted = try await SquareWorld().study(rows) {
      $0.incidents.columns.append((.weight, "harm"))
    }.run(method)
    #expect(abs(weighted.surface.volume - 3) < 1e-9)
    #expect(weighted.reading.reconciliations[0].rejectedCount == 1)
    #expect(Self.numbers(weighted.bands, "weight").compactMap(\.self).reduce(0, +) == 3)
  }

  @Test("the bands hold all incidents and all ground, a hotspot those that lie together")
  func hotspots() async throws {
    let busy = String(repeating: "Robbery,2025-02-10 22:00,,400005,300005\n", count: 12)
    let study = try SquareWorld().study(SquareWorld.rows + busy)
    let (areas, density) = try await study.run(AreaCounts(), Self.method(6))
    #expect(Self.numbers(areas.table, "incidents") == [14, 1, 0, 0])
    #expect(Self.numbers(density.bands, "incidents").compactMap(\.self).reduce(0, +) == 15)
    let ground = Self.numbers(density.bands, "area_km2").compactMap(\.self).reduce(0, +)
    #expect(abs(ground - 0.0004) < 1e-12)
    // Twelve and both incidents of A, on the one cell of 100 square metres.
    #expect(density.hotspots?.rowCount == 1)
    #expect(Self.numbers(density.hotspots, "incidents") == [14])
    #expect(Self.numbers(density.hotspots, "share") == [14.0 / 15])
    #expect(density.hotspots?[column: "busiest_hours"]?.values.description(at: 0) != nil)
  }

  @Test("without bands and hotspots there are none, and the surface is the same")
  func alone() async throws {
    let study = try SquareWorld().study()
    var method = Self.method()
    let all = try await study.run(method)
    (method.drawsBands, method.findsHotspots) = (false, false)
    let surface = try await study.run(method)
    #expect(surface.bands == nil && surface.hotspots == nil)
    #expect(surface.surface.values == all.surface.values)
    #expect(surface.findings == all.findings)
  }

  @Test("the surface does not depend on the number of threads, however many batches there are")
  func threads() async throws {
    let rows =
      SquareWorld.rows
      + (0..<20_000).map {
        "Theft,2025-03-0\(1 + $0 % 9) 12:00,,\(400_000 + Double($0 % 397) / 10),300005.3\n"
      }.joined()
    let method = KernelDensity(cellSize: 5)
    let one = try await SquareWorld().study(rows) { $0.threads = 1 }.run(method)
    let four = try await SquareWorld().study(rows) { $0.threads = 4 }.run(method)
    #expect(one.surface.values == four.surface.values)
    #expect(one.bandwidth == four.bandwidth)
    #expect(one.hotspots?.columns.map(\.values) == four.hotspots?.columns.map(\.values))
  }

  @Test("the work ahead is told before a byte is read, and each choice has a key of its own")
  func told() async throws {
    let seen = Seen()
    let world = try SquareWorld()
    var options = StudyOptions(
      boundaries: BoundaryFiles([world.folder.path("areas.shp")]),
      incidents: IncidentFiles([try world.folder.file("rows.csv", SquareWorld.rows)]))
    options.incidents.columns = [(.category, "type"), (.start, "from"), (.end, "to")]
    let density = try await Study(options) { event in seen.take(event) }.run(Self.method())
    let events = seen.events.withLock { $0 }
    #expect(events.prefix(2).allSatisfy { $0 == "planned" })
    #expect(events.filter { $0 == "planned" }.count == 2)
    #expect(events.contains("read") && events.last == "finished")
    #expect(Set(density.choices.map(\.key)).count == density.choices.count)
  }

  @Test("on a square kilometre at most hotspots have the density's surface, whatever its bandwidth")
  func small() async throws {
    let density = try await SquareWorld().study().run(KernelDensity(cellSize: 10))
    let hotspots = try #require(density.choices.first { $0.key == "hotspots" })
    #expect(hotspots.sentences.contains("hotspots: on the surface of the density"))
  }

  @Test("a bandwidth narrower than a cell is found, one that cannot be chosen is refused")
  func findings() async throws {
    let narrow = try await SquareWorld().study().run(Self.method(3))
    #expect(narrow.findings.contains(.narrowBandwidth))
    #expect(!narrow.choices.isEmpty)
    let row = "type,from,to,easting,northing\nRobbery,,,400005,300005\n"
    await #expect(throws: KernelDensityError.noSpread(incidents: 1)) {
      _ = try await SquareWorld().study(row).run(KernelDensity())
    }
    await #expect(throws: KernelDensityError.bandwidthTooWide(5000, limit: 400)) {
      _ = try await SquareWorld().study().run(Self.method(5000))
    }
  }
}

/// The kinds of events in the order in which they came.
private final class Seen: Sendable {
  let events = Mutex<[String]>([])

  func take(_ event: StudyEvent) {
    let kind =
      switch event {
      case .read: "read"
      case .planned: "planned"
      case .finished: "finished"
      }
    events.withLock { $0.append(kind) }
  }
}
