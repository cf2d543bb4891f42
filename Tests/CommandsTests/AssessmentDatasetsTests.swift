import Foundation
import TestSupport
import Testing

@Suite("Command assessment, with other datasets")
struct AssessmentDatasetsTests {
  private let folder = TemporaryFolder()

  @Test(
    "agreement and profiles have the bytes of their command; each dataset is reconciled by itself")
  func datasets() async throws {
    let inputs =
      MadeAssessment.wards + MadeAssessment.incidents
      + ["--dataset", "fire=\(ProjectFolder.path("samples/fire.csv"))"]
    let made = try await MadeAssessment(inputs + ["--sections", "datasets,profiles"])
    let run = await CommandRun(
      words: ["profile"] + inputs + [
        "--output", folder.path("profiles.csv"), "--agreement", folder.path("agreement.csv"),
      ])
    #expect(run.status == 0, "\(run.messages)")
    for name in ["profiles.csv", "agreement.csv"] {
      let alone = try folder.text(name)
      #expect(made.text(name) == alone, "\(name)")
    }
    let files = try #require(made.manifest["inputs"] as? [[String: Any]])
    #expect(files.contains { ($0["path"] as? String)?.hasSuffix("fire.csv") == true })
    #expect(made.text("index.html").contains("Fire"))
  }
}
