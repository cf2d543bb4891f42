import Geometry
import Incidents
import Projections

extension IncidentSource {
  /// Opens a file and checks that the system it states can be used.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - needsSystem: Whether positions of incidents are to be converted.
  ///   - open: Opens the file.
  /// - Returns: The file.
  /// - Throws: ``InputError/unusableSystem(_:)``, and what `open` throws.
  static func open(
    _ options: StudyOptions, needsSystem: Bool, _ open: () throws -> IncidentSource
  ) throws -> IncidentSource {
    let source: IncidentSource
    do {
      source = try open()
    } catch IncidentError.unknownSystem(let path, let text) where options.incidents.crs == nil {
      try check(text, path, options)
      throw IncidentError.unknownSystem(path: path, text: text)
    }
    if needsSystem, let stated = source.statedSystem(options) {
      try check(stated, source.path, options)
    }
    return source
  }

  private static func check(_ stated: String, _ path: String, _ options: StudyOptions) throws {
    _ = try SystemQuestion(
      path: path, stated: stated, named: nil, box: .empty, role: .incidents
    ).settle(options.coordinates)
  }

  /// The registered system for which that of the file was taken; `nil` where that is plain.
  func identifiedSystem(_ options: StudyOptions) -> IdentifiedSystem? {
    guard let stated = statedSystem(options),
      case .usable(let system)? = try? options.coordinates.examine(stated)
    else { return nil }
    return system.identified
  }

  /// What the file's own words for the system of its coordinates are, where they count.
  private func statedSystem(_ options: StudyOptions) -> String? {
    guard options.incidents.crs == nil, let stated = origin?.crs, stated == crs,
      stated != "EPSG:4326"
    else { return nil }
    return stated
  }
}

extension StudyOptions {
  /// Returns whether two texts mean the same system.
  func isSameSystem(_ one: String, _ other: String) throws -> Bool {
    if one == other { return true }
    guard case .usable(let first) = try coordinates.examine(one),
      case .usable(let second) = try coordinates.examine(other)
    else { return false }
    return first.crs == second.crs
  }
}
