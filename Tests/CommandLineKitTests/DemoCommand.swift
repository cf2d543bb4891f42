@testable import CommandLineKit

/// A command that has one option of each kind, and does as its options say.
struct DemoCommand: Command {
  enum Kernel: String, CaseIterable, ExpressibleByArgument {
    case quartic, uniform, triangular
  }

  struct BadFile: ExitStatusConvertible, CustomStringConvertible {
    let exitStatus: CommandLineKit.ExitStatus
    let description: String
  }

  struct Surprise: Error {}

  static let name = "density"
  static let abstract = "Estimate where incidents are dense."
  static let discussion = "A surface says how many incidents there are per square kilometre."
  static let example =
    "hotspots density --incidents samples/incidents.csv --near 'Mill Street' --kernel uniform --map density.svg"

  static let incidents = Option<[String]>(
    "incidents", valueName: "FILE", help: "Incidents to read. - is standard input",
    section: "Incidents", role: .reads(["csv", "gz"]))
  static let cellSize = Option<Double>(
    "cell-size", valueName: "METRES", help: "Width of a grid cell", default: 250,
    allowed: "a number above 0", where: { $0 > 0 })
  static let kernel = Option<Kernel>(
    "kernel", valueName: "NAME", help: "Shape of a hill", default: .quartic)
  static let days = Option<CommaSeparated<Kernel>?>(
    "kernels", valueName: "NAME,...", help: "Shapes to compare")
  static let map = Option<String?>(
    "map", valueName: "FILE.svg", help: "Draw a map: it's [quick]",
    role: .writes([]))
  static let grids = Option<String?>(
    "grids", valueName: "FOLDER", help: "Folder with grids", role: .readsFolder)
  static let near = Option<String>("near", valueName: "PLACE", help: "Centre of the circle")
  static let threads = Option<Int?>(
    "threads", valueName: "N", help: "Threads to use", section: OptionSection.general,
    isRecorded: false)
  static let strict = Flag("strict", help: "Stop at the first bad row")

  static let options = [
    incidents.spec, cellSize.spec, kernel.spec, days.spec, map.spec, grids.spec, near.spec,
    threads.spec, strict.spec,
  ]

  let near: String

  init(_ arguments: Arguments) throws(UsageError) {
    near = try arguments.value(of: Self.near)
  }

  func run(in console: Console) async throws {
    switch near {
    case "bad data": throw BadFile(exitStatus: .badData, description: "cannot read 'x': no rows")
    case "no input": throw BadFile(exitStatus: .noInput, description: "cannot open 'x'")
    case "full disk": throw BadFile(exitStatus: .cannotWrite, description: "cannot write 'x'")
    case "surprise": throw Surprise()
    case "reader gone": throw ConsoleError.readerClosed
    case "bad option": throw UsageError.dependent("--map", needs: "--near")
    default: break
    }
    console.note("near: \(near)")
    console.detail("step 1")
    console.warn("few incidents")
    try console.print("result")
  }
}

/// A second command, so that names can be confused.
struct AreasCommand: Command {
  static let name = "areas"
  static let abstract = "Count incidents in each boundary area."
  static let example = "hotspots areas"
  static let options: [OptionSpec] = []
  static let detours = ["--cell-size": "areas have no cells; hotspots density has"]

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(in console: Console) async throws { try console.print("code,incidents") }
}

extension Program {
  /// A program with the two commands above.
  static let demo = Program(
    name: "hotspots", version: "1.2.3", abstract: "Find hotspots.",
    commands: [AreasCommand.self, DemoCommand.self])
}
