import CommandLineKit
import Commands
import Glibc

/// The program `hotspots`.
@main
struct Hotspots {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    exit(await CommandRegistry.program.run(words, in: .ofProcess()).rawValue)
  }
}
