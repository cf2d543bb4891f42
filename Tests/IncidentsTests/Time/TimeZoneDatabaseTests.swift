import Testing

@testable import Incidents

@Suite("The system's time zones")
struct TimeZoneDatabaseTests {
  @Test(
    "a mistyped name is answered with what it may have meant",
    arguments: [
      ("Europe/Londn", ["Europe/London"]), ("europe/london", ["Europe/London"]),
      ("London", ["Europe/London"]), ("Katmandoo", ["Asia/Kathmandu", "Asia/Katmandu"]),
      ("New_York", ["America/New_York"]), ("Nowhere/Atall", []), ("", []),
    ])
  func suggests(name: String, suggestions: [String]) {
    let error = #expect(throws: TimeZoneError.self) { try zone(name) }
    guard case .unknown(name, let given)? = error else {
      Issue.record("unexpected error \(String(describing: error))")
      return
    }
    if name == "Katmandoo" {
      #expect(!given.isEmpty && given.allSatisfy { suggestions.contains($0) })
    } else {
      #expect(given == suggestions)
    }
  }

  @Test(
    "a name cannot leave the folder of the database or name one of its tables",
    arguments: [
      "../../../etc/passwd", "/etc/passwd", "Europe/../zone.tab", "zone.tab", "Europe", "BST",
    ])
  func staysInside(name: String) {
    let error = #expect(throws: TimeZoneError.self) { try zone(name) }
    if case .unknown(name, _)? = error { return }
    Issue.record("unexpected error \(String(describing: error))")
  }

  @Test("UTC needs no database")
  func knowsUTC() throws {
    #expect(try TimeZoneDatabase(folders: []).rules(named: "UTC") == .utc)
  }

  @Test("without a database the message says where it was looked for")
  func reportsMissingDatabase() {
    let database = TimeZoneDatabase(folders: ["/nowhere/a", "/nowhere/b"])
    let error = #expect(throws: TimeZoneError.self) { try database.rules(named: "Europe/London") }
    #expect(error == .noDatabase(name: "Europe/London", folders: ["/nowhere/a", "/nowhere/b"]))
  }

  @Test("each error says what was found and what is allowed")
  func words() {
    let expected: [(TimeZoneError, String)] = [
      (
        .unknown(name: "Europe/Londn", suggestions: ["Europe/London"]),
        """
        cannot use time zone 'Europe/Londn': there is no zone of that name, one of the IANA \
        database is allowed
        """
      ),
      (
        .unknown(name: "BST", suggestions: []),
        """
        cannot use time zone 'BST': there is no zone of that name, one of the IANA database is \
        allowed
        """
      ),
      (
        .noDatabase(name: "Europe/London", folders: ["/a", "/b"]),
        """
        cannot use time zone 'Europe/London': there is no time zone database in '/a', '/b', UTC \
        alone is known without one
        """
      ),
      (
        .damaged(name: "Europe/London"),
        """
        cannot use time zone 'Europe/London': its file in the time zone database cannot be \
        understood, RFC 9636 is allowed
        """
      ),
    ]
    for (error, text) in expected { #expect(error.description == text) }
  }
}
