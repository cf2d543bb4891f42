import HotspotsKit

/// Prints how many robberies are expected in each hour of the day.
@main
struct Hours {
  static func main() async throws {
    var filter = StudyFilter()
    filter.categories = ["Robbery"]
    let study = Study(incidents: ["samples/incidents.csv"], filter: filter)
    let hours = try await study.run(AoristicHours())
    let (labels, totals) = (
      hours.table[column: "hour"]?.values, hours.table[column: "Total"]?.values
    )
    for row in 0..<hours.table.rowCount {
      print(labels?.description(at: row) ?? "", totals?.number(at: row) ?? 0)
    }
    for choice in hours.choices { choice.sentences.forEach { print($0) } }
  }
}
