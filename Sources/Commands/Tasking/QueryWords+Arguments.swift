import CommandLineKit
import HotspotsKit

extension QueryWords {
  /// Takes from the options of a pack what the command needs that repeats an answer of its map.
  ///
  /// Files are named without their folders: the command runs where they are, and the map may be handed
  /// on to those whom the folders do not concern.
  init(_ arguments: Arguments) {
    self.init()
    let given = arguments.recordedOptions
    let query = Set(QueryCommand.options.map(\.name))
    let ofAreas = Set(SharedOptions.boundaryInput.map(\.name) + [SharedOptions.crs.spec.name])
    let ofHours = Set(
      (SharedOptions.hourFilters + [SharedOptions.dayStart.spec]).map(\.name))
    let keepsHours = given.contains { option in
      SharedOptions.hourFilters.contains { $0.name == option.name }
    }
    let added = Set(
      [SharedOptions.from, SharedOptions.to].map(\.spec.name)
        + [SharedOptions.category.spec.name, SharedOptions.output.spec.name])
    let ofPack = Set(
      [SharedOptions.threads.spec.name, SharedOptions.manifest.spec.name, "keep", "precision"])
    base = ["hotspots", QueryCommand.name]
    var areas: [String] = []
    for option in given where query.contains(option.name) {
      let words = Self.words(of: option)
      if option.name == SharedOptions.boundaries.spec.name {
        layers = option.values.map { [SharedOptions.boundaries.spec.longName, Self.name($0)] }
      } else if ofAreas.contains(option.name) {
        areas += words
      } else if !added.contains(option.name), !ofPack.contains(option.name),
        keepsHours || !ofHours.contains(option.name)
      {
        base += words
      }
    }
    layers = layers.map { $0 + areas }
    count = ["--count", "all"]
    (within, area) = (
      QueryArea.withinOption.spec.longName, QueryArea.areaOption.spec.longName
    )
    func values(_ name: String) -> [String] { given.first { $0.name == name }?.values ?? [] }
    from = SharedOptions.from.spec.longName
    periodFrom = values(SharedOptions.from.spec.name).last
    to = SharedOptions.to.spec.longName
    periodTo = values(SharedOptions.to.spec.name).last
    category = SharedOptions.category.spec.longName
    categories = values(SharedOptions.category.spec.name)
    hours = SharedOptions.hours.spec.longName
    days = SharedOptions.days.spec.longName
    dayStart = SharedOptions.dayStart.spec.longName
  }

  /// Returns an option as it is typed, a word for each of its parts.
  private static func words(of option: Arguments.RecordedOption) -> [String] {
    guard let spec = QueryCommand.options.first(where: { $0.name == option.name }) else {
      return []
    }
    if option.values.isEmpty { return [spec.longName] }
    return option.values.flatMap { [spec.longName, spec.replacingPaths(in: $0, with: name)] }
  }

  /// Returns a path without its folders.
  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
