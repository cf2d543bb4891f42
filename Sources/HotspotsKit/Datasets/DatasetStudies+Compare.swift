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
