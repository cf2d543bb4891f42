import Testing

@testable import CommandLineKit

@Suite("Help")
struct HelpTests {
  @Test("the program's help lists commands, statuses and where more help is")
  func program() {
    #expect(
      Program.demo.helpText(width: 80) == """
        Find hotspots.

        Usage: hotspots COMMAND [OPTIONS]

        Commands:
          areas                     Count incidents in each boundary area.
          density                   Estimate where incidents are dense.
          completion                Print a completion script for bash, zsh or fish.
          help                      Print the help of a command, or all of it in
                                    Markdown.

        General:
          --version                 Print the version
          -h, --help                Print this help

        Exit status:
          0                         done
          64                        the command line is wrong
          65                        the data are not fit to use
          66                        an input is missing
          70                        a fault of the program
          73                        an output cannot be written
          74                        reading or writing failed

        Help on a command: hotspots help COMMAND
        """)
  }

  @Test("a command's help has its options by section, what follows from them, and an example")
  func command() {
    #expect(
      Program.demo.helpText(for: DemoCommand.self, width: 80) == """
        Estimate where incidents are dense.

        Usage: hotspots density --near PLACE [OPTIONS]

        A surface says how many incidents there are per square kilometre.

        Incidents:
          --incidents FILE          Incidents to read. - is standard input (repeatable)

        Options:
          --cell-size METRES        Width of a grid cell (default: 250)
          --kernel NAME             Shape of a hill (one of quartic, uniform,
                                    triangular; default: quartic)
          --kernels NAME,...        Shapes to compare (one of quartic, uniform,
                                    triangular)
          --map FILE.svg            Draw a map: it's [quick]
          --grids FOLDER            Folder with grids
          --near PLACE              Centre of the circle (required)
          --strict                  Stop at the first bad row

        General:
          --threads N               Threads to use
          --config FILE             Read options from a JSON5 file, under the names used
                                    here without dashes. Command-line options take
                                    precedence. Relative paths in the file start from
                                    its own folder
          --quiet                   Print only warnings and errors (not with --verbose)
          --verbose                 Print more: each step and the time it took
          --version                 Print the version
          -h, --help                Print this help

        Example:
          hotspots density --incidents samples/incidents.csv --near 'Mill Street' \\
              --kernel uniform --map density.svg
        """)
  }

  @Test("the commands that every program has explain themselves", arguments: [["--help"], []])
  func builtIns(words: [String]) async {
    let console = Console()
    let asked = words.isEmpty ? ["help", "completion"] : ["completion"] + words
    #expect(await Program.demo.run(asked, in: console) == .done)
    #expect(
      console.output.text == """
        Print a completion script for bash, zsh or fish.

        Usage: hotspots completion bash|zsh|fish

        Example:
          source <(hotspots completion bash)

        """)
  }

  @Test("no line is wider than asked for, where words allow", arguments: [60, 72, 80, 120])
  func width(width: Int) {
    let text = Program.demo.helpText(for: DemoCommand.self, width: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }
}
