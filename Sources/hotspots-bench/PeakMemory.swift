import Foundation

/// The most memory that the process has held since a moment, as Linux counts it.
enum PeakMemory {
  /// Forgets the peak so far; where the system does not allow it, the peak is that of the process.
  static func reset() {
    // See proc(5): 5 resets the peak resident set size.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
  }

  /// The largest resident set in bytes; 0 where the system does not tell.
  static var bytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    return (kilobytes.flatMap { Int($0) } ?? 0) * 1024
  }
}
