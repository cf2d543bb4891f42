import Foundation
import Glibc
import TestSupport
import Testing

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

@Suite(
  "Memory of the program",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct MemoryTests {
  /// Runs a line of shell and returns its exit status and the largest resident set, in kilobytes, of
  /// any program in it, as the system counts it.
  private func peak(of line: String) throws -> (status: Int32, kilobytes: Int) {
    var words: [UnsafeMutablePointer<CChar>?] = unsafe []
    for word in ["sh", "-c", line] { unsafe words.append(unsafe strdup(word)) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { word in unsafe free(word) } }
    var child: pid_t = 0
    let spawned = unsafe posix_spawn(&child, "/bin/sh", nil, nil, words, environ)
    try #require(spawned == 0)
    var status: Int32 = 0
    var usage = rusage()
    let ended = unsafe wait4(child, &status, 0, &usage)
    try #require(ended == child)
    return (status >> 8, usage.ru_maxrss)
  }

  @Test(
    "twenty times the rows take no more memory",
    arguments: [
      ("cat", 0), ("awk -F, -v OFS=, '{ $5 = \"here\"; print }'", 65), ("sed 's/,.*//'", 65),
    ])
  func rows(filter: String, status: Int32) throws {
    let incidents = ProjectFolder.path("samples/incidents.csv")
    func run(_ times: Int) throws -> (status: Int32, kilobytes: Int) {
      try peak(
        of: "{ head -1 '\(incidents)'; for i in $(seq \(times)); do tail -n +2 '\(incidents)'; "
          + "done | \(filter); } | '\(program)' areas --quiet --incidents - --output - "
          + "--boundaries '\(ProjectFolder.path("boundaries/wards.shp"))' 2>/dev/null >/dev/null")
    }
    let (few, many) = (try run(1), try run(20))
    #expect(few.status == status && many.status == status)
    #expect(many.kilobytes < few.kilobytes + 4096, "\(few.kilobytes) KiB for a twentieth")
  }

  // Ten times, because all columns are written. Blocks that wait for their turn take some MiB, more
  // or fewer by chance; rows that were kept would take 160 bytes each, 28 MiB.
  @Test("a pipe through query takes no more memory for ten times the rows")
  func query() throws {
    let incidents = ProjectFolder.path("samples/incidents.csv")
    func run(_ times: Int) throws -> (status: Int32, kilobytes: Int) {
      try peak(
        of: "{ head -1 '\(incidents)'; for i in $(seq \(times)); do tail -n +2 '\(incidents)'; "
          + "done; } | '\(program)' query --quiet --incidents - --output - --keep all "
          + "--where 'category != \"x\"' 2>/dev/null | cat >/dev/null")
    }
    let (few, many) = (try run(1), try run(10))
    #expect(few.status == 0 && many.status == 0)
    #expect(many.kilobytes < few.kilobytes + 12_288, "\(few.kilobytes) KiB for a tenth")
  }
}
