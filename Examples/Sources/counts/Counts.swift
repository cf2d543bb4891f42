import HotspotsKit

/// Prints the five areas with the most incidents, and writes a table and a map of all.
@main
struct Counts {
  static func main() async throws {
    let study = Study(
      boundaries: ["boundaries/lsoa.shp"], incidents: ["samples/incidents.csv"])
    let areas = try await study.run(AreaCounts(readsPeriod: true))
    let (codes, counts) = (
      areas.table[column: "code"]?.values, areas.table[column: "incidents"]?.values
    )
    let busiest = (0..<areas.table.rowCount)
      .map { (code: codes?.description(at: $0) ?? "", count: counts?.number(at: $0) ?? 0) }
      .sorted { $0.count > $1.count }
    for area in busiest.prefix(5) { print(area.code, Int(area.count)) }
    for finding in areas.findings { print("note: \(finding)") }
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    try ResultWriter(areas.reading).write(areas.table, to: "\(folder)/counts.geojson")
    try AreaFigure(areas).write(to: "\(folder)/counts.svg")
  }
}
