import Foundation
import TestSupport
import Testing

@testable import Incidents

@Suite("Files that hold the same rows")
struct RepeatedFilesTests {
  private let folder = TemporaryFolder()
  private let rows = "id,longitude,latitude\na,-0.1,51.5\nb,-0.2,51.6\n"

  private func first(_ paths: String...) throws -> [String]? {
    try RepeatedFiles.first(among: paths.map { IncidentPart(path: $0) }, features: FeatureSystem())
      .map { [$0.first, $0.second] }
  }

  @Test("the same bytes are the same rows under any name; one byte less or another is not")
  func names() throws {
    let a = try folder.file("a.csv", rows)
    let b = try folder.file("b.csv", rows)
    let other = try folder.file("other.csv", rows.replacingOccurrences(of: "51.6", with: "51.7"))
    let shorter = try folder.file("shorter.csv", String(rows.dropLast()))
    #expect(try first(a, other, b) == [a, b])
    #expect(try first(a, a) == [a, a])
    #expect(try first(a, other, shorter) == nil)
    #expect(try first(a) == nil)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.csv"), withDestinationPath: a)
    #expect(try first(other, a, folder.path("link.csv")) == [a, folder.path("link.csv")])
  }

  @Test("a compressed copy is the same, however it is compressed")
  func compressed() throws {
    let long = rows + (0..<30_000).map { "c\($0),-0.1,51.5\n" }.joined()
    let bytes = Array(long.utf8)
    let plain = try folder.file("plain.csv", long)
    try folder.write(GzipFile.member(bytes), to: "one.csv.gz")
    try folder.write(GzipFile.member(bytes, blockSize: 1000), to: "two.csv.gz")
    let half = bytes.count / 2
    try folder.write(
      GzipFile.member(Array(bytes[..<half])) + GzipFile.member(Array(bytes[half...])),
      to: "members.csv.gz")
    // The same beginning, and another end.
    try folder.write(GzipFile.member(bytes.dropLast() + [0x37]), to: "other.csv.gz")
    let names = ["one.csv.gz", "two.csv.gz", "members.csv.gz"].map(folder.path)
    for name in names { #expect(try first(plain, name) == [plain, name]) }
    #expect(try first(names[0], names[1]) == [names[0], names[1]])
    #expect(try first(names[0], names[2]) == [names[0], names[2]])
    #expect(try first(folder.path("other.csv.gz"), plain, names[0]) == [plain, names[0]])
    #expect(try first(folder.path("other.csv.gz"), names[0]) == nil)
  }

  @Test(
    "two months without a row are alike and not refused",
    arguments: [
      "id,longitude,latitude\n", "id,longitude,latitude", "id,longitude,latitude\n\n\r\n",
    ])
  func empty(text: String) throws {
    #expect(try first(folder.file("a.csv", text), folder.file("b.csv", text)) == nil)
    let full = try folder.file("c.csv", text + "\na,1,2")
    #expect(try first(full, full) == [full, full])
  }

  @Test("what is no file can be read only once and is passed over")
  func streams() throws {
    #expect(unsafe mkfifo(folder.path("pipe"), 0o600) == 0)
    // Opening the pipe would wait for a writer.
    #expect(try first(folder.path("pipe"), folder.path("pipe"), "-", "-") == nil)
    #expect(try first(folder.path("none.csv"), folder.path("none.csv")) == nil)
  }

  @Test("outcomes beside street-level crime are told by their names")
  func outcomes() {
    func found(_ paths: String...) -> [String]? {
      RepeatedFiles.outcomesBesideStreet(among: paths).map { [$0.street, $0.outcomes] }
    }
    #expect(
      found("x/2017-03-kent-outcomes.csv", "2017-04-essex-street.csv")
        == ["2017-04-essex-street.csv", "x/2017-03-kent-outcomes.csv"])
    #expect(
      found("A-STREET.CSV.gz", "a-Outcomes.csv") == ["A-STREET.CSV.gz", "a-Outcomes.csv"])
    #expect(found("2017-03-kent-outcomes.csv", "2017-04-kent-outcomes.csv") == nil)
    #expect(found("2017-03-kent-street.csv", "2017-03-kent-stop-and-search.csv") == nil)
    #expect(found("outcomes.csv", "street.csv", "no-outcomes.csv.txt") == nil)
  }
}
