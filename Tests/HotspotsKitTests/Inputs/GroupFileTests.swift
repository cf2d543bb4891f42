import HotspotsKit
import TestSupport
import Testing

struct GroupFileTests {
  private func read(_ text: String, key: String = "category") throws -> GroupFile {
    let folder = TemporaryFolder()
    return try GroupFile(folder.file("groups.csv", text), key: key)
  }

  @Test func `groups and members keep their order and words`() throws {
    let file = try read("Group,Category\nB,two\nA,\"one, and a half\"\nB,One\n")
    #expect(file.groups.map(\.name) == ["B", "A"])
    #expect(file.groups.map(\.members) == [["two", "One"], ["one, and a half"]])
    #expect(file.overlaps.isEmpty)
  }

  @Test func `what is in two groups overlaps`() throws {
    let file = try read("component,group\nx,A\ny,A\nx,B\n", key: "component")
    #expect(file.overlaps.count == 1)
    #expect(file.overlaps.first?.member == "x")
    #expect(file.overlaps.first?.groups == ["A", "B"])
  }

  @Test func `names match word for word, else regardless of case and punctuation`() throws {
    let file = try read(
      "category,group\nAnti-social behaviour,A\nRobbery,A\nTheft,B\nrobbery,B\nMurder,B\n")
    let found = file.matching(["anti social behaviour", "robbery", "Robbery", "Drugs"])
    #expect(found.groups == [[0, 2], [1]])
    #expect(found.ungrouped == [3])
    #expect(found.unknown == ["Theft", "Murder"])
  }

  @Test func `faults say the row and the columns`() throws {
    #expect(throws: GroupFileError.self) { try read("category,team\nx,A\n") }
    #expect {
      try read("category,group\nx,A\nx,\n")
    } throws: { error in
      guard case .emptyField(_, 2, "group") = error as? GroupFileError else { return false }
      return true
    }
    #expect {
      try read("category,group\nx,A\ny,A\nx,A\n")
    } throws: { error in
      guard case .repeatedMember(_, 3, "x", "A") = error as? GroupFileError else { return false }
      return "\(error)".contains("row 3 below the header puts 'x' into 'A' again")
    }
    #expect {
      try read("category,group\n")
    } throws: { error in
      guard case .noRows = error as? GroupFileError else { return false }
      return true
    }
  }
}
