import Foundation

/// The program `hotspots-bench`: times every hot path on seeded data.
///
///     swift run -c release hotspots-bench [FILTER] [--json FILE] [--compare FILE]
///
/// Prints nanoseconds for each item at the median of at least five runs, and the most memory that
/// the process held while the work ran, its data included. `--json` keeps the figures,
/// `--compare` marks those that changed by more than a tenth since such a file was written.
@main
struct HotspotsBench {
  static var all: [Benchmark] {
    StageBenchmarks.all + MethodBenchmarks.all + WholeRunBenchmarks.all
  }

  static func main() async throws {
    var (filter, json, compare): (String?, String?, String?)
    var words = CommandLine.arguments.dropFirst()
    while let word = words.popFirst() {
      switch word {
      case "--json": json = words.popFirst()
      case "--compare": compare = words.popFirst()
      default: filter = word
      }
    }
    var before: [String: Double] = [:]
    if let compare {
      let data = try Data(contentsOf: URL(filePath: compare))
      before = try JSONDecoder().decode([String: Double].self, from: data)
    }
    var figures: [String: Double] = [:]
    print(
      "benchmark                            items   ns/item    median     spread  runs  peak MiB")
    for benchmark in all where filter.map({ benchmark.name.contains($0) }) ?? true {
      for size in benchmark.sizes {
        let result = try await benchmark.measure(size: size)
        let key = "\(result.name)/\(result.size)"
        figures[key] = result.nanosecondsPerItem
        var line = pad(result.name, 30) + left("\(size)", 12)
        line += left(fixed(result.nanosecondsPerItem, 1), 10)
        line += left(fixed(result.median * 1e3, 2) + " ms", 11)
        line += left(fixed((result.maximum - result.minimum) / result.median * 100, 0) + " %", 9)
        line += left("\(result.runs)", 6)
        line += left(fixed(Double(result.peakBytes) / 1_048_576, 0), 10)
        if let old = before[key] {
          let change = result.nanosecondsPerItem / old - 1
          line += left((change > 0 ? "+" : "") + fixed(change * 100, 0) + " %", 8)
          if abs(change) > 0.1 { line += change > 0 ? "  slower" : "  faster" }
        }
        print(line)
      }
    }
    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try encoder.encode(figures).write(to: URL(filePath: json))
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func left(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value * scale).rounded() / scale
    return decimals == 0 ? "\(Int(scaled))" : "\(scaled)"
  }
}
