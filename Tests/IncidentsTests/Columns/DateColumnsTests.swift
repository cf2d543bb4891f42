import Testing

@testable import Incidents

@Suite("Choosing the columns of dates")
struct DateColumnsTests {
  private func chosen(_ header: String, rows: [String] = []) throws -> [String?] {
    let columns = try detected(header, rows: rows)
    return [.start, .startTime, .end, .endTime].map { columns.name(of: $0) }
  }

  @Test(
    "a window comes from one family of names",
    arguments: [
      ("Committed From Date,Committed To Date", "Committed From Date", "Committed To Date"),
      ("Committed From,Committed To", "Committed From", "Committed To"),
      ("Committed on/from,Committed to", "Committed on/from", "Committed to"),
      ("Date Committed From,Date Committed To", "Date Committed From", "Date Committed To"),
      ("First Committed,Last Committed", "First Committed", "Last Committed"),
      ("Offence Start Date,Offence End Date", "Offence Start Date", "Offence End Date"),
      ("MinDate,MaxDate", "MinDate", "MaxDate"),
      ("Earliest,Latest", "Earliest", "Latest"),
      ("Earliest Date/Time,Latest Date/Time", "Earliest Date/Time", "Latest Date/Time"),
      ("DATE_FROM,DATE_TO", "DATE_FROM", "DATE_TO"),
      ("OCCURRED ON,OCCURRED TO", "OCCURRED ON", "OCCURRED TO"),
      ("Start_Date_Time,End_Date_Time", "Start_Date_Time", "End_Date_Time"),
      ("From,To,Committed From,Committed To", "Committed From", "Committed To"),
      ("Committed From,To", "Committed From", nil),
      ("Start,Latest", "Start", nil),
      ("Incident Date,End Date", "Incident Date", nil),
      ("Call Start Time Date,Call End Time Date", "Call Start Time Date", nil),
      ("Reported From Date,Reported To Date", "Reported From Date", nil),
      ("From,End,Earliest,Latest", "Earliest", "Latest"),
      ("Received,Dispatched", "Received", nil),
    ] as [(String, String, String?)])
  func windows(header: String, start: String, end: String?) throws {
    let columns = try detected(header)
    #expect(columns.name(of: .start) == start)
    #expect(columns.name(of: .end) == end)
  }

  @Test(
    "when it happened is preferred to calls, and calls to records",
    arguments: [
      ("Date Reported,Date Occurred", "Date Occurred"),
      ("Recorded Date,Committed Date", "Committed Date"),
      ("Created Date,Date", "Date"), ("Date Created,DateOfCall", "DateOfCall"),
      ("RPT_DT,CMPLNT_FR_DT", "CMPLNT_FR_DT"), ("Date of birth,Date", "Date"),
      ("Call Date,Incident Date", "Incident Date"), ("timestamp,date", "date"),
      ("Incident Date,Incident Datetime", "Incident Datetime"),
      ("Incident Date,Date Occurred", "Date Occurred"),
      ("Update Date,Reported Date", "Reported Date"),
      ("start,Committed From,Committed To", "start"),
      ("Crime Recorded Date,Crime Date", "Crime Date"),
    ])
  func preference(header: String, start: String) throws {
    #expect(try detected(header).name(of: .start) == start)
  }

  @Test("dates that were passed over, and records instead of incidents, are said")
  func notes() throws {
    #expect(try detected("Date,Month").notes == [])
    #expect(try detected("Incident Date,Incident Datetime").notes == [])
    #expect(try detected("Committed From,Committed To,Date of birth").notes == [])
    #expect(
      try detected("Date Reported,Date Occurred").notes
        == ["dates are those of 'Date Occurred', not of 'Date Reported'"])
    #expect(
      try detected("Date Reported,Month").notes
        == [
          "'Date Reported' tells when incidents were recorded, which may be long after they happened"
        ])
    #expect(try detected("Date Reported,Seen", [(.start, "Seen")]).notes == [])
  }

  @Test(
    "times of day go with their own days",
    arguments: [
      (
        "Committed From Date,Committed From Time,Committed To Date,Committed To Time",
        ["Committed From Date", "Committed From Time", "Committed To Date", "Committed To Time"]
      ),
      ("DateOfCall,TimeOfCall,HourOfCall", ["DateOfCall", "TimeOfCall", nil, nil]),
      ("Date,Time", ["Date", "Time", nil, nil]),
      ("Date,Incident Time", ["Date", "Incident Time", nil, nil]),
      ("Date Occurred,Time Reported", ["Date Occurred", nil, nil, nil]),
      (
        "From Date,From Time,To Date,To Time,Reported Time",
        ["From Date", "From Time", "To Date", "To Time"]
      ),
      (
        "Date1 of Occurrence,Time1 of Occurrence,Date2 of Occurrence,Time2 of Occurrence",
        [
          "Date1 of Occurrence", "Time1 of Occurrence", "Date2 of Occurrence",
          "Time2 of Occurrence",
        ]
      ),
    ] as [(String, [String?])])
  func times(header: String, expected: [String?]) throws {
    #expect(try chosen(header) == expected)
  }

  @Test("values decide where names leave a question")
  func values() throws {
    // Streets of a journey are no dates.
    #expect(
      try chosen("From,To,Date", rows: ["High Street,Low Road,2025-02-01"])
        == ["Date", nil, nil, nil])
    #expect(try chosen("From,To", rows: ["High Street,Low Road"]) == [nil, nil, nil, nil])
    // Times of one day.
    #expect(
      try chosen("Date,From,To", rows: ["01/02/2025,18:00,19:30"]) == [
        "Date", "From", "Date", "To",
      ])
    #expect(
      try chosen("Date,Start Time,End Time", rows: ["01/02/2025,1800,1930"])
        == ["Date", "Start Time", "Date", "End Time"])
    // Times that are whole dates.
    #expect(
      try chosen("Start Time,End Time", rows: ["2025-02-01 18:00,2025-02-01 19:00"])
        == ["Start Time", nil, "End Time", nil])
    #expect(try chosen("Start Time,End Time", rows: ["18:00,19:00"]) == [nil, nil, nil, nil])
    // Dates that have their times already.
    #expect(
      try chosen("Incident Date,Incident Time", rows: ["2025-02-01 18:00,18:00"])
        == ["Incident Date", nil, nil, nil])
    #expect(
      try chosen("DATE OCC,TIME OCC", rows: ["02/23/2025 12:00:00 AM,2230"])
        == ["DATE OCC", "TIME OCC", nil, nil])
    // An hour, where there is no time.
    #expect(
      try chosen("RMSOccurrenceDate,RMSOccurrenceHour", rows: ["01/30/2024,22"])
        == ["RMSOccurrenceDate", "RMSOccurrenceHour", nil, nil])
    #expect(
      try chosen("DateOfCall,HourOfCall,TimeOfCall", rows: ["01 Jan 2018,0,00:04:25"])
        == ["DateOfCall", "TimeOfCall", nil, nil])
    #expect(try chosen("Date,Hour", rows: ["2024-01-30,Evening"]) == ["Date", nil, nil, nil])
    #expect(try chosen("Date,Hour") == ["Date", nil, nil, nil])
    // A column without values, and a flag.
    #expect(
      try chosen("Date Occurred,Date Reported", rows: [",2025-02-01", "N/A,2025-02-02"])
        == ["Date Reported", nil, nil, nil])
    #expect(try chosen("Reported", rows: ["Yes", "No"]) == [nil, nil, nil, nil])
    // What cannot be read is still met as such.
    #expect(try chosen("Date", rows: ["31. März"]) == ["Date", nil, nil, nil])
  }

  @Test("parts down to the hour tell more than a day")
  func parts() throws {
    let header = "REPORT_DATE,OCC_DATE,OCC_YEAR,OCC_MONTH,OCC_DAY,OCC_HOUR"
    #expect(try detected(header).isDateInParts)
    #expect(try !detected("OCC_DATE,OCC_YEAR,OCC_MONTH").isDateInParts)
    #expect(try !detected("DATE,YEAR,MONTH,DAY,HOUR").isDateInParts)
    #expect(try !detected(header, [(.start, "OCC_DATE")]).isDateInParts)
  }
}
