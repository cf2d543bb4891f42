import Foundation
import Interchange
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("The folder of a pack")
struct PackFolderTests {
  private let home = TemporaryFolder()

  private func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.path(folder)).sorted()
  }

  /// Writes a pack of one file and a manifest that names it.
  private func makePack(_ text: String, at name: String = "pack") throws {
    let folder = try PackFolder(path: home.path(name))
    try folder.makeFolder("maps")
    let file = "maps/one.svg"
    try OutputFile.write(Array(text.utf8), to: folder.working(file))
    let manifest =
      "{\n  \"tool\": \"hotspots\",\n  \"outputs\": [\"\(folder.final(file))\", \"\(folder.final("index.html"))\"]\n}\n"
    try OutputFile.write(Array(manifest.utf8), to: folder.working("manifest.json"))
    try folder.commit()
  }

  private func error(_ name: String) -> PackFolderError? {
    #expect(throws: PackFolderError.self) { try PackFolder(path: home.path(name)) }
  }

  @Test("it appears when it is complete, and takes the place of an earlier pack")
  func replaces() throws {
    try makePack("first")
    #expect(try names() == ["pack"])
    #expect(try names("pack") == ["manifest.json", "maps"])
    try makePack("second")
    #expect(try names() == ["pack"])
    #expect(try home.read("pack/maps/one.svg") == Array("second".utf8))
  }

  @Test("nothing is left of a folder that is given up, and the earlier one stays")
  func givenUp() throws {
    try makePack("first")
    do {
      let folder = try PackFolder(path: home.path("pack"))
      try OutputFile.write([1], to: folder.working("index.html"))
      #expect(try names().count == 2)
    }
    #expect(try names() == ["pack"])
    #expect(try home.read("pack/maps/one.svg") == Array("first".utf8))
  }

  @Test("an empty folder is taken, and a slash at the end is no matter")
  func empty() throws {
    try FileManager.default.createDirectory(
      atPath: home.path("pack"), withIntermediateDirectories: false)
    try makePack("first", at: "pack/")
    #expect(try names("pack") == ["manifest.json", "maps"])
  }

  @Test("a folder with anything else is left alone")
  func foreign() throws {
    try FileManager.default.createDirectory(
      atPath: home.path("mine"), withIntermediateDirectories: false)
    try home.write("x".utf8, to: "mine/letter.txt")
    #expect(error("mine") == .holdsOtherThings(path: home.path("mine")))
    try home.write("{\"tool\": \"other\"}".utf8, to: "mine/manifest.json")
    #expect(error("mine") == .holdsOtherThings(path: home.path("mine")))
    #expect(try names("mine") == ["letter.txt", "manifest.json"])
  }

  @Test("a file that somebody put into a pack keeps the pack from being replaced")
  func annotated() throws {
    try makePack("first")
    for name in ["pack/notes.txt", "pack/maps/two.svg", "pack/one.svg"] {
      try home.write("x".utf8, to: name)
      #expect(
        error("pack")
          == .holdsOtherFile(path: home.path("pack"), name: String(name.dropFirst(5))))
      home.remove(name)
    }
    try makePack("second")
  }

  @Test("files that appear while the pack is being made are kept")
  func meanwhile() throws {
    try makePack("first")
    do {
      let folder = try PackFolder(path: home.path("pack"))
      try home.write("x".utf8, to: "pack/notes.txt")
      #expect(throws: PackFolderError.self) { try folder.commit() }
    }
    #expect(try names() == ["pack"])
    #expect(try names("pack") == ["manifest.json", "maps", "notes.txt"])
  }

  @Test("a file, a link to nowhere and a place that is not there are refused")
  func impossible() throws {
    try home.write("x".utf8, to: "file")
    #expect(error("file") == .notAFolder(path: home.path("file")))
    try FileManager.default.createSymbolicLink(
      atPath: home.path("link"), withDestinationPath: home.path("nowhere"))
    #expect(error("link") == .notAFolder(path: home.path("link")))
    let path = home.path("absent/pack")
    #expect(
      error("absent/pack")
        == .cannotCreate(path: path, reason: "the folder around it does not exist"))
    #expect(try names() == ["file", "link"])
  }
}
