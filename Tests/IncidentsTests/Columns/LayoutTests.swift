import TestSupport
import Testing

@testable import Incidents

/// Files as people have them: a header and rows, from which the columns are found with no option.
///
/// The headers are those of public tables and of usual systems; the rows are made up.
@Suite("Layouts of incident files")
struct LayoutTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    var name: String
    var header: String
    var rows: [String]
    /// The columns in the order of ``ColumnKey``.
    var columns: String

    init(_ name: String, _ header: String, _ rows: String..., columns: String) {
      (self.name, self.header, self.rows, self.columns) = (name, header, rows, columns)
    }

    var testDescription: String { name }
  }

  static let layouts = [
    Layout(
      "STATS19 collisions to 2023",
      "accident_index,accident_year,accident_reference,location_easting_osgr,"
        + "location_northing_osgr,longitude,latitude,police_force,accident_severity,"
        + "number_of_vehicles,date,day_of_week,time,local_authority_ons_district,lsoa_of_accident_location",
      "2022010352073,2022,010352073,525199,177928,-0.198224,51.486454,1,3,2,05/01/2022,4,16:40,"
        + "E09000013,E01001883",
      "2022010352573,2022,010352573,546214,179866,0.105042,51.498921,1,3,2,31/01/2022,2,01:17,"
        + "E09000004,E01000379",
      columns: "id 'accident_index', longitude 'longitude', latitude 'latitude', start 'date', "
        + "category 'accident_severity', start_time 'time'"),
    Layout(
      "STATS19 collisions since 2024",
      "collision_index,collision_year,collision_ref_no,location_easting_osgr,"
        + "location_northing_osgr,collision_severity,date,time",
      "2024010486591,2024,010486591,525199,177928,3,05/01/2024,16:40",
      "2024010486592,2024,010486592,546214,179866,2,31/01/2024,01:17",
      columns: "id 'collision_index', easting 'location_easting_osgr', "
        + "northing 'location_northing_osgr', start 'date', category 'collision_severity', "
        + "start_time 'time'"),
    Layout(
      "London's fire brigade",
      "IncidentNumber,DateOfCall,CalYear,TimeOfCall,HourOfCall,IncidentGroup,StopCodeDescription,"
        + "PropertyCategory,Postcode_district,Easting_m,Northing_m,Easting_rounded,Northing_rounded",
      "000006-01012018,01 Jan 2018,2018,00:04:25,0,False Alarm,AFA,Dwelling,N1,530100,180200,"
        + "530150,180250",
      "000007-01012018,01 Jan 2018,2018,00:06:00,0,Fire,Primary Fire,Outdoor,E2,531100,181200,"
        + "531150,181250",
      columns: "id 'IncidentNumber', easting 'Easting_m', northing 'Northing_m', "
        + "start 'DateOfCall', category 'IncidentGroup', start_time 'TimeOfCall'"),
    Layout(
      "an ambulance trust",
      "Incident ID,CallDateTime,Illness Description,Response Category,Easting,Northing,Postcode Sector",
      "A1,31/01/2024 23:10,Chest pain,C2,530100,180200,SE1 7",
      "A2,01/02/2024 00:20,Falls,C3,531100,181200,SE1 8",
      columns: "id 'Incident ID', easting 'Easting', northing 'Northing', start 'CallDateTime', "
        + "category 'Illness Description'"),
    Layout(
      "an ambulance trust's calls",
      "Log Number,Received,Chief Complaint,X,Y",
      "7,2024-01-31 23:10:00,Sick person,530100,180200",
      "8,2024-02-01 00:20:00,Breathing problems,531100,181200",
      columns: "id 'Log Number', easting 'X', northing 'Y', start 'Received', "
        + "category 'Chief Complaint'"),
    Layout(
      "a police system in Britain",
      "Crime Number,HO Offence Description,Committed From Date,Committed From Time,"
        + "Committed To Date,Committed To Time,Recorded Date,Beat Code,OSGR Easting,OSGR Northing",
      "42/1/24,Burglary dwelling,30/01/2024,18:00,31/01/2024,07:30,31/01/2024,B1,530100,180200",
      "42/2/24,Theft from vehicle,31/01/2024,20:00,31/01/2024,23:30,01/02/2024,B2,531100,181200",
      columns: "id 'Crime Number', easting 'OSGR Easting', northing 'OSGR Northing', "
        + "start 'Committed From Date', end 'Committed To Date', "
        + "category 'HO Offence Description', start_time 'Committed From Time', "
        + "end_time 'Committed To Time'"),
    Layout(
      "a police system with one column for each end",
      "Occurrence Number,Offence Title,Committed on/from,Committed to,Date Reported,X Coord,Y Coord,Victim DOB",
      "O1,Criminal damage,30/01/2024 18:00,31/01/2024 07:30,31/01/2024 08:00,530100,180200,01/02/1980",
      "O2,Shoplifting,31/01/2024 20:00,,31/01/2024 21:00,531100,181200,02/03/1990",
      columns: "id 'Occurrence Number', easting 'X Coord', northing 'Y Coord', "
        + "start 'Committed on/from', end 'Committed to', category 'Offence Title'"),
    Layout(
      "an analyst's table of earliest and latest",
      "Crime Ref,Offence,MinDate,MaxDate,Grid Ref Easting,Grid Ref Northing,Street Name",
      "1,Burglary,2024-01-30T18:00,2024-01-31T07:30,530100,180200,High Street",
      "2,Robbery,2024-01-31T20:00,2024-01-31T20:05,531100,181200,Low Road",
      columns: "id 'Crime Ref', easting 'Grid Ref Easting', northing 'Grid Ref Northing', "
        + "start 'MinDate', end 'MaxDate', category 'Offence', location 'Street Name'"),
    Layout(
      "command and control",
      "Incident URN,Created,Opening Type,Closing Code Description,Incident Location,Grid East,Grid North",
      "GM-1,31/01/2024 23:10:11,ASB,Nuisance,High Street,530100,180200",
      "GM-2,01/02/2024 00:20:22,Alarm,False alarm,Low Road,531100,181200",
      columns: "id 'Incident URN', easting 'Grid East', northing 'Grid North', start 'Created', "
        + "category 'Opening Type', location 'Incident Location'"),
    Layout(
      "a council's complaints",
      "Case Ref,Complaint Type,Date Received,Date Closed,Ward,Easting,Northing",
      "N1,Noise - music,31/01/2024,05/02/2024,Abbey,530100,180200",
      "N2,Fly tipping,01/02/2024,,Park,531100,181200",
      columns: "id 'Case Ref', easting 'Easting', northing 'Northing', start 'Date Received', "
        + "category 'Complaint Type'"),
    Layout(
      "FixMyStreet",
      "Report ID,Title,Detail,Category,Created,Confirmed,Closed,Status,Latitude,Longitude,Query,"
        + "Ward,Easting,Northing",
      "1,Hole,Big,Potholes,2024-01-31T23:10:11,2024-01-31T23:12:00,,open,51.5,-0.12,SE1,Abbey,530100,180200",
      "2,Light,Out,Street lighting,2024-02-01T00:20:22,,,open,51.51,-0.13,SE2,Park,531100,181200",
      columns: "id 'Report ID', longitude 'Longitude', latitude 'Latitude', start 'Created', "
        + "category 'Category'"),
    Layout(
      "stop and search of data.police.uk",
      "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
        + "Self-defined ethnicity,Object of search,Outcome",
      "Person search,2024-01-31T23:10:00+00:00,False,,51.5,-0.12,Male,18-24,,Drugs,None",
      "Vehicle search,2024-01-31T23:20:00+00:00,False,,51.51,-0.13,Male,18-24,,Drugs,None",
      columns: "longitude 'Longitude', latitude 'Latitude', start 'Date', category 'Type'"),
    Layout(
      "New York's complaints",
      "CMPLNT_NUM,CMPLNT_FR_DT,CMPLNT_FR_TM,CMPLNT_TO_DT,CMPLNT_TO_TM,ADDR_PCT_CD,RPT_DT,KY_CD,"
        + "OFNS_DESC,PD_DESC,X_COORD_CD,Y_COORD_CD,Latitude,Longitude,Lat_Lon",
      "1,01/30/2024,18:00:00,01/31/2024,07:30:00,14,01/31/2024,107,BURGLARY,X,985000,215000,"
        + "40.75,-73.99,(40.75 -73.99)",
      "2,01/31/2024,20:00:00,,,14,02/01/2024,341,PETIT LARCENY,Y,986000,216000,40.76,-73.98,"
        + "(40.76 -73.98)",
      columns: "id 'CMPLNT_NUM', longitude 'Longitude', latitude 'Latitude', "
        + "start 'CMPLNT_FR_DT', end 'CMPLNT_TO_DT', category 'OFNS_DESC', "
        + "start_time 'CMPLNT_FR_TM', end_time 'CMPLNT_TO_TM'"),
    Layout(
      "New York's shootings",
      "INCIDENT_KEY,OCCUR_DATE,OCCUR_TIME,BORO,PRECINCT,VIC_AGE_GROUP,Latitude,Longitude",
      "1,01/30/2024,18:00:00,BRONX,44,25-44,40.83,-73.92",
      "2,01/31/2024,20:00:00,QUEENS,103,18-24,40.70,-73.79",
      columns: "id 'INCIDENT_KEY', longitude 'Longitude', latitude 'Latitude', "
        + "start 'OCCUR_DATE', start_time 'OCCUR_TIME'"),
    Layout(
      "New York's 311",
      "Unique Key,Created Date,Closed Date,Agency,Complaint Type,Descriptor,Incident Address,"
        + "Street Name,X Coordinate (State Plane),Y Coordinate (State Plane),Latitude,Longitude,Location",
      "1,01/30/2024 06:00:00 PM,,NYPD,Noise,Loud,1 BROADWAY,BROADWAY,985000,215000,40.75,-73.99,"
        + "(40.75 -73.99)",
      "2,01/31/2024 08:00:00 PM,,NYPD,Parking,Blocked,2 BROADWAY,BROADWAY,986000,216000,40.76,"
        + "-73.98,(40.76 -73.98)",
      columns: "id 'Unique Key', longitude 'Longitude', latitude 'Latitude', "
        + "start 'Created Date', category 'Complaint Type', location 'Street Name'"),
    Layout(
      "New York's collisions",
      "CRASH DATE,CRASH TIME,BOROUGH,ZIP CODE,LATITUDE,LONGITUDE,LOCATION,ON STREET NAME,"
        + "NUMBER OF PERSONS INJURED,COLLISION_ID",
      "01/30/2024,18:00,BRONX,10451,40.83,-73.92,(40.83 -73.92),GRAND CONCOURSE,0,1",
      "01/31/2024,8:05,QUEENS,11432,40.70,-73.79,(40.70 -73.79),HILLSIDE AVE,1,2",
      columns: "id 'COLLISION_ID', longitude 'LONGITUDE', latitude 'LATITUDE', "
        + "start 'CRASH DATE', location 'ON STREET NAME', start_time 'CRASH TIME'"),
    Layout(
      "Charlotte",
      "YEAR,INCIDENT_REPORT_ID,LOCATION,X_COORD_PUBLIC,Y_COORD_PUBLIC,LATITUDE_PUBLIC,"
        + "LONGITUDE_PUBLIC,DATE_REPORTED,DATE_INCIDENT_BEGAN,DATE_INCIDENT_END,HIGHEST_NIBRS_DESCRIPTION",
      "2024,1,1 TRADE ST,1449000,541000,35.22,-80.84,2024/01/31,2024/01/30,2024/01/31,Burglary/B&E",
      "2024,2,2 TRADE ST,1450000,542000,35.23,-80.85,2024/02/01,2024/01/31,2024/02/01,Larceny",
      columns: "id 'INCIDENT_REPORT_ID', longitude 'LONGITUDE_PUBLIC', latitude 'LATITUDE_PUBLIC', "
        + "start 'DATE_INCIDENT_BEGAN', end 'DATE_INCIDENT_END', "
        + "category 'HIGHEST_NIBRS_DESCRIPTION', location 'LOCATION'"),
    Layout(
      "Cincinnati",
      "INCIDENT_NO,DATE_REPORTED,DATE_FROM,DATE_TO,CLSD,BEAT,OFFENSE,LOCATION,LATITUDE_X,LONGITUDE_X",
      "1,01/31/2024 08:00:00 AM,01/30/2024 06:00:00 PM,01/31/2024 07:30:00 AM,,1,BURGLARY,10-HOME,39.1,-84.5",
      "2,02/01/2024 08:00:00 AM,01/31/2024 06:00:00 PM,01/31/2024 07:30:00 PM,,2,THEFT,15-STREET,39.2,-84.6",
      columns: "id 'INCIDENT_NO', longitude 'LONGITUDE_X', latitude 'LATITUDE_X', "
        + "start 'DATE_FROM', end 'DATE_TO', category 'OFFENSE', location 'LOCATION'"),
    Layout(
      "Portland",
      "Address,CaseNumber,CrimeAgainst,Neighborhood,OccurDate,OccurTime,OffenseCategory,OffenseType,"
        + "OpenDataLat,OpenDataLon,OpenDataX,OpenDataY,ReportDate,OffenseCount",
      "1 MAIN ST,24-X1,Property,Downtown,1/30/2024,1800,Larceny Offenses,Theft,45.52,-122.67,7643000,684000,1/31/2024,1",
      "2 MAIN ST,24-X2,Person,Downtown,1/31/2024,5,Assault Offenses,Assault,45.53,-122.68,7644000,685000,1/31/2024,1",
      columns: "id 'CaseNumber', longitude 'OpenDataLon', latitude 'OpenDataLat', "
        + "start 'OccurDate', category 'OffenseCategory', location 'Address', "
        + "start_time 'OccurTime'"),
    Layout(
      "Montgomery County",
      "Incident ID,Offence Code,CR Number,Dispatch Date / Time,Start_Date_Time,End_Date_Time,"
        + "Crime Name1,Crime Name2,Block Address,Latitude,Longitude",
      "1,2203,24001,01/31/2024 08:00:00 AM,01/30/2024 06:00:00 PM,01/31/2024 07:00:00 AM,"
        + "Crime Against Property,Burglary,1 MAIN ST,39.0,-77.1",
      "2,2303,24002,01/31/2024 09:00:00 AM,01/31/2024 08:00:00 AM,,Crime Against Property,"
        + "Theft,2 MAIN ST,39.1,-77.2",
      columns: "id 'Incident ID', longitude 'Longitude', latitude 'Latitude', "
        + "start 'Start_Date_Time', end 'End_Date_Time', category 'Crime Name1', "
        + "location 'Block Address'"),
    Layout(
      "Dallas",
      "Incident Number w/year,Type of Incident,Date1 of Occurrence,Time1 of Occurrence,"
        + "Date2 of Occurrence,Time2 of Occurrence,Date of Report,Incident Address,X Coordinate,Y Cordinate",
      "1-2024,BURGLARY,2024-01-30 00:00:00,18:00,2024-01-31 00:00:00,07:30,2024-01-31 08:00:00,1 ELM ST,2490000,6970000",
      "2-2024,THEFT,2024-01-31 00:00:00,20:00,2024-01-31 00:00:00,20:30,2024-01-31 21:00:00,2 ELM ST,2491000,6971000",
      columns: "easting 'X Coordinate', northing 'Y Cordinate', start 'Date1 of Occurrence', "
        + "end 'Date2 of Occurrence', category 'Type of Incident', "
        + "location 'Incident Address', start_time 'Time1 of Occurrence', "
        + "end_time 'Time2 of Occurrence'"),
    Layout(
      "Baltimore",
      "RowID,CCNumber,CrimeDateTime,CrimeCode,Location,Weapon,Latitude,Longitude,GeoLocation",
      "1,24A1,2024/01/30 18:00:00+00,5A,1 MAIN ST,NA,39.29,-76.61,(39.29 -76.61)",
      "2,24A2,2024/01/31 20:00:00+00,6C,2 MAIN ST,NA,39.30,-76.62,(39.30 -76.62)",
      columns: "id 'CCNumber', longitude 'Longitude', latitude 'Latitude', "
        + "start 'CrimeDateTime', location 'Location'"),
    Layout(
      "New Orleans's calls",
      "NOPD_Item,Type,TypeText,Priority,MapX,MapY,Time Received,BLOCK_ADDRESS",
      "A1,21,COMPLAINT OTHER,1H,3680000,530000,01/30/2024 06:00:00 PM,001XX Canal St",
      "A2,67,THEFT,1A,3681000,531000,01/31/2024 08:00:00 PM,002XX Canal St",
      columns: "id 'NOPD_Item', easting 'MapX', northing 'MapY', start 'Time Received', "
        + "category 'TypeText', location 'BLOCK_ADDRESS'"),
    Layout(
      "San Francisco to 2018",
      "IncidntNum,Category,Descript,DayOfWeek,Date,Time,PdDistrict,Resolution,Address,X,Y,Location,PdId",
      "1,LARCENY,GRAND,Monday,01/29/2018 12:00:00 AM,18:00,CENTRAL,NONE,1 MAIN ST,-122.42,37.77,(37.77 -122.42),11",
      "2,ASSAULT,BATTERY,Tuesday,01/30/2018 12:00:00 AM,20:00,MISSION,NONE,2 MAIN ST,-122.43,37.78,(37.78 -122.43),12",
      columns: "id 'IncidntNum', longitude 'X', latitude 'Y', start 'Date', "
        + "category 'Category', location 'Address', start_time 'Time'"),
    Layout(
      "Boston without groups",
      "INCIDENT_NUMBER,OFFENSE_CODE_GROUP,OFFENSE_DESCRIPTION,OCCURRED_ON_DATE,YEAR,MONTH,HOUR,"
        + "STREET,Lat,Long,Location",
      "I1,,LARCENY,2025-02-23 22:30:00,2025,2,22,LINCOLN ST,42.351,-71.065,(42.351 -71.065)",
      "I2,,ASSAULT,2025-02-24 00:05:00,2025,2,0,LINCOLN ST,42.351,-71.055,(42.351 -71.055)",
      columns: "id 'INCIDENT_NUMBER', longitude 'Long', latitude 'Lat', "
        + "start 'OCCURRED_ON_DATE', category 'OFFENSE_DESCRIPTION', location 'STREET'"),
    Layout(
      "Houston",
      "Incident,RMSOccurrenceDate,RMSOccurrenceHour,NIBRSClass,NIBRSDescription,Beat,MapLongitude,"
        + "MapLatitude",
      "1,2024-01-30,22,23F,Theft from motor vehicle,1A10,-95.36,29.76",
      "2,2024-01-31,0,13B,Simple assault,2A30,-95.37,29.77",
      columns: "longitude 'MapLongitude', latitude 'MapLatitude', start 'RMSOccurrenceDate', "
        + "category 'NIBRSDescription', start_time 'RMSOccurrenceHour'"),
    Layout(
      "Denver",
      "OBJECTID,INCIDENT_ID,OFFENSE_ID,OFFENSE_TYPE_ID,OFFENSE_CATEGORY_ID,FIRST_OCCURRENCE_DATE,"
        + "LAST_OCCURRENCE_DATE,REPORTED_DATE,INCIDENT_ADDRESS,GEO_X,GEO_Y,GEO_LON,GEO_LAT",
      "1,11,111,burglary-other,burglary,2/23/2025 10:30:00 PM,2/24/2025 6:30:00 AM,"
        + "2/24/2025 8:00:00 AM,1 N BROADWAY,3142000,1690000,-104.995,39.741",
      "2,12,112,theft-other,larceny,2/24/2025 12:05:00 AM,,2/24/2025 8:00:00 AM,2 N BROADWAY,"
        + "3144000,1690000,-104.985,39.741",
      columns: "id 'INCIDENT_ID', longitude 'GEO_LON', latitude 'GEO_LAT', "
        + "start 'FIRST_OCCURRENCE_DATE', end 'LAST_OCCURRENCE_DATE', "
        + "category 'OFFENSE_CATEGORY_ID', location 'INCIDENT_ADDRESS'"),
    Layout(
      "Toronto",
      "OBJECTID,EVENT_UNIQUE_ID,REPORT_DATE,OCC_DATE,REPORT_YEAR,OCC_YEAR,OCC_MONTH,OCC_DAY,"
        + "OCC_HOUR,OFFENCE,MCI_CATEGORY,LONG_WGS84,LAT_WGS84,x,y",
      "1,GO-1,2/24/2025 5:00:00 AM,2/23/2025 5:00:00 AM,2025,2025,February,23,22,B&E,"
        + "Break and Enter,-79.385,43.651,-8837000.1,5411000.2",
      "2,GO-2,2/24/2025 5:00:00 AM,2/24/2025 5:00:00 AM,2025,2025,February,24,0,Assault,Assault,"
        + "-79.375,43.651,-8836000.1,5411000.2",
      columns: "id 'EVENT_UNIQUE_ID', longitude 'LONG_WGS84', latitude 'LAT_WGS84', "
        + "month 'OCC_MONTH', category 'MCI_CATEGORY', year 'OCC_YEAR', day 'OCC_DAY', "
        + "hour 'OCC_HOUR'"),
    Layout(
      "Montreal",
      "CATEGORIE,DATE,QUART,PDQ,X,Y,LONGITUDE,LATITUDE",
      "Introduction,2025-02-23,nuit,30,294904.159,5047548.655,-73.575,45.511",
      "Vol,2025-02-24,jour,30,294904.159,5047548.655,-73.565,45.511",
      columns: "longitude 'LONGITUDE', latitude 'LATITUDE', start 'DATE', category 'CATEGORIE'"),
    Layout(
      "a register with a date and two times",
      "Reference,Incident Type,Date,Time From,Time To,Easting,Northing",
      "1,Drunkenness,31/01/2024,18:00,19:30,530100,180200",
      "2,Begging,01/02/2024,09:15,09:45,531100,181200",
      columns: "id 'Reference', easting 'Easting', northing 'Northing', start 'Date', "
        + "end 'Date', category 'Incident Type', start_time 'Time From', end_time 'Time To'"),
    Layout(
      "an alarm log with nothing but a record",
      "Log No,Logged,Type,Lon,Lat",
      "1,2024-01-31T23:10:11Z,Fire,-0.12,51.5",
      "2,2024-02-01T00:20:22Z,Intruder,-0.13,51.51",
      columns: "id 'Log No', longitude 'Lon', latitude 'Lat', start 'Logged', category 'Type'"),
  ]

  @Test("columns are found with no option", arguments: layouts)
  func layout(_ layout: Layout) throws {
    let folder = TemporaryFolder()
    for (name, separator) in [("in.csv", ","), ("in.tsv", "\t")] {
      let lines = ([layout.header] + layout.rows).map { $0.replacing(",", with: separator) }
      let path = try folder.file(name, lines.joined(separator: "\n") + "\n")
      #expect(try IncidentSource(path: path).columns.summary == layout.columns)
    }
  }

  @Test("the same columns are found in GeoJSON, where there is nothing to choose but values")
  func features() throws {
    let folder = TemporaryFolder()
    let path = try folder.file(
      "in.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":{"type":"Point","coordinates":[-71.065,42.351]},
       "properties":{"INCIDENT_NUMBER":"I1","OFFENSE_CODE_GROUP":null,
        "OFFENSE_DESCRIPTION":"LARCENY","OCCURRED_ON_DATE":"2025-02-23 22:30:00","MONTH":2}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[-71.055,42.351]},
       "properties":{"INCIDENT_NUMBER":"I2","OFFENSE_CODE_GROUP":null,
        "OFFENSE_DESCRIPTION":"ASSAULT","OCCURRED_ON_DATE":"2025-02-24 00:05:00","MONTH":2}}]}
      """)
    #expect(
      try IncidentSource(path: path).columns.summary
        == "id 'INCIDENT_NUMBER', longitude 'longitude', latitude 'latitude', "
        + "start 'OCCURRED_ON_DATE', category 'OFFENSE_DESCRIPTION'")
  }
}
