import HotspotsKit

/// Prints the hotspots of robberies, and writes their density and them to the folder that is named.
@main
struct Density {
  static func main() async throws {
    let folder = CommandLine.arguments.dropFirst().first ?? "."
    var filter = StudyFilter()
    filter.categories = ["Robbery"]
    let study = Study(
      boundaries: ["boundaries/lsoa.shp"], incidents: ["samples/incidents.csv"], filter: filter)
    let density = try await study.run(KernelDensity(bandwidth: .metres(300)))
    guard let hotspots = density.hotspots else { return }
    for row in 0..<hotspots.rowCount {
      let cells = ["location", "incidents", "busiest_hours"].map { name in
        hotspots[column: name]?.values.description(at: row) ?? ""
      }
      print(cells.joined(separator: ", "))
    }
    try ResultWriter(density.reading).write(hotspots, to: "\(folder)/hotspots.csv")
    try DensityWriter(density).write(to: "\(folder)/density.geojson")
    try DensityFigure(density)?.write(to: "\(folder)/density.svg")
    for choice in density.choices { choice.sentences.forEach { print($0) } }
    for finding in density.findings { print("note: \(finding)") }
  }
}
