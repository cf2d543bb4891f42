import Foundation
import HotspotsKit
import TestSupport
import Testing

@Suite("Inspection of a study's files")
struct StudyInspectionTests {
  @Test("files and layers are those written by hand, whatever the filter")
  func byHand() async throws {
    let world = try SquareWorld()
    let study = try world.study { $0.filter.categories = ["Arson"] }
    let inspection = try await study.inspect()
    let file = try #require(inspection.incidents.first)
    #expect((file.rows, file.rejected, file.withoutCoordinates) == (5, 0, 1))
    #expect(file.categories.map(\.name) == ["Robbery", "Burglary"])
    #expect(file.categories.map(\.rows) == [3, 2])
    #expect(file.rowsWithTimeOfDay == 4)
    #expect(file.period?.first == "2025-02-10T10:00:00")
    #expect(file.period?.last == "2025-02-11T23:00:00")
    // Two in A, one in B, one 100 km to the east.
    let rows = try #require(file.reconciliations.first)
    #expect((rows.read, rows.assigned, rows.outsideCount) == (5, 3, 1))
    #expect(file.remarks == [.rowsWithoutCoordinates(0.2), .unusableDates(rows: 1)])
    let layer = try #require(inspection.layers.first)
    #expect((layer.areas, layer.areasInFile, layer.overlaps, layer.gaps) == (4, 4, 0, 0))
    #expect(layer.squareKilometres == 4 * 100 / 1e6)
    #expect(layer.remarks.isEmpty && layer.invalidCodes.isEmpty)
    #expect(inspection.repeats == nil)
  }

  @Test("references are told apart over all files, and remarks are worded by whoever asks")
  func references() async throws {
    let folder = TemporaryFolder()
    let first = try folder.file("a.csv", "id,start,easting,northing\n1,2025-02-10,1,2\n2,,1,2\n")
    let second = try folder.file("b.csv", "id,start,easting,northing\n2,2025-03-10,1,2\n2,,1,2\n")
    let inspection = try await Study(incidents: [first, second]).inspect()
    #expect(inspection.references == (distinct: 2, repeated: 2))
    #expect(inspection.incidents[1].references == (distinct: 1, repeated: 1))
    #expect(inspection.incidents[1].remarks.contains(.repeatedReferences(rows: 1)))
    let text = inspection.text(width: 80)
    #expect(text.contains("    - 1 row repeats a reference\n"))
    #expect(
      inspection.text(width: 80) { "<\($0)>" }.contains("    - <1 row repeats a reference>\n"))
    try inspection.write(to: folder.path("report.json"))
    let json = try JSONSerialization.jsonObject(with: Data(folder.read("report.json")))
    let files = try #require((json as? [String: Any])?["incidents"] as? [[String: Any]])
    #expect(files.map { $0["rows"] as? Int } == [2, 2])
    #expect((files[1]["worth_knowing"] as? [String])?.contains("1 row repeats a reference") == true)
  }
}
