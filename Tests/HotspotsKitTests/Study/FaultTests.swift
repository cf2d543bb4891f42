import HotspotsKit
import TestSupport
import Testing

@Suite struct FaultTests {
  /// The kind of fault that ends a count of a file with this text.
  private func fault(text: String?, filter: StudyFilter = StudyFilter()) async throws -> Fault? {
    let folder = TemporaryFolder()
    let path = text == nil ? folder.path("none.csv") : try folder.file("rows.csv", text ?? "")
    do {
      _ = try await Study(incidents: [path], filter: filter).run(AoristicHours())
      return nil
    } catch { return Fault(of: error) }
  }

  @Test("a file that is not there is missing, one with a quote that never closes is unfit")
  func files() async throws {
    #expect(try await fault(text: nil) == .missingInput)
    #expect(try await fault(text: "Date,Longitude,Latitude\n\"2025-01-02,0,51\n") == .data)
    #expect(try await fault(text: "Date,Longitude,Latitude\n2025-01-02 03:04,0,51\n") == nil)
  }

  @Test("a time zone that does not exist is the caller's mistake, whatever the file")
  func request() async throws {
    var filter = StudyFilter()
    filter.timeZone = "Europe/Nowhere"
    let text = "Date,Longitude,Latitude\n2025-01-02 03:04,0,51\n"
    #expect(try await fault(text: text, filter: filter) == .request)
  }

  @Test("an error of another library is none of ours")
  func other() {
    #expect(Fault(of: CancellationError()) == nil)
  }
}
