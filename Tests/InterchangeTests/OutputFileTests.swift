import Foundation
import TestSupport
import Testing

@testable import Interchange

@Suite("Output files")
struct OutputFileTests {
  private let folder = TemporaryFolder()

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path("")).sorted() }
  }

  @Test("a file has its name only when it is complete")
  func commit() throws {
    let file = try OutputFile(path: folder.path("a.csv"))
    try file.write(ByteBuffer(Array("one\n".utf8)))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.csv")))
    try file.write(ByteBuffer(Array("two\n".utf8)))
    try file.commit()
    #expect(try folder.read("a.csv") == Array("one\ntwo\n".utf8))
    #expect(file.byteCount == 8)
    #expect(try names == ["a.csv"])
  }

  @Test("a file that is not completed leaves nothing, and an older one as it was")
  func abandoned() throws {
    try folder.write(Array("old".utf8), to: "a.csv")
    do {
      let file = try OutputFile(path: folder.path("a.csv"))
      try file.write(ByteBuffer(Array("new".utf8)))
      #expect(try names.count == 2)
    }
    #expect(try names == ["a.csv"])
    #expect(try folder.read("a.csv") == Array("old".utf8))
    try OutputFile.write(Array("new".utf8), to: folder.path("a.csv"))
    #expect(try folder.read("a.csv") == Array("new".utf8))
  }

  @Test("a missing folder, a folder and a file as folder are refused with the reason")
  func refused() throws {
    try folder.write([], to: "file")
    let cases = [
      ("missing/a.csv", "the folder does not exist"), (".", "it is a folder"),
      ("file/a.csv", "not a directory"),
    ]
    for (name, reason) in cases {
      let path = folder.path(name)
      #expect(throws: OutputError.cannotCreate(path: path, reason: reason)) {
        try OutputFile(path: path)
      }
    }
    #expect(try names == ["file"])
  }

  @Test(
    "a folder without permission is refused",
    .enabled(if: getuid() != 0, "the system's administrator may write everywhere"))
  func permission() throws {
    let path = folder.path("closed")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path)
    #expect(
      throws: OutputError.cannotCreate(path: "\(path)/a.csv", reason: "permission is denied")
    ) { try OutputFile(path: "\(path)/a.csv") }
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  @Test("a device is written to and stays a device")
  func device() throws {
    let file = try OutputFile(path: "/dev/null")
    try file.write(ByteBuffer([1, 2, 3]))
    try file.commit()
    let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(kind as? FileAttributeType == .typeCharacterSpecial)
    #expect(!FileManager.default.fileExists(atPath: "/dev/.null.\(getpid()).part"))
  }

  @Test("a full disk is a failure on the way, not at the start")
  func full() throws {
    let file = try OutputFile(path: "/dev/full")
    #expect(
      throws: OutputError.cannotWrite(path: "/dev/full", reason: "no space left on device")
    ) { try file.write(ByteBuffer([1])) }
  }

  @Test(
    "each error says what cannot be written and why",
    arguments: [
      (
        OutputError.cannotCreate(path: "x/a.csv", reason: "the folder does not exist"),
        "cannot write 'x/a.csv': the folder does not exist"
      ),
      (
        .cannotWrite(path: "a.csv", reason: "no space left on device"),
        "cannot finish writing 'a.csv': no space left on device"
      ),
      (.readerClosed, "cannot write to standard output: nobody reads it"),
      (
        .unknownFormat(path: "a.xls", allowed: ".geojson, .csv, .json"),
        "cannot write 'a.xls': the extension tells the format, and .geojson, .csv, .json can be written"
      ),
      (
        .cannotDigest(path: "a.csv"),
        "cannot compute the digest of 'a.csv': it cannot be read again"
      ),
    ])
  func words(error: OutputError, text: String) { #expect(error.description == text) }
}

@Suite("Digests")
struct DigestTests {
  private let folder = TemporaryFolder()

  @Test(
    "SHA-256 gives the published values",
    arguments: [
      // FIPS 180-4's examples,
      // https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func published(text: String, count: Int, digest: String) throws {
    try folder.write(String(repeating: text, count: count).utf8, to: "bytes")
    let result = try Digest.sha256(ofFile: folder.path("bytes"))
    #expect(result.bytes == text.utf8.count * count)
    #expect(result.hexadecimal == digest)
  }

  @Test("a file that is not there has no digest")
  func missing() {
    let path = folder.path("missing")
    #expect(!Digest.canRead(path) && !Digest.canRead("/dev/null"))
    #expect(throws: OutputError.cannotDigest(path: path)) { try Digest.sha256(ofFile: path) }
    #expect(throws: OutputError.cannotDigest(path: folder.path("."))) {
      try Digest.sha256(ofFile: folder.path("."))
    }
  }
}
