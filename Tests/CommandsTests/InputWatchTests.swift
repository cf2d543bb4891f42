import CommandLineKit
import Foundation
import Interchange
import TestSupport
import Testing

@testable import Commands
@testable import HotspotsKit

/// What may happen to a file.
enum FileEvent: String, CaseIterable {
  case truncated, appendedTo, rewritten, replaced, removed, touchedBack

  /// Lets it happen.
  func happen(to path: String) throws {
    let url = URL(filePath: path)
    switch self {
    case .truncated:
      let file = try FileHandle(forWritingTo: url)
      try file.truncate(atOffset: 20)
      try file.close()
    case .appendedTo:
      let file = try FileHandle(forWritingTo: url)
      try file.seekToEnd()
      try file.write(contentsOf: Data("9,455000,245000\n".utf8))
      try file.close()
    case .rewritten:
      try Data(contentsOf: url).write(to: url)
    case .replaced:
      try Data(contentsOf: url).write(to: url, options: .atomic)
    case .removed:
      try FileManager.default.removeItem(at: url)
    case .touchedBack:
      // As many other bytes, and the time of the last change as it was; again until the clock of the
      // file system has ticked, which takes some milliseconds.
      let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
      let before = FileIdentity(path: path)
      for _ in 0..<10_000 where FileIdentity(path: path) == before {
        let file = try FileHandle(forWritingTo: url)
        try file.write(contentsOf: Data("I".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: path)
      }
      #expect(FileIdentity(path: path)?.size == before?.size)
    }
  }
}

@Suite("Watch over inputs")
struct InputWatchTests {
  private let folder = TemporaryFolder()

  /// Writes a file whose last change is long past, so that its times cannot be those of a new one.
  private func old(_ name: String, _ text: String) throws -> String {
    let path = try folder.file(name, text)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_500_000_000)], ofItemAtPath: path)
    return path
  }

  private let rows = "id,easting,northing\n1,455000,245000\n2,455001,245000\n"

  @Test(
    "whatever happens to a file between the first look and the last is noticed",
    arguments: FileEvent.allCases)
  func events(event: FileEvent) throws {
    let path = try old("a.csv", rows)
    let other = try old("b.csv", rows)
    let watch = InputWatch([other, path, folder.path("none.csv")], digests: true)
    _ = try watch.seal()
    try event.happen(to: path)
    #expect(throws: ChangedInput(path: path)) { try watch.seal() }
    #expect(throws: ChangedInput(path: path)) { try watch.check() }
  }

  @Test("digests are of the bytes that were looked at, of pipes and of what is not there none")
  func digests() throws {
    let path = try old("a.csv", "abc")
    let none = folder.path("none.csv")
    // FIPS 180-4, the example of one block.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let sealed = try InputWatch([path, none, "/dev/null", "-"], digests: true).seal()
    #expect(sealed.digests.keys.sorted() == [path])
    #expect(sealed.digests[path]?.hexadecimal == abc && sealed.digests[path]?.bytes == 3)
    #expect(try InputWatch([path], digests: false).seal().digests.isEmpty)
    let watch = InputWatch([none], digests: true)
    _ = try old("none.csv", rows)
    #expect(throws: ChangedInput(path: none)) { try watch.check() }
  }

  @Test("an error over half a file is told as what it comes from")
  func errors() async throws {
    let path = try old("a.csv", rows)
    let option = SharedOptions.incidents.spec
    let given = try Arguments(parsing: ["--incidents", path], for: [option]).recordedOptions
    for happens in [true, false] {
      let error = await #expect(throws: (any Error).self) {
        try await InputWatch.over([option], given: given, digests: false) { _ in
          if happens { try FileEvent.truncated.happen(to: path) }
          throw InputError.noTimes(path: path)
        }
      }
      #expect(
        happens
          ? error as? ChangedInput == ChangedInput(path: path)
          : error as? InputError == .noTimes(path: path))
    }
  }

  @Test("the files of a Shapefile are watched whichever is named, those of a GeoPackage too")
  func behind() throws {
    for part in ["SHP", "shx", "dbf"] { _ = try folder.file("wards.\(part)", part) }
    let stem = folder.path("wards")
    let all = ["SHP", "shx", "dbf", "prj", "cpg"].map { "\(stem).\($0)" }
    for name in ["", ".shp", ".SHP", ".dbf", ".shx"] {
      #expect(InputFiles.behind(stem + name) == all)
    }
    #expect(InputFiles.behind("a.gpkg:wards") == ["a.gpkg", "a.gpkg-wal"])
    #expect(InputFiles.behind("a.geojson") == ["a.geojson"])
    let watch = InputWatch(InputFiles.behind(stem), digests: false)
    _ = try folder.file("wards.cpg", "UTF-8")
    #expect(throws: ChangedInput(path: "\(stem).cpg")) { try watch.check() }
  }

  @Test("what SQLite wrote last counts as part of the database, an empty file of it does not")
  func writeAheadLog() throws {
    _ = try folder.file("a.gpkg", "SQLite")
    let paths = InputFiles.behind(folder.path("a.gpkg"))
    let watch = InputWatch(paths, digests: true)
    _ = try folder.file("a.gpkg-wal", "")
    #expect(try watch.seal().digests.keys.sorted() == [paths[0]])
    _ = try folder.file("a.gpkg-wal", "frame")
    #expect(throws: ChangedInput(path: paths[1])) { try watch.seal() }
    #expect(try InputWatch(paths, digests: true).seal().digests.keys.sorted() == paths)
  }
}

/// The program itself, built beside the tests.
private let program = URL(filePath: Bundle.main.bundlePath).appending(path: "hotspots").path

// The second file of incidents is a pipe. The program opens both before it reads rows, and then waits for
// the pipe: what happens before anything is written to that happens while the first file is read.
@Suite(
  "Inputs that change while the program reads them",
  .enabled(if: FileManager.default.isExecutableFile(atPath: program), "the program is not built"))
struct ChangingInputTests {
  private let folder = TemporaryFolder()

  init() throws {
    for name in ["boundaries/wards", "boundaries/lsoa"] {
      for part in ["shp", "shx", "dbf", "prj"] {
        try FileManager.default.copyItem(
          atPath: ProjectFolder.path("\(name).\(part)"),
          toPath: folder.path("\(name.split(separator: "/")[1]).\(part)"))
      }
    }
    try FileManager.default.moveItem(
      atPath: folder.fewerSamples(), toPath: folder.path("in.csv"))
  }

  /// Runs the program, and a line of the shell between the opening of its files and their end.
  private func run(_ words: String, meanwhile line: String) throws -> Interop.Outcome {
    let script = """
      cd '\(folder.path(""))' && mkfifo pipe.csv && head -n 50 in.csv > more.csv
      '\(program)' \(words) --incidents in.csv --incidents pipe.csv --quiet &
      exec 3> pipe.csv
      \(line)
      cat more.csv >&3
      exec 3>&-
      wait $!
      """
    return try Interop.run("timeout", ["120", "sh", "-c", script])
  }

  /// What the run left beside its inputs.
  private var results: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path("")).filter {
        $0.contains("out") || $0.contains(".part")
      }
    }
  }

  private static let commands = [
    "areas --boundaries wards.shp --output out.csv --map out.svg --manifest out.json",
    "hours --output out.csv --manifest out.json",
    "density --boundaries wards.shp --output out.asc",
    "clusters --boundaries wards.shp --output out.csv",
    "query --near 455000,245000 --radius 900 --output out.csv",
    "query --from 2025-01 --count month --format csv --output out.csv",
    "export --output out.gpkg",
    "tasking --boundaries wards.shp --output out",
  ]

  @Test("nothing is written of a file that grew", arguments: commands)
  func grown(command: String) throws {
    let outcome = try run(command, meanwhile: "tail -n 1 more.csv >> in.csv")
    #expect(outcome.status == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("cannot use 'in.csv': it changed while it was read"))
    #expect(try results == [])
  }

  @Test(
    "nor of one that was cut, replaced or removed, nor where it is a boundary or a backdrop",
    arguments: [
      ("in.csv", "truncate -s 100000 in.csv"), ("in.csv", "cp in.csv new && mv new in.csv"),
      ("in.csv", "rm in.csv"), ("wards.prj", "echo >> wards.prj"),
      ("wards.dbf", "cp wards.dbf new && mv new wards.dbf"),
      ("wards.cpg", "echo UTF-8 > wards.cpg"),
      ("lsoa.shp", "truncate -s 5000 lsoa.shp"),
    ])
  func changed(file: String, line: String) throws {
    let outcome = try run(
      "areas --boundaries wards.shp --backdrop lsoa.shp --map out.svg", meanwhile: line)
    #expect(outcome.status == 74, "\(outcome.errors)")
    #expect(outcome.errors.contains("cannot use '\(file)': it changed while it was read"))
    #expect(try results == [])
  }

  @Test("of files that nobody touched the manifest has the digests that sha256sum has")
  func unchanged() throws {
    let outcome = try run(Self.commands[0] + " --backdrop lsoa.shp", meanwhile: "true")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let inputs = try #require(try folder.object("out.json")["inputs"] as? [[String: Any]])
    let files = ["wards", "lsoa"].flatMap { name in
      ["shp", "shx", "dbf", "prj"].map { "\(name).\($0)" }
    }
    #expect(inputs.compactMap { $0["path"] as? String } == ["in.csv", "pipe.csv"] + files)
    for input in inputs {
      let path = try #require(input["path"] as? String)
      if path == "pipe.csv" {
        #expect(input["sha256"] is NSNull && input["rows"] as? Int == 49)
        continue
      }
      let sum = try Interop.run("sha256sum", [folder.path(path)]).output.prefix(64)
      #expect(input["sha256"] as? String == String(sum), "\(path)")
      #expect(input["bytes"] as? Int == (try folder.read(path).count))
    }
  }
}
