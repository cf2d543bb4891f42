import Foundation

/// The figures of a run of benchmarks, kept to compare later runs with.
struct BenchmarkRecord: Codable {
  /// The machine on which they were measured.
  var machine: String
  /// Nanoseconds for each item at the median, by benchmark and size.
  var nanosecondsPerItem: [String: Double]

  /// Starts a record of this machine.
  init() {
    machine = Self.thisMachine
    nanosecondsPerItem = [:]
  }

  /// Reads a record.
  init(path: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// Writes the record, its keys in order.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(filePath: path))
  }

  /// The processor, the number of its cores that may be used, and the memory.
  private static var thisMachine: String {
    let processors = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let name =
      processors.split(separator: "\n").first { $0.hasPrefix("model name") }?
      .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let process = ProcessInfo.processInfo
    return "\(name ?? "unknown processor"), \(process.activeProcessorCount) cores, "
      + "\((process.physicalMemory + 1 << 29) >> 30) GiB"
  }
}
