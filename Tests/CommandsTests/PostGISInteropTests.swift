import Foundation
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

/// The commands of docs/postgis.md run as they stand on a server of their own, and SQL checks the results:
/// what PostGIS counts itself is the oracle.
@Suite(
  "PostGIS", .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct PostGISInteropTests {
  @Test("rows go out of a database and results back into it, as docs/postgis.md says")
  func recipes() throws {
    let run = try Interop.run(
      ProjectFolder.path("scripts/postgis"), ["--hotspots", program], limit: 110)
    #expect(run.status == 0, "\(run.errors)")
    // The last check of the script, so that none was left out.
    #expect(run.output.contains("a query that fails at once"), "\(run.output)")
  }
}
