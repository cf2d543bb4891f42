import HotspotsKit

/// Makes the briefing pack of a quarter beside the one before, in the folder that is named.
@main
struct Pack {
  static func main() async throws {
    var filter = StudyFilter()
    filter.from = try PeriodBound("2025-10")
    let study = Study(
      boundaries: ["boundaries/lsoa.shp", "boundaries/wards.shp"],
      incidents: ["samples/incidents.csv"], filter: filter)
    var pack = BriefingPack()
    pack.title = "Marlowick, October to December 2025"
    pack.marking = "OFFICIAL"
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    let result = try await pack.write(study, to: "\(folder)/pack")
    for file in result.files { print("pack/\(file)") }
    for (path, reason) in result.absences { print("missing: \(path): \(reason)") }
    for finding in result.findings where finding.isWarning { print("warning: \(finding)") }
  }
}
