import Assignment
import Boundaries
import Incidents

extension StudyReading {
  /// What people should know about the input, whatever the method.
  public var findings: [Finding] {
    Finding.ofConversion(conversion == nil ? nil : projection) + (input?.boundaries.findings ?? [])
      + sources.flatMap(\.findings) + headerFindings
      + likeness.findings
      + period.findings
      + (categories?.sharedKeys ?? []).map(Finding.sharedColumnName) + categoryFindings
      + shortfalls.map(Finding.shortfall) + (weighing?.findings ?? [])
  }

  private var headerFindings: [Finding] {
    repeatedHeaders > 0 ? [.repeatedHeaders(repeatedHeaders)] : []
  }

  private var categoryFindings: [Finding] {
    let filter = options.filter
    return CategoryName.unknown(filter.categories + filter.excludedCategories, met: metCategories)
      .map { .unknownCategory($0, known: metCategories) }
  }
}

extension BoundaryInput {
  /// What was left out of boundary files or repaired in them.
  package var findings: [Finding] {
    (layers.flatMap { layer in Self.capped(layer.warnings).map { "\(layer.path): \($0)" } }
      + Self.capped(studyAreaWarnings)).map(Finding.boundaries)
  }

  /// Returns the first warnings, and the number of the others.
  private static func capped(_ warnings: [String]) -> [String] {
    let shown = 20
    guard warnings.count > shown else { return warnings }
    return warnings.prefix(shown) + ["and \(warnings.count - shown) more warnings of this kind"]
  }
}

extension IncidentSource {
  /// What was found while reading the file.
  package var findings: [Finding] {
    var findings = Finding.leftOut(part.leftOut)
    findings += warnings.map { .incidents("\(path): \($0)") }
    if columns.areDegreesByValue, let longitude = columns.name(of: .longitude),
      let latitude = columns.name(of: .latitude)
    {
      findings.append(
        .degreesInMetreColumns(longitude: longitude, latitude: latitude, path: path))
    }
    if let position = coordinates.position, position.isOrderOpen {
      findings.append(
        .assumedOrder(
          first: position.firstWord, column: columns.header[position.column], path: path))
    }
    if origin?.hasRebuiltIndex == true { findings.append(.rebuiltIndex(path: path)) }
    let unlisted = unlistedProperties
    if !unlisted.isEmpty { findings.append(.unlistedProperties(unlisted, path: path)) }
    return findings
  }
}

extension CategoryName {
  /// Returns the categories asked for that do not occur, in the order asked.
  package static func unknown(_ asked: [String], met: [String]) -> [String] {
    let keys = Set(met.map { columnKey($0) })
    return asked.filter { !keys.contains(columnKey(canonical($0))) }
  }
}
