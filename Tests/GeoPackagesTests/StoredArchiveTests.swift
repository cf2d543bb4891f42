import Foundation
import TestSupport
import Testing

@testable import GeoPackages

@Suite("Archives of one file")
struct StoredArchiveTests {
  @Test("the checksum is that of the standard's example")
  func checksum() {
    #expect(StoredArchive.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(StoredArchive.checksum(of: []) == 0)
  }

  // python3 -c 'import zipfile,io; b=io.BytesIO(); z=zipfile.ZipFile(b,"w"); i=zipfile.ZipInfo("a.txt");
  //   i.create_system=0; z.writestr(i,"hello"); z.close(); print(b.getvalue().hex())', with the version
  // 1.0 that a stored file needs in place of the 2.0 that Python writes, and no attributes.
  @Test("the bytes are those that Python writes")
  func bytes() {
    let hexadecimal = StoredArchive.bytes(of: Array("hello".utf8), named: "a.txt").map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
    #expect(
      hexadecimal
        == "504b03040a00000000000000210086a61036050000000500000005000000612e74787468656c6c6f504b01020a000a00000000000000210086a610360500000005000000050000000000000000000000000000000000612e747874504b0506000000000100010033000000280000000000"
    )
  }
}
