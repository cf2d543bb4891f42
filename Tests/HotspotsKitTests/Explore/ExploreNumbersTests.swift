import Foundation
import Interchange
import Testing

@testable import HotspotsKit

@Suite("Numbers of a map to explore")
struct ExploreNumbersTests {
  private func bytes(_ value: JSONValue, type: String) -> [UInt8]? {
    guard case .object(let members) = value, members[0].value == .text(type),
      case .text(let data) = members[1].value
    else { return nil }
    return Data(base64Encoded: data).map(Array.init)
  }

  @Test("whole numbers take the narrowest type that holds them, the lowest byte first")
  func narrowest() {
    #expect(bytes(ExploreNumbers.column([0, 255]), type: "u8") == [0, 255])
    #expect(bytes(ExploreNumbers.column([1, 256]), type: "u16") == [1, 0, 0, 1])
    #expect(bytes(ExploreNumbers.column([65536]), type: "u32") == [0, 0, 1, 0])
    #expect(bytes(ExploreNumbers.column([Int]()), type: "u8") == [])
    #expect(bytes(ExploreNumbers.signed([-2]), type: "i32") == [0xfe, 0xff, 0xff, 0xff])
  }

  @Test("every bit of a coordinate is kept")
  func reals() {
    // 0.1 is 0x3FB999999999999A.
    #expect(
      bytes(ExploreNumbers.column([0.1]), type: "f64")
        == [0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f])
  }

  @Test("steps are written seven bits to a byte, the sign in the lowest")
  func steps() {
    // Steps 1, -2, 300: 2, 3, 600 = 4 * 128 + 88.
    #expect(
      ExploreNumbers.steps([1, -1, 299])
        == .text(Data([2, 3, 88 | 128, 4]).base64EncodedString()))
  }
}
