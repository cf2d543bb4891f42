import Names
import Testing

@testable import Incidents

@Suite("Names of columns of dates")
struct DateNameTests {
  /// A name for each word of the table, and what it says.
  static let known: [(header: String, subject: DateName.Subject, content: DateName.Content)] = [
    ("Committed", .incident, .unsaid),
    ("Date Occurred", .incident, .days),
    ("When Happened", .incident, .moments),
    ("Commission Date", .incident, .days),
    ("Offence Date", .incident, .days),
    ("Offense Date", .incident, .days),
    ("CrimeDateTime", .incident, .moments),
    ("Incident Datetime", .incident, .moments),
    ("INC_DATE", .incident, .days),
    ("Event Date", .incident, .days),
    ("EVT_DATE", .incident, .days),
    ("Accident Date", .incident, .days),
    ("Collision Time", .incident, .clocks),
    ("CRASH_DATE", .incident, .days),
    ("ASB Date", .incident, .days),
    ("Date of Occurrence", .incident, .days),
    ("Occurence_Date", .incident, .days),
    ("TIME OCC", .incident, .clocks),
    ("DATE_OCCU", .incident, .days),
    ("OCCUR_DATE", .incident, .days),
    ("CMPLNT_FR_DT", .incident, .days),
    ("DateOfCall", .call, .days),
    ("Called at", .call, .unsaid),
    ("Received DtTm", .call, .moments),
    ("Recd Date", .call, .days),
    ("Time of Receipt", .call, .clocks),
    ("Dispatch Date / Time", .call, .moments),
    ("Dispatched", .call, .unsaid),
    ("Alarm Date Time", .call, .moments),
    ("Report Date", .record, .days),
    ("RPT_DT", .record, .days),
    ("Date Rptd", .record, .days),
    ("Reported", .record, .unsaid),
    ("Record Date", .record, .days),
    ("Recorded on", .record, .unsaid),
    ("Create Date", .record, .days),
    ("Created", .record, .unsaid),
    ("Creation Time", .record, .clocks),
    ("Log Date", .record, .days),
    ("Logged", .record, .unsaid),
    ("Entry DtTm", .record, .moments),
    ("Entered Date", .record, .days),
    ("Date Opened", .record, .days),
    ("Raised", .record, .unsaid),
    ("Registered Date", .record, .days),
    ("Date Notified", .record, .days),
    ("Submitted at", .record, .unsaid),
    ("Requested Datetime", .record, .moments),
    ("Request Date", .record, .days),
    ("Complaint Date", .record, .days),
    ("Case Date", .record, .days),
    ("Committed From Date", .incident, .days),
    ("CMPLNT_FR_TM", .incident, .clocks),
    ("Committed To", .incident, .unsaid),
    ("Until", .unsaid, .unsaid),
    ("Start", .unsaid, .unsaid),
    ("Started At", .unsaid, .unsaid),
    ("Begin Date", .unsaid, .days),
    ("Began", .unsaid, .unsaid),
    ("Beginning", .unsaid, .unsaid),
    ("End", .unsaid, .unsaid),
    ("Ended", .unsaid, .unsaid),
    ("Finish Time", .unsaid, .clocks),
    ("First Committed", .incident, .unsaid),
    ("LAST_OCCURRENCE_DATE", .incident, .days),
    ("Earliest", .unsaid, .unsaid),
    ("Latest", .unsaid, .unsaid),
    ("MinDate", .unsaid, .days),
    ("Minimum Date", .unsaid, .days),
    ("MaxDate", .unsaid, .days),
    ("Maximum Date", .unsaid, .days),
    ("Date1 of Occurrence", .incident, .days),
    ("Time2 of Occurrence", .incident, .clocks),
    ("Date", .unsaid, .days),
    ("Dates", .unsaid, .days),
    ("REPORT_DAT", .record, .days),
    ("Time", .unsaid, .clocks),
    ("HourOfCall", .call, .hours),
    ("timestamp", .unsaid, .moments),
    ("Committed on/from", .incident, .unsaid),
    ("Committed On or From", .incident, .unsaid),
    ("Committed Between", .incident, .unsaid),
    ("Date and Time of the Incident", .incident, .moments),
    ("date_local", .unsaid, .days),
    ("date_utc", .unsaid, .days),
    ("Time (GMT)", .unsaid, .clocks),
    ("date_iso", .unsaid, .days),
    ("RMSOccurrenceDate", .incident, .days),
  ]

  @Test("a name is understood by its words", arguments: known)
  func knownName(
    header: String, subject: DateName.Subject, content: DateName.Content
  ) throws {
    let name = try #require(DateName(NamePattern.plain(header)))
    #expect(name.subject == subject)
    #expect(name.content == content)
  }

  @Test("each word of the table is in a name here")
  func everyWord() {
    var tested: Set<String> = []
    for (header, _, _) in Self.known {
      tested.formUnion(DateWord.words(of: NamePattern.plain(header))?.map(\.text) ?? [])
    }
    #expect(Set(DateWord.all.keys).subtracting(tested) == [])
  }

  @Test(
    "names that look like those of incidents' dates and are not",
    arguments: [
      "Date of birth", "DOB", "Victim DOB", "Month of birth", "Update date", "Updated On", "Day",
      "Last Modified", "Closed Date", "Date Closed", "Due Date", "Arrest Date", "Charge Date",
      "Outcome Date", "Reported by", "First", "Last", "First Name", "Min", "Max", "First Offence",
      "Last Incident", "Crime", "Incident", "Call", "Report", "Event 1", "1", "2", "Valid From",
      "Valid To", "Export Date", "Extract Date", "Total", "Weekday", "Hours", "Year", "Shift Start",
      "Inspection Date", "Resolved", "Expiry Date", "Timeliness", "Dated", "Time Taken",
      "Response Time",
      "On", "At", "From To", "Start Date To", "Recorded Offence Count", "Log", "Case", "Alarm",
      "Today's Mood",
      "Victim Date From", "Last Seen", "Tomorrow",
    ])
  func strangers(header: String) {
    #expect(DateName(NamePattern.plain(header)) == nil)
  }
}
