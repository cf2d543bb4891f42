import CKernels
import CommandLineKit
import Commands
import Glibc

/// The program `hotspots`.
@main
struct Hotspots {
  static func main() async {
    // A tenth of the time of a count went into clearing pages; runs are short and end with the process.
    hotspots_keep_freed_memory(256 << 20)
    let words = Array(CommandLine.arguments.dropFirst())
    // A pack of six million incidents takes 20 of 500 MB less, for a twentieth of the time.
    if words.first == TaskingCommand.name { hotspots_use_one_heap() }
    exit(await CommandRegistry.program.run(words, in: .ofProcess()).rawValue)
  }
}
