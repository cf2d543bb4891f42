import Foundation
import Testing

@testable import CommandLineKit

@Suite("Completion scripts")
struct CompletionShellTests {
  private static let bash = "/bin/bash"
  private static let hasBash = FileManager.default.isExecutableFile(atPath: bash)

  @Test("bash accepts its script", .enabled(if: hasBash, "bash is absent"))
  func bashSyntax() throws {
    let script = Program.demo.completionScript(for: .bash)
    #expect(try Self.run(["-n", "-c", script]) == "")
  }

  @Test(
    "bash offers what may come next",
    .enabled(if: hasBash, "bash is absent"),
    arguments: [
      ([""], ["areas", "density", "completion", "help"]),
      (["de"], ["density"]),
      (["density", "--ke"], ["--kernel", "--kernels"]),
      (["density", "--kernel", ""], ["quartic", "uniform", "triangular"]),
      (["density", "--kernel", "u"], ["uniform"]),
      (["density", "--kernel", "="], ["quartic", "uniform", "triangular"]),
      (["density", "--kernel", "=", "t"], ["triangular"]),
      (["density", "--kernels", "uniform,q"], ["uniform,quartic"]),
      (["density", "--cell-size", ""], []),
      (["density", "--incidents", "sub/"], ["sub/a b.csv", "sub/UPPER.CSV", "sub/inner"]),
      (["density", "--map", "sub/n"], ["sub/notes.txt"]),
      (["density", "--grids", "s"], ["sub"]),
      (["areas", "--incidents", "x", "--q"], ["--quiet"]),
      (["completion", ""], ["bash", "zsh", "fish"]),
      (["help", "ar"], ["areas"]),
      (["unknown", "--q"], []),
    ])
  func bashOffers(words: [String], expected: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "sub/inner"), withIntermediateDirectories: true)
    for name in ["a b.csv", "UPPER.CSV", "notes.txt"] {
      try Data().write(to: folder.appending(path: "sub/\(name)"))
    }
    let typed = (["hotspots"] + words).map(\.quotedForShell).joined(separator: " ")
    let script = """
      \(Program.demo.completionScript(for: .bash))
      COMP_WORDS=(\(typed)); COMP_CWORD=\(words.count); _hotspots
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let offered = try Self.run(["-c", script], in: folder).split(separator: "\n").map(String.init)
    #expect(Set(offered) == Set(expected))
    #expect(offered.count == expected.count)
  }

  @Test("zsh gets an argument for each option, quoted and escaped")
  func zsh() {
    let script = Program.demo.completionScript(for: .zsh)
    #expect(script.hasPrefix("#compdef hotspots\n"))
    for line in [
      #"'*--incidents=[Incidents to read]:FILE:_files -g "*.(csv|gz)"' \"#,
      #"'--map=[Draw a map\: it'\''s \[quick\]]:FILE.svg:_files' \"#,
      "'--kernel=[Shape of a hill]:NAME:(quartic uniform triangular)' \\",
      "'--cell-size=[Width of a grid cell]:METRES: ' \\",
      "'--grids=[Folder with grids]:FOLDER:_files -/' \\",
      "'--strict[Stop at the first bad row]' \\",
      "'(-h --help)'{-h,--help}'[Print this help]'",
      "completion) _arguments ':word:(bash zsh fish)' ;;",
    ] {
      #expect(script.contains("  \(line)\n"), "\(line)")
    }
  }

  @Test("fish gets a line for each option, quoted")
  func fish() {
    let script = Program.demo.completionScript(for: .fish)
    for line in [
      "-a areas -d 'Count incidents in each boundary area.'",
      "-n '__hotspots_command density' -l incidents -r -F -d 'Incidents to read'",
      #"-n '__hotspots_command density' -l map -r -F -d 'Draw a map: it\'s [quick]'"#,
      "-l kernel -x -a 'quartic uniform triangular' -d 'Shape of a hill'",
      "-l grids -x -a '(__fish_complete_directories)' -d 'Folder with grids'",
      "-n '__hotspots_command density' -s h -l help -d 'Print this help'",
      "-n '__hotspots_command completion' -a 'bash zsh fish'",
    ] {
      #expect("\(script)\n".contains("\(line)\n"), "\(line)")
    }
  }

  @Test("the script is data, printed by the command", arguments: CompletionShell.allCases)
  func command(shell: CompletionShell) async {
    let console = Console()
    #expect(await Program.demo.run(["completion", shell.rawValue], in: console) == .done)
    #expect(console.output.text == Program.demo.completionScript(for: shell) + "\n")
  }

  /// Runs bash and returns all it prints, complaints too.
  private static func run(_ arguments: [String], in folder: URL? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: bash)
    process.arguments = ["--norc", "--noprofile"] + arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let read = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: read, as: UTF8.self)
  }
}
