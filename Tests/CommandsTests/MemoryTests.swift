import Foundation
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

@Suite(
  "Memory of the program",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct MemoryTests {
  private let folder = TemporaryFolder()

  /// Runs the program on rows from a pipe.
  ///
  /// The set is asked of the kernel when all rows but those in the pipe have been read, for the end
  /// of a process tells it only together with that of the process which started it.
  ///
  /// - Parameters:
  ///   - arguments: The program's arguments, as a shell reads them.
  ///   - times: How often the samples' rows are repeated.
  ///   - filter: What the rows go through.
  /// - Returns: The exit status and the largest resident set, in kilobytes.
  /// - Throws: The errors of files, and where the kernel was not asked.
  private func peak(
    of arguments: String, times: Int, through filter: String = "cat"
  ) throws -> (status: Int32, kilobytes: Int) {
    let incidents = ProjectFolder.path("samples/incidents.csv")
    let (process, peak) = (folder.path("process"), folder.path("peak"))
    let words = arguments.replacing("\"", with: "\\\"")
    let outcome = try Interop.run(
      "sh",
      [
        "-c",
        """
        { head -1 '\(incidents)'
          for i in $(seq \(times)); do tail -n +2 '\(incidents)'; done | \(filter)
          sleep 0.3
          grep VmHWM "/proc/$(cat '\(process)')/status" >'\(peak)'
        } | sh -c "echo \\$\\$ >'\(process)'; exec '\(program)' \(words) >/dev/null"
        """,
      ])
    let answer = String(decoding: try folder.read("peak"), as: UTF8.self).split { $0.isWhitespace }
    return (outcome.status, try #require(answer.dropFirst().first.flatMap { Int($0) }))
  }

  @Test(
    "twenty times the rows take no more memory",
    arguments: [
      ("cat", 0), ("awk -F, -v OFS=, '{ $5 = \"here\"; print }'", 65), ("sed 's/,.*//'", 65),
    ])
  func rows(filter: String, status: Int32) throws {
    let command =
      "areas --quiet --incidents - --output - "
      + "--boundaries '\(ProjectFolder.path("boundaries/wards.shp"))'"
    let few = try peak(of: command, times: 1, through: filter)
    let many = try peak(of: command, times: 20, through: filter)
    #expect(few.status == status && many.status == status)
    #expect(many.kilobytes < few.kilobytes + 4096, "\(few.kilobytes) KiB for a twentieth")
  }

  // Five times first, so that as many blocks wait for their turn as ever do; ten times more, because all
  // columns are written. Rows that were kept would take 160 bytes each.
  @Test("a pipe through query takes no more memory for three times the rows")
  func query() throws {
    let command = "query --quiet --incidents - --output - --keep all --where 'category != \"x\"'"
    let few = try peak(of: command, times: 5)
    let many = try peak(of: command, times: 15)
    #expect(few.status == 0 && many.status == 0)
    #expect(many.kilobytes < few.kilobytes + 4096, "\(few.kilobytes) KiB for a third")
  }
}
