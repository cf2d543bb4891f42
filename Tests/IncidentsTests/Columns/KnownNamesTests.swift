import Names
import Testing

@testable import Incidents

/// Finds the columns of a header whose names are separated by commas.
func detected(
  _ header: String, _ named: [(key: ColumnKey, name: String)] = [], rows: [String] = []
) throws -> IncidentColumns {
  func fields(_ line: String) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
  return try IncidentColumns(
    header: fields(header), named: named, path: "x.csv",
    samples: rows.isEmpty ? nil : { column in rows.map { fields($0)[column] } })
}

@Suite("Names of references, categories, places and months")
struct KnownNamesTests {
  /// A name for each line of the table, as a file has it.
  static let known: [(header: String, key: ColumnKey)] = [
    ("Crime ID", .id),
    ("INCIDENT_ID", .id),
    ("Crime Reference Number", .id),
    ("accident_index", .id),
    ("collision_index", .id),
    ("Offence Ref", .id),
    ("OFFENSE_ID", .id),
    ("Occurrence Number", .id),
    ("Investigation Ref", .id),
    ("EVENT_UNIQUE_ID", .id),
    ("CMPLNT_NUM", .id),
    ("INCIDENT_KEY", .id),
    ("INCIDENT_REPORT_ID", .id),
    ("IncidntNum", .id),
    ("CAD_INCIDENT_ID", .id),
    ("Call Number", .id),
    ("Case Ref", .id),
    ("SR_NUMBER", .id),
    ("Report Number", .id),
    ("CRASH_RECORD_ID", .id),
    ("Record ID", .id),
    ("DR_NO", .id),
    ("CCN", .id),
    ("CCNumber", .id),
    ("CR Number", .id),
    ("GO Number", .id),
    ("NOPD_Item", .id),
    ("Unique Key", .id),
    ("uid", .id),
    ("URN", .id),
    ("Reference", .id),
    ("Ref No", .id),
    ("ID", .id),
    ("Case Number", .id),
    ("Row ID", .id),
    ("dc_key", .id),
    ("GlobalID", .id),
    ("OBJECTID", .id),
    ("FID", .id),

    ("Crime type", .category),
    ("category", .category),
    ("MCI_CATEGORY", .category),
    ("NIBRS Crime Category", .category),
    ("OFFENSE_CATEGORY_ID", .category),
    ("ASB Category", .category),
    ("OFFENSE_CODE_GROUP", .category),
    ("HO Offence Description", .category),
    ("HO Class", .category),
    ("Offence Group Description", .category),
    ("OFNS_DESC", .category),
    ("Primary Type", .category),
    ("Incident Type Description", .category),
    ("IncidentGroup", .category),
    ("Call Type Description", .category),
    ("Occurrence Type", .category),
    ("Offense Sub Category", .category),
    ("Crm Cd Desc", .category),
    ("text_general_code", .category),
    ("OFFENSE_DESCRIPTION", .category),
    ("HIGHEST_NIBRS_DESCRIPTION", .category),
    ("Crime Name1", .category),
    ("UCR_LITERAL", .category),
    ("TYP_DESC", .category),
    ("TypeText", .category),
    ("Illness Description", .category),
    ("Chief Complaint", .category),
    ("Nature of Call", .category),
    ("Incident Classification", .category),
    ("FINAL_CALL_TYPE", .category),
    ("Closing Code Description", .category),
    ("Complaint Type", .category),
    ("Determinant Description", .category),
    ("Type of Incident", .category),
    ("StopCodeDescription", .category),
    ("Incident Description", .category),
    ("OFFENSE_TYPE_ID", .category),
    ("Sub-type", .category),
    ("Offence", .category),
    ("OFFENSE", .category),
    ("Crime", .category),
    ("TYPE", .category),
    ("CATEGORIE", .category),
    ("accident_severity", .category),
    ("NIBRS Crime Against Category", .category),

    ("LOCATION", .location),
    ("location_name", .location),
    ("STREET", .location),
    ("Street Name", .location),
    ("On or near", .location),
    ("Block Address", .location),
    ("HUNDRED_BLOCK", .location),
    ("INCIDENT_ADDRESS", .location),
    ("Offence Location", .location),
    ("Location Address", .location),
    ("Location of Incident", .location),
    ("Address", .location),
    ("BLOCK", .location),
    ("ON STREET NAME", .location),
    ("Nearest Intersection", .location),
    ("Place", .location),

    ("Month", .month),
    ("year_month", .month),
    ("Month-Year", .month),
    ("Offence Month", .month),
    ("Month of crime", .month),
    ("Period", .month),
  ]

  @Test("a column is known by its name", arguments: known)
  func knownName(header: String, key: ColumnKey) throws {
    #expect(try detected("a,\(header),b")[key] == 1)
    #expect(try detected("a,\(header.lowercased()),b")[key] == 1)
  }

  @Test("each line of the table has a name here that it alone explains")
  func everyLine() {
    let tables: [(ColumnKey, [String])] = [
      (.id, KnownNames.id), (.category, KnownNames.category), (.location, KnownNames.location),
      (.month, KnownNames.month),
    ]
    for (key, lines) in tables {
      let tested = Self.known.filter { $0.key == key }.map { NamePattern.plain($0.header) }
      for line in lines {
        #expect(NamePattern.names(line).contains(where: tested.contains), "\(key): \(line)")
      }
      // A name on two lines would have two ranks.
      let names = lines.flatMap(NamePattern.names)
      #expect(Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 } == [:])
    }
  }

  @Test(
    "names that look like those of incidents and are not",
    arguments: [
      "Month of birth", "Birth Month", "Victim Age", "Category Code", "Crime Code", "Location Type",
      "Location Description", "Ward ID", "Officer Number", "Collar Number", "Victim ID",
      "Suspect ID",
      "LSOA code", "Street Lighting", "Address Line 2", "Home Address", "Victim Address",
      "Postcode",
      "Offence Code", "IUCR", "Blood Type", "Vehicle Type", "Weapon Type", "Property Type",
      "Premises Type", "Report Type", "Phone Number", "Telephone No", "House Number",
      "Police Force",
      "Description", "Notes", "MO", "Severity", "Station Name", "Outcome Type", "Case Status",
      "Person Type", "Last outcome category", "PropertyCategory", "Age Category",
    ])
  func strangers(header: String) throws {
    let columns = try detected("a,\(header),b")
    for key in ColumnKey.allCases where key != .weight { #expect(columns[key] == nil, "\(key)") }
  }

  @Test(
    "the best-known name is preferred",
    arguments: [
      ("OBJECTID,ID,Crime ID", ColumnKey.id, "Crime ID"),
      ("ID,Case Number", .id, "ID"),  // Chicago
      ("ID,Crime Ref", .id, "Crime Ref"),
      ("OBJECTID,CCN", .id, "CCN"),
      ("CAD Number,Row ID,Incident Number,Incident ID", .id, "Incident ID"),
      ("OFFENCE,MCI_CATEGORY", .category, "MCI_CATEGORY"),
      ("Description,Primary Type,FBI Code", .category, "Primary Type"),
      ("Offence,HO Offence Group,Crime type", .category, "Crime type"),
      ("NIBRS Crime Against Category,Offense Sub Category", .category, "Offense Sub Category"),
      ("OFFENSE_TYPE_ID,OFFENSE_CATEGORY_ID", .category, "OFFENSE_CATEGORY_ID"),
      ("INITIAL_CALL_TYPE,FINAL_CALL_TYPE", .category, "FINAL_CALL_TYPE"),
      ("PropertyCategory,StopCodeDescription,IncidentGroup", .category, "IncidentGroup"),
      ("Block,Location", .location, "Location"),
      ("Street,Address", .location, "Street"),
    ])
  func preference(header: String, key: ColumnKey, chosen: String) throws {
    #expect(try detected(header).name(of: key) == chosen)
  }

  @Test("a column without values is passed over where another has some")
  func blankColumns() throws {
    let header = "OFFENSE_CODE_GROUP,OFFENSE_DESCRIPTION"
    #expect(try detected(header).name(of: .category) == "OFFENSE_CODE_GROUP")
    #expect(
      try detected(header, rows: [",LARCENY", "NULL,ASSAULT"]).name(of: .category)
        == "OFFENSE_DESCRIPTION")
    #expect(
      try detected(header, rows: ["Larceny,LARCENY", ",ASSAULT"]).name(of: .category)
        == "OFFENSE_CODE_GROUP")
    #expect(try detected(header, rows: [",", ","]).name(of: .category) == "OFFENSE_CODE_GROUP")
  }

  @Test("a location that is a pair of coordinates is no name of a place")
  func coordinatesAsLocation() throws {
    #expect(
      try detected("STREET,Location", rows: ["LINCOLN ST,(42.35 -71.06)", "HILL ST,(0 0)"])
        .name(of: .location) == "STREET")
    #expect(
      try detected("Location", rows: ["POINT (-71.06 42.35)", "POINT (0 0)"]).name(of: .location)
        == nil)
    #expect(
      try detected("Location", rows: ["10 High Street", "The Point"]).name(of: .location)
        == "Location")
  }

  @Test("a reference that is the same in all rows is none where another differs")
  func constantReference() throws {
    let header = "objectid,Case Number"
    #expect(try detected(header, rows: ["1,2.025E+11", "2,2.025E+11"]).name(of: .id) == "objectid")
    #expect(try detected(header, rows: ["1,25-1", "2,25-2"]).name(of: .id) == "Case Number")
  }

  @Test("other categories that were passed over are said")
  func notes() throws {
    #expect(try detected("Crime type,Context").notes == [])
    #expect(
      try detected("Offence,Crime type,HO Class").notes
        == ["categories are those of 'Crime type', not of 'HO Class' or 'Offence'"])
  }

  @Test("numbers of months are no period without a year")
  func monthNumbers() throws {
    #expect(try detected("Month,x,y", rows: ["2,1,1", "11,1,1"])[.month] == nil)
    #expect(try detected("Month,x,y", rows: ["2025-02,1,1", "2025-03,1,1"])[.month] == 0)
    #expect(try detected("Date,Month", rows: ["2025-02-01,2", "2025-03-01,3"])[.month] == nil)
    #expect(try detected("Year,Month", rows: ["2025,2", "2025,3"])[.month] == 1)
    #expect(try detected("Date,Month", [(.month, "Month")])[.month] == 1)
  }
}
