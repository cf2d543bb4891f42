import Cartography
import Testing

@testable import HotspotsKit

@Suite("Fields of backdrops")
struct BackdropFieldsTests {
  private static func feature(_ values: KeyValuePairs<String, String>) -> BackdropFields {
    var fields = BackdropFields()
    for (name, value) in values {
      if let role = BackdropFields.role(ofField: name) { fields.add(value, as: role) }
    }
    return fields
  }

  @Test("OS Open Roads, as Shapefile and as GeoPackage")
  func openRoads() {
    let road = Self.feature([
      "identifier": "A1B2", "class": "A Road", "roadNumber": "A40", "name1": "Oxford Street",
      "name1_lang": "ENG", "name2": "", "formOfWay": "Single Carriageway", "length": "96",
      "primary": "false", "trunkRoad": "false", "function": "A Road",
    ])
    #expect(road.name(of: .line) == "Oxford Street" && road.roadClass == .main)
    let street = Self.feature([
      "id": "A1B2", "fictitious": "false", "road_classification": "Unclassified",
      "road_function": "Restricted Local Access Road", "form_of_way": "Single Carriageway",
      "road_classification_number": "", "name_1": "Bourchier Street", "trunk_road": "0",
    ])
    #expect(street.name(of: .line) == "Bourchier Street" && street.roadClass == .path)
    let trunk = Self.feature([
      "NAME_1": "", "ROAD_CLASSIFICATION": "A Road", "ROAD_CLASSIFICATION_NUMBER": "A1",
      "TRUNK_ROAD": "1",
    ])
    #expect(trunk.name(of: .line) == "A1" && trunk.roadClass == .trunk)
  }

  @Test("OS OpenMap Local, whose fields are in capitals and cut off")
  func openMap() {
    let road = Self.feature([
      "ID": "1", "DISTNAME": "Wardour Street", "ROADNUMBER": "", "CLASSIFICA": "Local Street",
    ])
    #expect(road.name(of: .line) == "Wardour Street" && road.roadClass == .minor)
    #expect(Self.feature(["CLASSIFICA": "Primary Road"]).roadClass == .main)
    #expect(
      Self.feature(["CLASSIFICA": "Motorway, Collapsed Dual Carriageway"]).roadClass == .trunk)
  }

  @Test("OpenStreetMap, from Overpass and from Geofabrik")
  func openStreetMap() {
    let road = Self.feature(["highway": "residential", "name": "Kočí ulice", "ref": "12"])
    #expect(road.name(of: .line) == "Kočí ulice" && road.roadClass == .minor)
    let numbered = Self.feature([
      "osm_id": "7", "code": "5113", "fclass": "primary", "name": "", "ref": "A400",
    ])
    #expect(numbered.name(of: .line) == "A400" && numbered.roadClass == .main)
    #expect(Self.feature(["fclass": "track_grade2"]).roadClass == .path)
    #expect(Self.feature(["highway": "trunk_link"]).roadClass == .trunk)
  }

  @Test("lines that are no roads have no names along them, places keep theirs")
  func others() {
    let rail = Self.feature(["fclass": "rail", "name": "Main Line", "ref": "X"])
    #expect(rail.roadClass == nil && rail.name(of: .line) == nil)
    let park = Self.feature(["fclass": "park", "name": "Hyde Park", "ref": "9"])
    #expect(park.name(of: .ring) == "Hyde Park")
    #expect(Self.feature(["ref": "9"]).name(of: .points) == nil)
    #expect(Self.feature(["surface": "asphalt", "lanes": "2"]).name(of: .line) == nil)
  }
}
