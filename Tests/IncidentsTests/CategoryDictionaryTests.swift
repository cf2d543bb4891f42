import Testing

@testable import Incidents

@Suite("Category dictionary")
struct CategoryDictionaryTests {
  private func number(_ bytes: [UInt8], _ dictionary: inout CategoryDictionary) -> Int {
    unsafe bytes.withUnsafeBufferPointer { unsafe dictionary.number(of: $0) }
  }

  private func number(_ text: String, _ dictionary: inout CategoryDictionary) -> Int {
    number(Array(text.utf8), &dictionary)
  }

  @Test("spellings of one category share a number, in the order of their first appearance")
  func spellings() {
    var dictionary = CategoryDictionary()
    let groups = [
      ["Burglary", "burglary", " Burglary ", "\"Burglary\"", "\" burglary \"\r"],
      ["", "\"\"", "  ", "\" \""],
      ["Anti-social behaviour", "anti-social-behaviour"],
      ["Violence and sexual offences", "violent-crime", "\"violent-crime\""],
      ["say \"hi\"", "\"say \"\"hi\"\"\""],
      ["BURGLARY"],
    ]
    for (expected, group) in groups.enumerated() {
      for spelling in group {
        #expect(number(spelling, &dictionary) == expected, "'\(spelling)'")
        #expect(number(spelling, &dictionary) == expected, "'\(spelling)' again")
      }
    }
    #expect(
      dictionary.names == [
        "Burglary", "", "Anti-social behaviour", "Violence and sexual offences", "say \"hi\"",
        "BURGLARY",
      ])
  }

  @Test("bytes that are not UTF-8 are read as Windows-1252")
  func windows() {
    var dictionary = CategoryDictionary()
    _ = number([0x43, 0x61, 0x66, 0xe9], &dictionary)
    _ = number([0x80, 0x93, 0x78, 0x94, 0x9f], &dictionary)
    #expect(dictionary.names == ["Café", "€“x”Ÿ"])
    #expect(number(Array("Café".utf8), &dictionary) == 0)
  }

  @Test("spellings that share length, beginning and end are kept apart")
  func alike() {
    var dictionary = CategoryDictionary()
    let names = (0..<900).map { "category \($0 + 1000) of incidents" }
    for round in 0..<2 {
      for (position, name) in names.enumerated() {
        #expect(number(name, &dictionary) == position, "round \(round)")
      }
    }
    #expect(dictionary.names == names)
  }

  @Test("more than a thousand categories are refused at once")
  func overfull() {
    var dictionary = CategoryDictionary()
    for value in 0..<1000 { #expect(number("c\(value)", &dictionary) == value) }
    #expect(!dictionary.isOverfull)
    #expect(number("c1000", &dictionary) == -1)
    #expect(dictionary.isOverfull && dictionary.names.count == 1000)
  }

  @Test("any number of spellings of few categories is accepted")
  func manySpellings() {
    var dictionary = CategoryDictionary()
    for blanks in 0..<3000 {
      let padding = String(repeating: " ", count: blanks % 1500)
      #expect(
        number(blanks < 1500 ? "Theft\(padding)" : "\(padding)Robbery", &dictionary) == blanks
          / 1500)
    }
    #expect(dictionary.names == ["Theft", "Robbery"] && !dictionary.isOverfull)
  }
}

@Suite("Category names")
struct CategoryNameTests {
  @Test(
    "column keys are lower case letters and digits with single underscores",
    arguments: [
      ("Theft from the person", "theft_from_the_person"), ("", "not_recorded"),
      (" -- ", "not_recorded"), ("Bicycle theft!", "bicycle_theft"), ("(A) & (B)", "a_b"),
      ("Anti-social behaviour", "anti_social_behaviour"), ("Été 2017", "été_2017"),
      ("ÖFFENTLICH", "öffentlich"), ("盗窃", "盗窃"), ("a__b", "a_b"), ("_x_", "x"),
      ("Cafe\u{301}", "cafe\u{301}"), ("🚲 theft", "theft"),
    ])
  func keys(name: String, key: String) { #expect(CategoryName.columnKey(name) == key) }

  @Test("data.police.uk's interface and files name the same fourteen categories")
  func slugs() {
    let files = [
      "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs",
      "Other crime", "Other theft", "Possession of weapons", "Public order", "Robbery",
      "Shoplifting", "Theft from the person", "Vehicle crime", "Violence and sexual offences",
    ]
    // https://data.police.uk/api/crime-categories, without `all-crime`.
    let interface = [
      "anti-social-behaviour", "bicycle-theft", "burglary", "criminal-damage-arson", "drugs",
      "other-crime", "other-theft", "possession-of-weapons", "public-order", "robbery",
      "shoplifting", "theft-from-the-person", "vehicle-crime", "violent-crime",
    ]
    #expect(interface.map(CategoryName.canonical) == files)
    #expect(files.map(CategoryName.canonical) == files)
  }
}
