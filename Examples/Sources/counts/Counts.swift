import HotspotsKit

/// Prints the five areas with the most incidents.
@main
struct Counts {
  static func main() async throws {
    let study = Study(
      boundaries: ["boundaries/lsoa.shp"], incidents: ["samples/incidents.csv"])
    let areas = try await study.run(AreaCounts())
    let (codes, counts) = (
      areas.table[column: "code"]?.values, areas.table[column: "incidents"]?.values
    )
    let busiest = (0..<areas.table.rowCount)
      .map { (code: codes?.description(at: $0) ?? "", count: counts?.number(at: $0) ?? 0) }
      .sorted { $0.count > $1.count }
    for area in busiest.prefix(5) { print(area.code, Int(area.count)) }
    for finding in areas.findings { print("note: \(finding)") }
  }
}
