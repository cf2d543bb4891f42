import TestSupport
import Testing

@Suite("Snapshots of packs")
struct PackSnapshotTests {
  /// The packs of the made-up borough: a year of both layers, and a quarter beside the one before.
  private static let packs = [("year", MadePack.borough), ("quarter", MadePack.quarter)]

  @Test("the page has the recorded elements, ids, headings and columns")
  func pages() async throws {
    for (name, pack) in Self.packs {
      let skeleton = PageSkeleton(html: try await pack.value.text("index.html"))
      let text = skeleton.lines.joined(separator: "\n")
      #expect(try Snapshot.difference(of: text, from: "Tests/Snapshots/\(name)-page.txt") == nil)
    }
  }

  @Test("the manifest has the recorded keys and types, each key once")
  func manifests() async throws {
    for (name, pack) in Self.packs {
      let skeleton = ManifestSkeleton(json: try await pack.value.text("manifest.json"))
      #expect(skeleton.repeated.isEmpty)
      let text = skeleton.lines.joined(separator: "\n")
      #expect(
        try Snapshot.difference(of: text, from: "Tests/Snapshots/\(name)-manifest.txt") == nil)
    }
  }
}
