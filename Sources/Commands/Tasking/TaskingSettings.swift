import CommandLineKit

/// What the options of `tasking` ask for, beside its inputs and outputs.
struct TaskingSettings: Sendable {
  /// What is asked of the hours.
  var hours: HourSettings
  /// How the density is found.
  var density: DensitySettings
  /// How areas are compared with their neighbours.
  var clusters = ClusterSettings()
  /// How the maps look.
  var maps: MapSettings

  /// The options that are read here, beside those of hours to keep.
  static let specs = HourSettings.answerSpecs + DensitySettings.placeSpecs + MapSettings.specs

  /// Reads the options.
  init(_ arguments: Arguments) throws(UsageError) {
    hours = try HourSettings(answersOf: arguments)
    density = try DensitySettings(placesOf: arguments)
    maps = try MapSettings(arguments)
  }
}
