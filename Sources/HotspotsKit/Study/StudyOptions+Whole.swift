extension StudyOptions {
  /// Returns the options of a study of all incidents of other files in the same areas: no filter, no
  /// weights, and of the columns named only those of coordinates and of what counts once.
  ///
  ///     let all = Study(burglary.options.whole(["2025.csv"]))
  ///     let ratio = try await burglary.run(RelativeDensity(to: all))
  public func whole(_ paths: [String]) -> StudyOptions {
    var other = self
    other.incidents.paths = paths
    other.incidents.columns = incidents.columns.filter {
      [.longitude, .latitude, .easting, .northing].contains($0.key)
        || $0.key.rawValue == incidents.uniqueKey
    }
    other.weights = nil
    other.filter = StudyFilter()
    other.filter.timeZone = filter.timeZone
    other.reportsAccuracy = false
    return other
  }
}
