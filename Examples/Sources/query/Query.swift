import HotspotsKit

/// Counts the robberies around a grid reference by month, and writes their rows to the folder that is
/// named.
@main
struct Query {
  static func main() async throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    var filter = StudyFilter()
    filter.categories = ["Robbery"]
    let study = Study(incidents: ["samples/incidents.csv"], filter: filter)
    guard let centre = QueryArea.Centre("SP 558 455") else { return }
    let query = IncidentQuery(in: .circle(centre, metres: 500))
    let months = try await study.count(query, by: .month)
    if let table = months.table { print(TableWriter(table).text) }
    let rows = try await study.write(query, to: RowOutput("\(folder)/robberies.geojson"))
    for choice in rows.choices { choice.sentences.forEach { print($0) } }
    for finding in rows.findings { print("note: \(finding)") }
  }
}
