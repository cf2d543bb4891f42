import HotspotAnalysis
import Testing

@Suite("Names of places") struct PlaceNameTests {
  @Test(
    "names are said as people say them",
    arguments: [
      ("On or near Dean Street", "Dean Street"), ("Paddington (station)", "Paddington station"),
      ("Victoria Lu Station (lu Station)", "Victoria Underground station"),
      ("Oxford Circus (LU Station)", "Oxford Circus Underground station"),
      ("12 High Street (rear)", "12 High Street (rear)"), ("On or near ", "On or near "), ("", ""),
    ])
  func spoken(name: String, expected: String) {
    #expect(PlaceName.spoken(name) == expected)
  }

  @Test("kinds of premises are told from streets")
  func kinds() {
    #expect(PlaceName.isKindOfPlace("On or near Theatre/concert Hall"))
    #expect(PlaceName.isKindOfPlace("On or near Theatre/Concert Hall"))
    #expect(!PlaceName.isKindOfPlace("On or near Nightclub Street"))
    // Outside data.police.uk's words the name is the user's own.
    #expect(!PlaceName.isKindOfPlace("Hospital"))
  }
}
