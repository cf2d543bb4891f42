import Foundation
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

/// The Python that has PySpark.
private let python = ProcessInfo.processInfo.environment["HOTSPOTS_SPARK_PYTHON"] ?? "python3"

@Suite(
  "Spark",
  .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct SparkInteropTests {
  @Test("a cluster of processes writes the bytes of one run, also when some of them are lost")
  func cluster() throws {
    let outcome = try Interop.run(
      "env",
      ["HOTSPOTS_PROGRAM=\(program)", python, "-m", "pytest", "-q", ProjectFolder.path("spark")],
      limit: 900)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" passed"))
    #expect(!outcome.output.contains("skipped"))
  }
}
