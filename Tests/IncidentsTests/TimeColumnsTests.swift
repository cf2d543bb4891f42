import Testing

@testable import Incidents

@Suite("Columns of dates and times")
struct TimeColumnsTests {
  func columns(_ header: String, named: [(key: ColumnKey, name: String)] = []) throws -> [String?] {
    let names = header.split(separator: ",").map(String.init)
    let columns = try IncidentColumns(header: names, named: named, path: "in.csv")
    return [.start, .startTime, .end, .endTime].map { columns.name(of: $0) }
  }

  @Test("a time column is found beside its own date")
  func pairs() throws {
    #expect(
      try columns("CMPLNT_FR_DT,CMPLNT_FR_TM,CMPLNT_TO_DT,CMPLNT_TO_TM")
        == ["CMPLNT_FR_DT", "CMPLNT_FR_TM", "CMPLNT_TO_DT", "CMPLNT_TO_TM"])
    #expect(
      try columns("Date From,Time From,Date To,Time To")
        == ["Date From", "Time From", "Date To", "Time To"])
    #expect(try columns("Incident date,Time") == ["Incident date", "Time", nil, nil])
  }

  @Test("a time column of another date is left alone")
  func strangers() throws {
    #expect(
      try columns("CMPLNT_FR_DT,CMPLNT_FR_TM,CMPLNT_TO_DT,CMPLNT_TO_TM,start,end")
        == ["start", nil, "end", nil])
    #expect(try columns("From,To,Time") == ["From", nil, "To", nil])
    #expect(try columns("Time,Month") == [nil, nil, nil, nil])
  }

  @Test("the user's columns are used, with the times that belong to them or those named")
  func named() throws {
    let header = "CMPLNT_FR_DT,CMPLNT_FR_TM,start,end,clock"
    #expect(
      try columns(header, named: [(.start, "CMPLNT_FR_DT")])
        == ["CMPLNT_FR_DT", "CMPLNT_FR_TM", nil, nil])
    #expect(
      try columns(header, named: [(.start, "CMPLNT_FR_DT"), (.startTime, "clock")])
        == ["CMPLNT_FR_DT", "clock", nil, nil])
    #expect(
      try columns(header, named: [(.start, "CMPLNT_FR_DT"), (.startTime, ""), (.end, "end")])
        == ["CMPLNT_FR_DT", nil, "end", nil])
  }

  @Test("the dates of public layouts are found")
  func layouts() throws {
    #expect(
      try columns("INCIDENT_NUMBER,OCCURRED_ON_DATE,YEAR,MONTH,DAY_OF_WEEK,HOUR")
        == ["OCCURRED_ON_DATE", nil, nil, nil])
    #expect(
      try columns("FIRST_OCCURRENCE_DATE,LAST_OCCURRENCE_DATE,REPORTED_DATE")
        == ["FIRST_OCCURRENCE_DATE", nil, "LAST_OCCURRENCE_DATE", nil])
    #expect(
      try columns("DR_NO,Date Rptd,DATE OCC,TIME OCC") == ["DATE OCC", "TIME OCC", nil, nil])
    #expect(
      try columns("dispatch_date_time,dispatch_date,dispatch_time,hour")
        == ["dispatch_date_time", nil, nil, nil])
    #expect(try columns("Report DateTime,Offense Date") == ["Offense Date", nil, nil, nil])
    #expect(
      try columns("Incident Datetime,Incident Date,Incident Time,Incident Year")
        == ["Incident Datetime", nil, nil, nil])
    #expect(
      try columns("REPORT_DAT,START_DATE,END_DATE") == ["START_DATE", nil, "END_DATE", nil])
    // London's fire brigade.
    #expect(
      try columns("IncidentNumber,DateOfCall,CalYear,TimeOfCall,HourOfCall")
        == ["DateOfCall", "TimeOfCall", nil, nil])
  }
}
