import Foundation
import TestSupport
import Testing

@testable import Archives

@Suite("Unpacked files")
struct UnpackedFilesTests {
  private let folder = TemporaryFolder()

  private func archive(_ files: [RawArchive.File]) throws -> Archive {
    try folder.write(RawArchive(files).bytes, to: "a.zip")
    return try Archive(path: folder.path("a.zip"))
  }

  @Test("files lie in a folder of their own, for as long as somebody has them")
  func life() throws {
    let archive = try archive([.init("in/a.shp", "one"), .init("in/a.dbf", ""), .init("b", "two")])
    var files: UnpackedFiles? = try UnpackedFiles(
      archive.companions(of: archive.entries[0]), of: archive)
    let paths = archive.entries.map { files?.path(of: $0) ?? "" }
    #expect(
      paths.map { FileManager.default.contents(atPath: $0) } == [Data("one".utf8), Data(), nil])
    let place = URL(filePath: paths[0]).deletingLastPathComponent().path
    let rights = try FileManager.default.attributesOfItem(atPath: place)[.posixPermissions]
    #expect(rights as? Int == 0o700)
    withExtendedLifetime(files) {}
    files = nil
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test("nothing stays behind where unpacking fails")
  func failure() throws {
    var bad = RawArchive.File("b.shp", "two")
    bad.checksum = 1
    let archive = try archive([.init("a.shp", "one"), bad])
    #expect(
      throws: ArchiveError.damaged(
        path: "\(folder.path("a.zip")):b.shp", reason: "its checksum is not that of its bytes")
    ) { try UnpackedFiles(archive.entries, of: archive) }
  }

  @Test("what a path names in an archive follows the colon")
  func addresses() {
    #expect(ArchiveAddress("a/wards.zip") == ArchiveAddress("a/wards.zip"))
    let cases: [(String, String?, String?)] = [
      ("a/wards.zip", "a/wards.zip", nil), ("A.ZIP:in/b.shp", "A.ZIP", "in/b.shp"),
      ("a.zip:in/b.gpkg:wards", "a.zip", "in/b.gpkg:wards"), ("a.shp", nil, nil),
      ("a.zip:", nil, nil), ("zip:a", nil, nil),
    ]
    for (typed, file, name) in cases {
      #expect(ArchiveAddress(typed)?.file == file)
      #expect(ArchiveAddress(typed)?.name == name)
    }
  }
}
