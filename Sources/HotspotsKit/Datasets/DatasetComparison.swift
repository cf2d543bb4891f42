import Assignment
import HotspotAnalysis

/// What several datasets have in each area and hour, and how far they agree.
///
///     let comparison = try await datasets.compare()
///     comparison.agreementTable   // a row for each pair of datasets, for areas and for hours
///     comparison.sentences
///
/// See <doc:ComparingDatasets>.
public struct DatasetComparison: Sendable {
  /// The datasets, the first of the options first.
  package let datasets: [CountedDataset]
  /// How far each pair of them agrees.
  package let pairs: [DatasetPair]

  /// Compares datasets of the same areas.
  package init(_ datasets: [CountedDataset]) {
    self.datasets = datasets
    pairs = DatasetPair.all(of: datasets)
  }

  /// The names of the datasets.
  public var names: [String] { datasets.map(\.name) }

  /// Returns the datasets in which an area of the first layer ranks in the first three, in their order.
  ///
  /// Equal counts share a rank; of fewer than ten incidents no rank is told.
  ///
  /// - Parameter area: The position of the area.
  /// - Returns: Their names.
  package func leading(inArea area: Int) -> [String] {
    datasets.filter { dataset in
      let amount = dataset.amounts[area]
      return amount >= Double(SmallNumbers.fewest)
        && dataset.amounts.count { $0 > amount } < Self.leadingRanks
    }.map(\.name)
  }

  /// The ranks that make an issue of an area's.
  package static let leadingRanks = 3
}

/// A dataset counted by area and hour.
package struct CountedDataset: Sendable {
  /// What it is called.
  package let name: String
  /// Its incidents by area.
  package let areas: AreaCounts.Result
  /// The weight of each hour of the week, from Monday 00:00; `nil` if hours are not told.
  package let hours: [Double]?
  /// Why hours are not told; `nil` if they are.
  package let hourAbsence: DatasetHourAbsence?

  /// Takes what was counted.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - areas: Its incidents by area.
  ///   - hours: Its incidents by hour; `nil` if rows stand for several.
  package init(_ name: String, _ areas: AreaCounts.Result, _ hours: AoristicHours.Result?) {
    self.name = name
    self.areas = areas
    let absence = DatasetHourAbsence(areas.reading, hours)
    hourAbsence = absence
    self.hours = absence == nil ? hours?.profile.weights : nil
  }

  /// The incidents of each area of the first layer, with hours asked for those expected in them.
  package var amounts: [Double] { areas.counts[0].amounts }

  /// The incidents of all areas together.
  package var total: Double { amounts.reduce(0, +) }

  /// The incidents in each of the 24 hours of the day; `nil` if hours are not told.
  package var hoursOfDay: [Double]? {
    hours.map { hours in (0..<24).map { hour in (0..<7).reduce(0) { $0 + hours[$1 * 24 + hour] } } }
  }

  /// The incidents in each quarter of each day of the week, from Monday 00:00; `nil` if hours are not
  /// told.
  package var quartersOfWeek: [Double]? {
    hours.map { hours in (0..<28).map { part in hours[part * 6..<part * 6 + 6].reduce(0, +) } }
  }
}

/// Why nothing is said of the hours of a dataset.
package enum DatasetHourAbsence: Sendable, Equatable, CustomStringConvertible {
  /// The data do not tell them.
  case data(HourAbsence)
  /// Some hours are asked for, and all others are left out.
  case hoursChosen
  /// Rows stand for several incidents.
  case counted

  fileprivate init?(_ reading: StudyReading, _ hours: AoristicHours.Result?) {
    if reading.options.filter.hours != nil {
      self = .hoursChosen
    } else if let hours {
      guard let absence = HourAbsence(of: reading.sources) ?? hours.absence else { return nil }
      self = .data(absence)
    } else {
      self = .counted
    }
  }

  /// What was found, as a clause.
  package var description: String {
    switch self {
    case .data(let absence): absence.description
    case .hoursChosen: "incidents of certain hours are asked for"
    case .counted: "its rows stand for several incidents"
    }
  }
}

extension DatasetStudies {
  /// Counts all datasets by area and hour, and compares them.
  ///
  /// - Returns: The comparison.
  /// - Throws: The errors of ``Study/run(_:)``; ``InputError/noBoundaries``.
  public func compare() async throws -> DatasetComparison {
    let counted = try await run { study in try await Self.count(study) }
    return DatasetComparison(
      zip(names, counted).map { CountedDataset($0, $1.areas, $1.hours) })
  }

  /// Counts and compares all datasets, and runs a method on the first of them in the same pass.
  ///
  /// - Parameter method: The method.
  /// - Returns: Its result, and the comparison.
  /// - Throws: The errors of ``Study/run(_:)`` and of the method; ``InputError/noBoundaries``.
  public func compare<Method: StudyMethod>(
    beside method: Method
  ) async throws -> (Method.Result, DatasetComparison) {
    var result: Method.Result?
    let counted = try await run { study in
      if result != nil { return try await Self.count(study) }
      let (made, areas, hours) = try await Self.count(study, beside: method)
      result = made
      return (areas, hours)
    }
    guard let result else { preconditionFailure("DatasetStudies: no dataset") }
    return (
      result,
      DatasetComparison(zip(names, counted).map { CountedDataset($0, $1.areas, $1.hours) })
    )
  }

  private typealias Counts = (areas: AreaCounts.Result, hours: AoristicHours.Result?)

  private static var areaCounts: AreaCounts {
    AreaCounts(readsPeriod: true, countsCategories: false)
  }

  private static var hourCounts: AoristicHours {
    var hours = AoristicHours()
    hours.splitsNight = false
    return hours
  }

  private static func count(_ study: Study) async throws -> Counts {
    // Rows that stand for several incidents have no times of their own.
    if study.options.incidents.countColumn != nil {
      return (try await study.run(areaCounts), nil)
    }
    let (areas, hours) = try await study.run(areaCounts, hourCounts)
    return (areas, hours)
  }

  private static func count<Method: StudyMethod>(
    _ study: Study, beside method: Method
  ) async throws -> (Method.Result, AreaCounts.Result, AoristicHours.Result?) {
    if study.options.incidents.countColumn != nil {
      let (result, areas) = try await study.run(method, areaCounts)
      return (result, areas, nil)
    }
    let (result, areas, hours) = try await study.run(method, areaCounts, hourCounts)
    return (result, areas, hours)
  }
}
