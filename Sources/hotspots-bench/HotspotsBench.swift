/// The program `hotspots-bench`: times every hot path on seeded data.
///
///     swift run -c release hotspots-bench [FILTER] [--json FILE] [--compare FILE]
///
/// Prints nanoseconds for each item at the median of at least five runs, and the most memory that
/// the process held while the work ran, its data included. `--json` keeps the figures; `--compare`
/// prints their ratio to those of such a file and marks ratios that are off by more than a tenth.
/// The stored baseline is `docs/benchmarks.json`; on a machine other than its own, all ratios shift
/// together.
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
    let before = try compare.map { try BenchmarkRecord(path: $0) }
    var record = BenchmarkRecord()
    print("machine: \(record.machine)")
    if let before { print("compared with: \(before.machine)") }
    print(
      "benchmark                            items   ns/item    median     spread  runs  peak MiB"
        + (before == nil ? "" : "   ratio"))
    for benchmark in all where filter.map({ benchmark.name.contains($0) }) ?? true {
      for size in benchmark.sizes {
        let result = try await benchmark.measure(size: size)
        let key = "\(result.name)/\(result.size)"
        record.nanosecondsPerItem[key] = result.nanosecondsPerItem
        var line = pad(result.name, 30) + left("\(size)", 12)
        line += left(fixed(result.nanosecondsPerItem, 1), 10)
        line += left(fixed(result.median * 1e3, 2) + " ms", 11)
        line += left(fixed((result.maximum - result.minimum) / result.median * 100, 0) + " %", 9)
        line += left("\(result.runs)", 6)
        line += left(fixed(Double(result.peakBytes) / 1_048_576, 0), 10)
        if let old = before?.nanosecondsPerItem[key] {
          let ratio = result.nanosecondsPerItem / old
          line += left(fixed(ratio, 2), 8)
          if abs(ratio - 1) > 0.1 { line += ratio > 1 ? "  slower" : "  faster" }
        }
        print(line)
      }
    }
    if let json { try record.write(to: json) }
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
