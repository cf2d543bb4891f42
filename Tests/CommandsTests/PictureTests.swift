import Foundation
import TestSupport
import Testing

@testable import Commands

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every picture of the made-up borough, in programs that know nothing of ours.
@Suite("Pictures in other programs")
struct PictureTests {
  private let home = TemporaryFolder()

  /// The pictures of a pack on A3 and of the commands, by name.
  private static let pictures = Task { () -> [String: [UInt8]] in
    let inputs = [
      "--boundaries", ProjectFolder.path("boundaries/lsoa.shp"), "--incidents",
      ProjectFolder.path("samples/incidents.csv"),
    ]
    let home = TemporaryFolder()
    let pack = await CommandRun(
      words: ["tasking"] + inputs + [
        "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--page", "a3", "--title",
        "A & B <\"both\">", "--hotspots-from", "clusters", "--output", home.path("pack"),
      ])
    #expect(pack.status == 0, "\(pack.messages)")
    var pictures = try MadePack(home).files.filter { $0.key.hasSuffix(".svg") }
    for (name, words) in [
      ("areas", ["--page", "16:9"]), ("density", ["--page", "a3-landscape"]),
      ("clusters", ["--page", "a4"]), ("hours", []),
    ] {
      let path = home.path("\(name).svg")
      let run = await CommandRun(
        words: [name] + inputs + [name == "hours" ? "--chart" : "--map", path, "--quiet"] + words)
      #expect(run.status == 0, "\(run.messages)")
      pictures["\(name).svg"] = try home.read("\(name).svg")
    }
    return pictures
  }

  @Test("each is well-formed XML without an identifier twice, and below a megabyte")
  func wellFormed() async throws {
    let pictures = try await Self.pictures.value
    #expect(pictures.count == 12)
    for (name, bytes) in pictures {
      let document = try XMLDocument(data: Data(bytes))
      let root = try #require(document.rootElement(), "\(name)")
      #expect(root.name == "svg", "\(name)")
      let identifiers = try root.nodes(forXPath: "//@id").compactMap(\.stringValue)
      #expect(Set(identifiers).count == identifiers.count, "\(name)")
      #expect(bytes.count < 1_000_000, "\(name): \(bytes.count) bytes")
    }
  }

  @Test(
    "librsvg draws each in its size and with its colours",
    .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
  func drawn() async throws {
    for (name, bytes) in try await Self.pictures.value {
      try home.write(bytes, to: "picture.svg")
      let outcome = try Interop.run(
        "rsvg-convert",
        ["--width", "400", "-o", home.path("picture.png"), home.path("picture.svg")])
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(name): \(outcome.errors)")
      let picture = try home.read("picture.png")
      #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(name)")
      // The width stands in the header; a sheet of one colour would be far smaller.
      #expect(picture[16..<20].elementsEqual([0, 0, 1, 0x90]), "\(name)")
      #expect(picture.count > 8_000, "\(name): \(picture.count) bytes")
    }
  }
}
