import Testing

@testable import HotspotsKit

@Suite("Names of files")
struct FileNamesTests {
  @Test(
    "a file is named without its folders, in an archive with its path there",
    arguments: [
      ("/data/in/march.csv", "march.csv"), ("march.csv", "march.csv"),
      ("in/a.zip:2025-01/street.csv", "a.zip:2025-01/street.csv"),
      ("maps/all.gpkg:wards", "all.gpkg:wards"), ("-", "-"),
    ])
  func names(path: String, name: String) { #expect(FileNames.name(of: path) == name) }

  @Test("texts keep all but the folders of files that were read")
  func texts() {
    let names = FileNames(["/data/in/a.csv", "/data/in/a.csv.gz", "b.csv"])
    #expect(
      names.shortened("/data/in/a.csv.gz:3: bad; see https://x.org/data/in/a; b.csv")
        == "a.csv.gz:3: bad; see https://x.org/data/in/a; b.csv")
  }
}
