import Names
import Testing

@testable import Incidents

@Suite("Names of coordinates")
struct CoordinateNamesTests {
  /// A pair for each line of the tables, as a file has it.
  static let known: [(x: String, y: String, kind: IncidentColumns.CoordinateKind)] = [
    ("Longitude", "Latitude", .geographic),
    ("lng", "lat", .geographic),
    ("X_Longitude", "Y_Latitude", .geographic),
    ("LONGITUDE_X", "LATITUDE_X", .geographic),
    ("WGS84 Longitude", "WGS84 Latitude", .geographic),
    ("LONG_WGS84", "LAT_WGS84", .geographic),
    ("XGCSWGS84", "YGCSWGS84", .geographic),
    ("GEO_LON", "GEO_LAT", .geographic),
    ("OpenDataLon", "OpenDataLat", .geographic),
    ("LONGITUDE_PUBLIC", "LATITUDE_PUBLIC", .geographic),
    ("Decimal Longitude", "Decimal Latitude", .geographic),

    ("Easting", "Northing", .projected),
    ("Eastings", "Northings", .projected),
    ("Easting_m", "Northing_m", .projected),
    ("location_easting_osgr", "location_northing_osgr", .projected),
    ("OSGR Easting", "OSGR Northing", .projected),
    ("Easting (BNG)", "Northing (BNG)", .projected),
    ("Grid Ref Easting", "Grid Ref Northing", .projected),
    ("Offence Easting", "Offence Northing", .projected),
    ("X_COORD_CD", "Y_COORD_CD", .projected),
    ("X Coord", "Y Coord", .projected),
    ("Coord X", "Coord Y", .projected),
    ("X Coordinate (State Plane)", "Y Coordinate (State Plane)", .projected),
    ("X_COORD_PUBLIC", "Y_COORD_PUBLIC", .projected),
    ("X Coordinate", "Y Cordinate", .projected),
    ("GEO_X", "GEO_Y", .projected),
    ("point_x", "point_y", .projected),
    ("RoughX", "RoughY", .projected),
    ("East", "North", .projected),
    ("X", "Y", .projected),
    ("XBLOCK", "YBLOCK", .projected),
  ]

  @Test("a pair is known by its names", arguments: known)
  func knownPair(x: String, y: String, kind: IncidentColumns.CoordinateKind) throws {
    let columns = try detected("\(y),a,\(x)")
    #expect(columns.coordinateKind == kind)
    #expect(try #require(columns.coordinates) == (2, 0))
  }

  @Test("each line of the tables has a pair here")
  func everyLine() {
    for (lines, kind) in [
      (CoordinateNames.geographic, IncidentColumns.CoordinateKind.geographic),
      (CoordinateNames.projected, .projected),
    ] {
      let tested = Self.known.filter { $0.kind == kind }.map { NamePattern.plain($0.x) }
      for (x, y) in lines {
        #expect(NamePattern.names(x).contains(where: tested.contains), "\(x)")
        #expect(NamePattern.names(x).count == NamePattern.names(y).count, "\(x)")
      }
    }
  }

  @Test(
    "names that look like coordinates and are not",
    arguments: [
      "X Flag,Y Flag", "Home Longitude,Home Latitude", "Victim Easting,Victim Northing",
      "Station Lat,Station Long", "X,Note", "Longitude,Northing", "Direction East,Direction North",
    ])
  func strangers(header: String) throws {
    #expect(try detected(header).coordinateKind == nil)
  }

  @Test(
    "a pair comes from one line of the table",
    arguments: [
      ("Easting_m,Northing_rounded,Northing_m,Easting_rounded", "Easting_m", "Northing_m"),
      ("Northing_rounded,Easting_m,Easting_rounded", "Easting_rounded", "Northing_rounded"),
      ("X,Y,Easting,Northing", "Easting", "Northing"),
      ("XBLOCK,Y,X,YBLOCK", "X", "Y"),
    ])
  func families(header: String, x: String, y: String) throws {
    let columns = try detected(header)
    #expect(columns.name(of: .easting) == x)
    #expect(columns.name(of: .northing) == y)
  }

  @Test("names of two lines serve where no line has both")
  func mixed() throws {
    #expect(try #require(detected("Longitude,Lat").coordinates) == (0, 1))
    #expect(try #require(detected("Easting_m,Northing").coordinates) == (0, 1))
  }
}
