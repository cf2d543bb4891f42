package import CommandLineKit
import HotspotsKit

/// What the program is made of.
package enum CommandRegistry {
  /// The version of the program, as `--version` and manifests give it.
  package static var version: String { Release.version }

  /// Every command, in the order of help.
  ///
  /// A new command is one line here.
  package static let all: [any Command.Type] = [
    TaskingCommand.self,
    AssessmentCommand.self,
    AreasCommand.self,
    DensityCommand.self,
    ClustersCommand.self,
    ProfileCommand.self,
    ConcentrationCommand.self,
    IndexCommand.self,
    CrosstabCommand.self,
    OverlapsCommand.self,
    RepeatsCommand.self,
    CostCommand.self,
    ChangeCommand.self,
    MonthsCommand.self,
    QueryCommand.self,
    ExportCommand.self,
    HoursCommand.self,
    MergeCommand.self,
    InspectCommand.self,
  ]

  /// The program `hotspots`.
  package static let program = Program(
    name: "hotspots", version: version,
    abstract: "Turn incident exports and boundary files into maps, tables and a briefing pack.",
    commands: all,
    checkFiles: { try OutputCheck($0).run() },
    status: { Fault(of: $0).map(ExitStatus.init) },
    help: { Remedy(for: $0)?.help })
}
