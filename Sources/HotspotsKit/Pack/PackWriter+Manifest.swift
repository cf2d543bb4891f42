import Boundaries
import Incidents
import Interchange
import Tasking

extension PackWriter {
  /// Writes the manifest.
  ///
  /// - Parameters:
  ///   - scales: The scales of the maps of areas.
  ///   - digests: The digests of the files that were read.
  /// - Throws: ``OutputError``.
  func writeManifest(_ scales: [MapScale], _ digests: FileDigests) throws(OutputError) {
    let areas = result.areas
    let absent = absences.map { absence in
      JSONValue.object([
        .init("path", .text(absence.path)), .init("reason", .text(absence.reason)),
      ])
    }
    let written = result.parts.files.filter { $0.part != .manifest }.map(\.path)
    let locations = written.map { (folder.final($0), folder.working($0)) }
    try Manifest(
      command: command, options: recorded, incidents: areas.files,
      boundaries: areas.input.boundaries.files + result.look.inputs + areas.valueFiles,
      digests: digests,
      chosen: chosen(scales) + [.init("absent", .array(absent))],
      projection: areas.reading.projection, reconciliations: areas.reconciliations,
      outputs: written.map(folder.final), warnings: warnings,
      locations: Dictionary(uniqueKeysWithValues: locations)
    ).write(to: folder.working(PackPart.manifest.rawValue))
  }

  /// What was chosen and found.
  private func chosen(_ scales: [MapScale]) -> [JSONValue.Member] {
    var members = (result.areas.choices + (result.density?.surfaceChoices ?? [])).members
    var all = scales.map(\.json)
    if let place = members.firstIndex(where: { $0.name == "scales" }),
      case .array(let ofDensity) = members.remove(at: place).value
    {
      all += ofDensity
    }
    members.append(.init("scales", .array(all)))
    members += (result.statistics?.statisticChoices ?? []).members.filter { member in
      !members.contains { $0.name == member.name }
    }
    members.append(.init("place", .optional(result.pack.place)))
    members.append(.init("credits", .array(result.pack.credits.map(JSONValue.text))))
    members.append(
      .init("suggested_credits", .array(result.suggestedCredits.map(JSONValue.text))))
    members.append(.init("hotspots_from", .text(result.pack.hotspotsFrom.rawValue)))
    if let hotspots = result.hotspotWords { members.append(.init("hotspots", hotspots.json)) }
    if let closeUps { members.append(.init("close_ups", closeUps.json)) }
    if !result.comparison.earlier.isEmpty { members.append(.init("change", changes.json)) }
    return members + hourMembers
  }

  private var hourMembers: [JSONValue.Member] {
    guard let found = result.hours, let hours else { return [] }
    let filter = found.reading.options.filter
    let members: [JSONValue.Member] = [
      .init("day_start", .text(HoursOfDay.label(found.method.dayStart))),
      .init("shift_hours", .integer(found.method.shift)),
      .init("without_time_of_day", .integer(found.untimed)),
    ]
    guard filter.hours == nil else { return members }
    return members + [
      .init("time_zone", .text(filter.timeZone)), .init("times", found.times.json),
      .init("answers", hours.json),
    ]
  }
}
