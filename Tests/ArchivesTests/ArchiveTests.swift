import Foundation
import TestSupport
import Testing

@testable import Archives

@Suite("Archive")
struct ArchiveTests {
  private let folder = TemporaryFolder()

  private func archive(_ files: [RawArchive.File]) throws -> Archive {
    try folder.write(RawArchive(files).bytes, to: "a.zip")
    return try Archive(path: folder.path("a.zip"))
  }

  private func read(_ archive: Archive, _ name: String, step: Int = 100_000) throws -> [UInt8] {
    let stream = try archive.open(try archive.entry(named: name))
    var result: [UInt8] = []
    while true {
      let bytes = try stream.bytes(atMost: step)
      result += bytes
      if bytes.count < step { return result }
    }
  }

  @Test("stored, deflated and zip64 files come out as they went in, in steps of any size")
  func contents() throws {
    let text = Array("id,lon,lat\n".utf8) + (0..<200_000).map { UInt8(97 + $0 % 25) }
    var stored = RawArchive.File("stored.csv", text)
    stored.method = 0
    var long = RawArchive.File("2024/zip64.csv", text)
    long.isZip64 = true
    let archive = try archive([
      stored, .init("2024/", ""), .init("2024/deflated.csv", text), long, .init("empty.csv", ""),
    ])
    #expect(
      archive.entries.map(\.name)
        == ["stored.csv", "2024/deflated.csv", "2024/zip64.csv", "empty.csv"])
    #expect(archive.entries.map(\.size) == [text.count, text.count, text.count, 0])
    for step in [1000, 65_536, 1 << 20] {
      for name in ["stored.csv", "2024/deflated.csv", "2024/zip64.csv"] {
        #expect(try read(archive, name, step: step) == text)
      }
    }
    #expect(try read(archive, "empty.csv") == [])
  }

  @Test("what Python's zipfile compressed comes out as it went in")
  func compressed() throws {
    // import zipfile; z = zipfile.ZipFile('a.zip', 'w', zipfile.ZIP_DEFLATED)
    // z.writestr(zipfile.ZipInfo('é.csv'), 'id,lon,lat\n' + ''.join(f'{i},-0.1,51.5\n' for i in range(400)))
    let bytes = try #require(Data(base64Encoded: Self.pythons, options: .ignoreUnknownCharacters))
    try folder.write(bytes, to: "a.zip")
    let archive = try Archive(path: folder.path("a.zip"))
    let expected = "id,lon,lat\n" + (0..<400).map { "\($0),-0.1,51.5\n" }.joined()
    #expect(try read(archive, "é.csv") == Array(expected.utf8))
  }

  @Test("files that are open at the same time do not disturb each other")
  func interleaved() throws {
    let texts = (0..<3).map { part in (0..<150_000).map { UInt8(($0 / (part + 1)) & 127) } }
    let archive = try archive(texts.enumerated().map { .init("\($0.offset)", $0.element) })
    let streams = try archive.entries.map { try archive.open($0) }
    var results: [[UInt8]] = [[], [], []]
    for _ in 0..<16 {
      for index in streams.indices { results[index] += try streams[index].bytes(atMost: 10_000) }
    }
    #expect(results == texts)
  }

  @Test("an archive without files is one")
  func empty() throws {
    #expect(try archive([]).entries == [])
  }

  @Test("a name that is no UTF-8 is read as code page 437")
  func names() throws {
    // é and £ of code page 437.
    var old = RawArchive.File("", "x")
    old.name = [0x82, 0x9c] + Array(".csv".utf8)
    old.flags = 0
    var unmarked = RawArchive.File("Môr.csv", "x")
    unmarked.flags = 0
    #expect(try archive([old, unmarked]).entries.map(\.name) == ["é£.csv", "Môr.csv"])
  }

  @Test("a file with a password, or compressed in another way, is refused by name")
  func refused() throws {
    var locked = RawArchive.File("locked.csv", "x,y\n1,2\n")
    locked.flags |= 1
    locked.method = 0
    var strange = RawArchive.File("strange.csv", "x,y\n1,2\n")
    strange.method = 14
    let archive = try archive([locked, strange, .init("fine.csv", "x")])
    let path = folder.path("a.zip")
    #expect(throws: ArchiveError.encrypted(path: "\(path):locked.csv")) {
      try read(archive, "locked.csv")
    }
    #expect(
      throws: ArchiveError.unsupportedCompression(path: "\(path):strange.csv", method: 14)
    ) { try read(archive, "strange.csv") }
    #expect(try read(archive, "fine.csv") == [120])
  }

  @Test("bytes that are not those that were packed are an error, wherever they are damaged")
  func damaged() throws {
    var file = RawArchive.File("a.csv", String(repeating: "1,2,3\n", count: 500))
    file.checksum = 12345
    let path = folder.path("a.zip")
    let reason = "its checksum is not that of its bytes"
    #expect(throws: ArchiveError.damaged(path: "\(path):a.csv", reason: reason)) {
      try read(try archive([file]), "a.csv")
    }
    file.checksum = nil
    for size in [10, 2999, 3001, 1 << 20] {
      file.size = size
      #expect(throws: ArchiveError.self, "\(size)") { try read(try archive([file]), "a.csv") }
    }
  }

  @Test("an archive that is cut anywhere is an error and not a smaller one")
  func cut() throws {
    let whole = RawArchive([.init("a.csv", "x,y\n1,2\n"), .init("b.csv", "x,y\n3,4\n")]).bytes
    for length in 4..<whole.count {
      try folder.write(whole.prefix(length), to: "cut.zip")
      #expect(throws: ArchiveError.self, "\(length) bytes") {
        let archive = try Archive(path: folder.path("cut.zip"))
        for entry in archive.entries { _ = try read(archive, entry.name) }
      }
    }
  }

  @Test("files that grow beyond reason are refused, whether or not the directory admits it")
  func growth() throws {
    var bomb = RawArchive.File("bomb.csv", "1,2\n")
    bomb.size = 1 << 30
    let path = folder.path("a.zip")
    #expect(
      throws: ArchiveError.expandsTooFar(path: "\(path):bomb.csv", compressed: 9, expanded: 1 << 30)
    ) { try read(try archive([bomb]), "bomb.csv") }
    // Two entries of the directory that share their bytes.
    let one = RawArchive([.init("a.csv", [UInt8](repeating: 48, count: 4000))]).bytes
    var overlapping = one
    let directory = one.count - 22 - (46 + 5)
    let entry = Array(one[directory..<directory + 51])
    var second = entry
    second[46] = UInt8(ascii: "b")
    overlapping.insert(contentsOf: second, at: directory + 51)
    let end = overlapping.count - 22
    (overlapping[end + 8], overlapping[end + 10], overlapping[end + 12]) = (2, 2, 102)
    try folder.write(overlapping, to: "overlapping.zip")
    #expect(
      throws: ArchiveError.damaged(
        path: folder.path("overlapping.zip"), reason: "its files are together larger than it is")
    ) { try Archive(path: folder.path("overlapping.zip")) }
  }

  @Test("two files of one name are refused")
  func sameName() throws {
    #expect(
      throws: ArchiveError.damaged(
        path: folder.path("a.zip"), reason: "it has two files named 'a.csv'")
    ) { try archive([.init("a.csv", "x"), .init("a.csv", "y")]) }
  }

  @Test("what is no archive, or not there, is told apart")
  func absent() throws {
    let text = try folder.file("a.csv", "id,lon,lat\n")
    #expect(throws: ArchiveError.notAnArchive(path: text)) { try Archive(path: text) }
    let none = folder.path("none.zip")
    #expect(throws: ArchiveError.noSuchFile(path: none)) { try Archive(path: none) }
    #expect(throws: ArchiveError.cannotOpen(path: "/tmp", reason: "it is a folder")) {
      try Archive(path: "/tmp")
    }
    let archive = try archive([.init("a.csv", "x"), .init("b.csv", "y")])
    #expect(
      throws: ArchiveError.noSuchEntry(
        path: folder.path("a.zip"), entry: "c.csv", entries: ["a.csv", "b.csv"])
    ) { try archive.entry(named: "c.csv") }
  }

  private static let pythons = """
    UEsDBBQAAAgIAAAAIQCnL68uYAMAAH0VAAAGAAAAw6kuY3N2Xdg7jlxHEERRn2sZEZ0Z77scAXIEEJLD/YNunPHKqzuD
    7tNZ+e8/X7/+/+/r19+/f3y+/vr8nK9zfp4/ps5b59T5qPNZ56vOd52fOr99Fxf3zdNXT989ffn07dPXT98/HTBdsF2w
    /O1dsF2wXbBdsF2wXbBdsF2QLkgXhH9/F6QL0gXpgnRBuiBdcHTB0QVHFxx8Arrg6IKjC44uOLrg6IKzC84uOLvg7IKT
    D2EXnF1wdsHZBWcXXF1wdcHVBVcXXF1w8T3ogqsLri64uuDugrsL7i64u+DugrsLbr6KXXB3wd0FTxc8XfB0wdMFTxc8
    XfB0wYMGXfB0wdsFbxe8XfB2wdsFbxe8XfB2wQtIigRJH0z6gNIHlT6w9MGlDzB9kOkDTR9avvFIi0AqpERqpEiqpEzi
    5ADlrFbTgpUDloOWA5eDlwOYg5gDmYOZE384aIHNwc0BzkHOgc7BzgHPQc+Bzzn8FaMFQQdCB0MHRAdFB0YHRwdIB0nn
    9CeVFjAdNB04HTwdQB1EHUgdTB1Qncvfd1pwdYB1kHWgdbB1wHXQdeB18HVuhw1aIHYwdkB2UHZgdnB2gHaQdqB2Hicf
    WtB24HbwdgB3EHcgdzB3QHdQd17HMOcwBjHcXdxd3F3cXdxd3F3cXdxd3N1xKKQFdxd3F3cXdxd3F3cXd9f51AH124RK
    izOqQ6pTqmOqc6qDKu4u7i7ubhyXacHdxd3F3cXdxd3F3cXdxd3F3T2c3WnB3cXdxd3F3cXdxd3F3cXdxd09fUjQgruL
    u4u7i7uLu4u7i7uLu4u7e/mqoQV3F3cXdxd3F3cXdxd3F3cXd/f2iUUL7i7uLu4u7i7uLu4u7i7uLu7u43uPFtxd3F3c
    Xdxd3F3cXdxd3F3c3dfHp69Pnp+4G9wN7gZ3g7vB3eBucDe4m/EpTAvuBneDu8Hd4G5wN7gb3A3uZn2X04K7wd3gbnA3
    uBvcjRsCVwTuCL4tCWhxTeCewEWBmwJXBbgb3A3uBndzuLGgBXeDu8Hd4G5wN7gb3A3uBndzuj6hBXeDu8Hd4G5wN7gb
    3A3uBneDu8Hd4G5wN7gb3A3uBneDu8Hd4G5wN7gb3A3uBneDu8Hd4G5wN7gb3A3uBneDu8Hd4G5wN7gb3A3uBneDu8Hd
    4O4fUEsBAhQDFAAACAgAAAAhAKcvry5gAwAAfRUAAAYAAAAAAAAAAAAAAIABAAAAAMOpLmNzdlBLBQYAAAAAAQABADQA
    AACEAwAAAAA=
    """
}
