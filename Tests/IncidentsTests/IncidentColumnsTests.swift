import Testing

@testable import Incidents

@Suite("Columns of incident files")
struct IncidentColumnsTests {
  private func columns(
    _ header: String, _ named: [(key: ColumnKey, name: String)] = []
  ) throws -> IncidentColumns {
    let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return try IncidentColumns(header: names, named: named, path: "x.csv")
  }

  @Test(
    "known layouts are understood",
    arguments: [
      (
        // data.police.uk, street-level crime
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
          + "Crime type,Last outcome category,Context",
        "id 'Crime ID', longitude 'Longitude', latitude 'Latitude', month 'Month', "
          + "category 'Crime type', location 'Location'"
      ),
      (
        // NYPD complaint data
        "CMPLNT_NUM,CMPLNT_FR_DT,CMPLNT_FR_TM,CMPLNT_TO_DT,CMPLNT_TO_TM,KY_CD,OFNS_DESC,"
          + "X_COORD_CD,Y_COORD_CD,Latitude,Longitude",
        "id 'CMPLNT_NUM', longitude 'Longitude', latitude 'Latitude', start 'CMPLNT_FR_DT', "
          + "end 'CMPLNT_TO_DT', category 'OFNS_DESC', start_time 'CMPLNT_FR_TM', "
          + "end_time 'CMPLNT_TO_TM'"
      ),
      (
        // Memphis, from sfhotspot
        "uid,offense_type,date_utc,lon,lat",
        "id 'uid', longitude 'lon', latitude 'lat', start 'date_utc', category 'offense_type'"
      ),
      (
        // samples/incidents.csv
        "Crime ID,Crime type,From,To,Easting,Northing,Location,LSOA code,Last outcome category,"
          + "Victim age,Flags",
        "id 'Crime ID', easting 'Easting', northing 'Northing', start 'From', end 'To', "
          + "category 'Crime type', location 'Location'"
      ),
      ("EASTING,northing", "easting 'EASTING', northing 'northing'"),
      ("X,Y,type", "easting 'X', northing 'Y', category 'type'"),
      ("Long.,Lat.", "longitude 'Long.', latitude 'Lat.'"),
      ("Longitude,Easting,Northing", "easting 'Easting', northing 'Northing'"),
      ("Longitude,Northing", ""),
      ("a,b,c", ""),
    ])
  func detection(header: String, summary: String) throws {
    #expect(try columns(header).summary == summary)
  }

  @Test("longitude and latitude are preferred, unless easting is named")
  func preference() throws {
    let header = "lon,lat,easting,northing"
    #expect(try columns(header).coordinateKind == .geographic)
    let named = try columns(header, [(.easting, "easting")])
    #expect(named.coordinateKind == .projected)
    #expect(try #require(named.coordinates) == (2, 3))
    let none = try columns(header, [(.longitude, "")])
    #expect(none.coordinateKind == .projected)
  }

  @Test("a named column wins over a detected one, in any case, and an empty name means none")
  func named() throws {
    let header = "Month,From,Seen,Longitude,Latitude,Lon B,Lat B,Crime type"
    #expect(try columns(header)[.start] == 1)
    #expect(try columns(header, [(.start, "Seen")])[.start] == 2)
    #expect(try columns(header, [(.start, "seen")])[.start] == 2)
    let other = try columns(header, [(.longitude, "lon_b"), (.latitude, "Lat B")])
    #expect(try #require(other.coordinates) == (5, 6))
    let noStart = try columns(header, [(.start, ""), (.category, "")])
    #expect(noStart[.start] == nil && noStart[.category] == nil)
    #expect(try #require(noStart.time) == (0, true))
    #expect(try #require(columns(header).time) == (1, false))
  }

  @Test("unknown, repeated and half-named columns are refused")
  func refused() throws {
    #expect(
      throws: IncidentError.unknownColumn(
        path: "x.csv", key: "start", name: "Begun", header: ["a", "b"])
    ) { try columns("a,b", [(.start, "Begun")]) }
    #expect(throws: IncidentError.repeatedColumn(path: "x.csv", name: "seen")) {
      try columns("Seen,SEEN,x", [(.start, "seen")])
    }
    let twice = try columns("Longitude,Latitude,Longitude,id,id")
    #expect(throws: IncidentError.repeatedColumn(path: "x.csv", name: "Longitude")) {
      try twice.requireUnique([0, 1], path: "x.csv")
    }
    #expect(
      throws: IncidentError.missingColumns(
        path: "x.csv", needed: "one for longitude beside that for latitude",
        header: ["Where", "Easting", "Northing"])
    ) { try columns("Where,Easting,Northing", [(.latitude, "Where")]) }
  }

  @Test("columns that nobody uses may repeat, and names may be blank")
  func unused() throws {
    #expect(try columns("x,y,note,note,,")[.easting] == 0)
    #expect(try columns("Seen,seen,x,y", [(.start, "seen")])[.start] == 1)
    try columns("id,x,y,id,,").requireUnique([1, 2, 4], path: "x.csv")
  }
}
