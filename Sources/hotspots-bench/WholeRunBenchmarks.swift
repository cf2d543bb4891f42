import FoundationEssentials
import HotspotsKit

/// From a file of incidents and one of areas to a file of results, through the library as other
/// programs use it.
enum WholeRunBenchmarks {
  static var all: [Benchmark] {
    [
      Benchmark(name: "whole run/areas", sizes: [100_000, 1_000_000, 5_000_000]) { rows in
        try run(rows: rows) { study in
          let areas = try await study.run(AreaCounts())
          try ResultWriter(areas.reading).write(areas.table, to: output)
        }
      },
      Benchmark(name: "whole run/hours", sizes: [1_000_000]) { rows in
        try run(rows: rows) { study in
          let hours = try await study.run(AoristicHours())
          try HourWriter(hours).writeHours(to: output)
        }
      },
      Benchmark(name: "whole run/density", sizes: [1_000_000]) { rows in
        try run(rows: rows) { study in
          let density = try await study.run(KernelDensity(bandwidth: .metres(300)))
          if let hotspots = density.hotspots {
            try ResultWriter(density.reading).write(hotspots, to: output)
          }
        }
      },
      Benchmark(name: "whole run/pack", sizes: [100_000, 1_000_000]) { rows in
        try run(rows: rows, into: "\(pack)/index.html") { study in
          try await BriefingPack().write(study, to: pack)
        }
      },
      Benchmark(name: "whole run/inspect", sizes: [1_000_000]) { rows in
        try run(rows: rows, into: report) { study in
          try await study.inspect().write(to: report)
        }
      },
    ]
  }

  private static let output = "/dev/shm/hotspots-bench.csv"
  private static let pack = "/dev/shm/hotspots-bench-pack"
  private static let report = "/dev/shm/hotspots-bench.json"

  /// Makes the files and returns the work, which opens them anew each time.
  private static func run(
    rows: Int, into output: String = Self.output, _ work: @escaping (Study) async throws -> Void
  ) throws -> () async throws -> UInt64 {
    let incidents = try SeededFile(rows: rows, kind: .plain)
    let layer = try SeededLayerFile(vertices: 160_000)
    return {
      var options = StudyOptions(boundaries: [layer.path], incidents: [incidents.path])
      options.coordinates.crs = "EPSG:27700"
      try await work(Study(options))
      return try UInt64(Data(contentsOf: URL(filePath: output)).count)
    }
  }
}
