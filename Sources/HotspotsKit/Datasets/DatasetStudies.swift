import Incidents

/// Several datasets over the same areas, each read and reconciled by itself: police, ambulance, fire,
/// noise.
///
///     let datasets = try DatasetStudies(
///       options, named: "police", beside: [Dataset("fire", ["fire.csv"])])
///     let counts = try await datasets.run { try await $0.run(AreaCounts()) }
///
/// The first dataset is that of the options: named columns, weights, filters by category and by column,
/// and whatever else says how its rows are read, are its own. The others are read as they are found, each
/// with its own columns, dates and coordinate system. All share areas, period, hours, zone and the bounds
/// of what must be usable. Boundaries are read and indexed once.
public struct DatasetStudies: Sendable {
  /// The names of the datasets, the first of the options first.
  public let names: [String]
  /// The options of each dataset's study.
  public let options: [StudyOptions]

  private let observer: StudyObserver

  /// Puts datasets side by side; nothing is read of rows yet.
  ///
  /// - Parameters:
  ///   - options: The options of the first dataset, and what all share.
  ///   - name: What it is called.
  ///   - others: The others; none for a single dataset.
  ///   - observer: Called with progress, on any thread.
  /// - Throws: ``DatasetError`` for names that cannot be told apart and for a file in two datasets;
  ///   `IncidentError` for a file that is not there.
  public init(
    _ options: StudyOptions, named name: String = "incidents", beside others: [Dataset] = [],
    observer: @escaping StudyObserver = { _ in }
  ) throws {
    names = [name] + others.map(\.name)
    try Dataset.check(names)
    self.options = [options] + others.map { options.beside($0.incidents) }
    self.observer = observer
    try checkRepeats()
  }

  /// How many datasets there are.
  public var count: Int { names.count }

  /// Runs methods over each dataset in turn.
  ///
  /// - Parameter method: Runs them on a dataset's study.
  /// - Returns: The results, in the order of ``names``.
  /// - Throws: What `method` throws.
  /// - Complexity: One pass over the files of each dataset.
  public func run<Result: Sendable>(
    _ method: (Study) async throws -> Result
  ) async throws -> [Result] {
    var results: [Result] = []
    var first: Study?
    for options in options {
      let study = Study(options, reusing: first?.openedInput, observer: observer)
      results.append(try await method(study))
      first = first ?? study
    }
    return results
  }

  /// Refuses a file that is in two datasets, unless repeats are allowed.
  private func checkRepeats() throws {
    if options[0].incidents.allowsRepeats || count == 1 { return }
    var parts: [IncidentPart] = []
    var owners: [Int] = []
    for (owner, options) in options.enumerated() {
      let own = try IncidentParts(
        options.incidents.paths, headerLine: options.incidents.headerRow
      ).parts
      parts += own
      owners += own.map { _ in owner }
    }
    guard
      let (first, second) = try RepeatedFiles.first(
        among: parts, features: options[0].featureSystem)
    else { return }
    func owner(_ path: String, last: Bool) -> Int? {
      let places = parts.indices.filter { parts[$0].path == path }
      return (last ? places.last : places.first).map { owners[$0] }
    }
    // Within one dataset its own study refuses it, in its own words.
    guard let one = owner(first, last: false), let other = owner(second, last: true), one != other
    else { return }
    throw DatasetError.sameRows(
      first: names[one], firstPath: first, second: names[other], secondPath: second)
  }
}

extension StudyOptions {
  /// Returns the options of another dataset over the same areas, in the same period and hours.
  fileprivate func beside(_ incidents: IncidentFiles) -> StudyOptions {
    var other = self
    other.incidents = incidents
    other.incidents.isStrict = self.incidents.isStrict
    other.incidents.rebuildsIndex = self.incidents.rebuildsIndex
    other.incidents.allowsRepeats = self.incidents.allowsRepeats
    // Of columns that settle their order themselves it changes nothing.
    other.incidents.dateOrder = incidents.dateOrder ?? self.incidents.dateOrder
    other.weights = nil
    other.reportsAccuracy = false
    (other.filter.categories, other.filter.excludedCategories) = ([], [])
    other.filter.condition = nil
    return other
  }
}
