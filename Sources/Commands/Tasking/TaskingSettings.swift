import CommandLineKit

/// What the options of `tasking` ask for, beside its inputs and outputs.
struct TaskingSettings: Sendable {
  /// What is asked of the hours.
  var hours: HourSettings

  /// The options that are read here, beside those of hours to keep.
  static let specs = HourSettings.answerSpecs

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    hours = try HourSettings(answersOf: arguments)
  }
}
