import Foundation
import TestSupport
import Testing

@testable import Incidents

@Suite("Byte stream")
struct ByteStreamTests {
  private let folder = TemporaryFolder()

  private func read(_ path: String, step: Int = 1000) throws -> [UInt8] {
    let stream = try ByteStream(path: path)
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBytes { try unsafe stream.read(into: $0) }
      result += buffer.prefix(count)
      if count < step { return result }
    }
  }

  private func read(_ bytes: [UInt8], step: Int = 1000) throws -> [UInt8] {
    try folder.write(bytes, to: "bytes")
    return try read(folder.path("bytes"), step: step)
  }

  @Test("a file's bytes come unchanged, in steps of any size")
  func plain() throws {
    let bytes = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for step in [1, 511, 512, 513, 3000, 5000] { #expect(try read(bytes, step: step) == bytes) }
    #expect(try read([]) == [])
    #expect(try read([0x1f]) == [0x1f])
  }

  @Test("gzip is decompressed: one member, several, empty ones")
  func members() throws {
    let text = Array("id,lon,lat\n".utf8) + (0..<200_000).map { UInt8(97 + $0 % 25) }
    let parts = [text[..<5], text[5..<5], text[5..<70_000], text[70_000...]].map(Array.init)
    for step in [1000, 65_536, 1 << 20] {
      #expect(try read(GzipFile.member(text), step: step) == text)
      #expect(try read(parts.flatMap { GzipFile.member($0) }, step: step) == text)
    }
    #expect(try read(GzipFile.member([])) == [])
  }

  @Test("what gzip -9 compressed comes out as it went in")
  func compressed() throws {
    // (echo id,lon,lat; for i in $(seq 1 40); do echo "$i,-0.1$i,51.5"; done) | gzip -9n | base64
    let base64 = """
      H4sIAAAAAAACAzXRQQrCQBBE0X3OMkq6KlFzHMGNEHTj/RHmVy//qh/V79c4v59xPn9Ljct6rRp7XfdFM0R4holtxkbs\
      M3biNuNG3GfciceMB3HMOIhaubomg4iiYLSjgLSkoLSlwLSm4LSnALWoILWpQLVKqBSVUKm3yThRCZWiEipFJVSKSqgU\
      lVApKqFSVEKlqIzKURmVozIq98/ytKiMylEZlaMyKkdlVI7KqByVUTmqDdUW1R8ScdKMUQIAAA==
      """
    let bytes = Array(try #require(Data(base64Encoded: base64)))
    let expected = "id,lon,lat\n" + (1...40).map { "\($0),-0.1\($0),51.5\n" }.joined()
    #expect(try read(bytes) == Array(expected.utf8))
  }

  @Test("compressed data cut anywhere, or damaged, is an error and not a shorter file")
  func truncated() throws {
    let whole = GzipFile.member(Array("id,lon,lat\n1,2,3\n".utf8))
    let reason = "it ends in the middle"
    for length in 2..<whole.count {
      #expect(
        throws: IncidentError.damagedCompression(path: folder.path("bytes"), reason: reason),
        "\(length) bytes"
      ) { try read(Array(whole.prefix(length))) }
    }
    var damaged = whole
    damaged[20] ^= 1
    #expect(throws: IncidentError.self) { try read(damaged) }
  }

  @Test("zeros behind the last gzip member are padding, anything else is refused")
  func padding() throws {
    let text = Array("id,lon,lat\n1,2,3\n".utf8)
    let whole = GzipFile.member(text)
    for count in [1, 511 - whole.count, 512 - whole.count, 513, 10_240, 200_000] {
      let zeros = [UInt8](repeating: 0, count: count)
      #expect(try read(whole + zeros) == text, "\(count) zeros")
      #expect(try read(whole + whole + zeros) == text + text)
      // What gzip calls trailing garbage and ignores might be rows.
      for behind in [Array("more".utf8), whole] {
        #expect(
          throws: IncidentError.damagedCompression(
            path: folder.path("bytes"),
            reason: "bytes that are neither gzip nor zeros follow its end")
        ) { try read(whole + zeros + behind) }
      }
    }
    #expect(throws: IncidentError.self) { try read(whole + Array("more".utf8)) }
    #expect(throws: IncidentError.self) { try read(whole + [0x1f]) }
  }

  @Test("a missing file, a folder and a file below a file are told apart")
  func unopenable() throws {
    let missing = folder.path("missing.csv")
    #expect(throws: IncidentError.noSuchFile(path: missing)) { try read(missing) }
    let itself = folder.path(".")
    #expect(throws: IncidentError.cannotOpen(path: itself, reason: "it is a folder")) {
      try read(itself)
    }
    try folder.write([], to: "file")
    let below = folder.path("file/below.csv")
    #expect(throws: IncidentError.cannotOpen(path: below, reason: "not a directory")) {
      try read(below)
    }
  }

  @Test("only a file can be read a second time")
  func repeatable() throws {
    try folder.write(Array("a,b\n".utf8), to: "file.csv")
    #expect(try ByteStream(path: folder.path("file.csv")).canRepeat)
    #expect(try !ByteStream(path: "/dev/null").canRepeat)
  }
}
