import HotspotAnalysis
import Testing

@Suite("Names of places") struct LocationNameTests {
  @Test(
    "names are said as people say them",
    arguments: [
      ("On or near Dean Street", "Dean Street"), ("Paddington (station)", "Paddington station"),
      ("Victoria Lu Station (lu Station)", "Victoria Underground station"),
      ("Oxford Circus (LU Station)", "Oxford Circus Underground station"),
      ("12 High Street (rear)", "12 High Street (rear)"), ("", ""),
      ("ON OR NEAR DEAN STREET", "DEAN STREET"), (" On or near  Dean Street ", "Dean Street"),
    ])
  func spoken(name: String, expected: String) {
    #expect(LocationName.spoken(name) == expected)
  }

  @Test("kinds of premises are told from streets")
  func kinds() {
    #expect(LocationName.isKindOfPlace("On or near Theatre/concert Hall"))
    #expect(LocationName.isKindOfPlace("On or near Theatre/Concert Hall"))
    #expect(!LocationName.isKindOfPlace("On or near Nightclub Street"))
    // Outside data.police.uk's words the name is the user's own.
    #expect(!LocationName.isKindOfPlace("Hospital"))
  }

  @Test(
    "what says nothing of where is no name, whatever its letter case and blanks",
    arguments: [
      "", " ", "On or near", "On or near ", "ON OR NEAR", " on or near  ", "No Location",
      "no location", "NO LOCATION ", "On or near No Location", "On or near -", "-", "--", "?", ".",
      "n/a", "N/A", "NULL", "None", "Unknown", "UNKNOWN", "Location unknown", "Not known",
      "not recorded", "\u{a0}", "On or near\u{a0}", "(unknown)",
    ])
  func nothing(name: String) { #expect(LocationName.saysNothing(name)) }

  @Test(
    "names that only look like that are names",
    arguments: [
      "On or near Dean Street", "Unknown Soldier Road", "No Man's Land", "Location Road", "A1",
      "On or near Nightclub", "None Such Walk", "7",
    ])
  func something(name: String) { #expect(!LocationName.saysNothing(name)) }
}
