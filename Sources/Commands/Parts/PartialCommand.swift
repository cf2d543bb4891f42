import CommandLineKit
import HotspotsKit

/// A command that can count some of the rows and leave its result to `merge`.
protocol PartialCommand: Command {
  /// What is read; parts in place of files, where `merge` runs the command.
  var input: StudyOptions { get set }
  /// The outputs of which one is needed where parts are joined.
  static var alternativesOfParts: [[OptionUse]] { get }
}

extension PartialCommand {
  /// Those that are needed where rows are read.
  static var alternativesOfParts: [[OptionUse]] { alternatives }
}
