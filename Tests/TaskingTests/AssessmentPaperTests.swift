import Foundation
import TestSupport
import Testing

@testable import Tasking

/// An assessment on paper and on screens, as a real browser sets it.
@Suite(
  "An assessment on paper", .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: Browser.isPresent, "\(Browser.absence)"), .serialized)
struct AssessmentPaperTests {
  private let home = TemporaryFolder()

  private func open(
    _ contents: AssessmentContents, runsScripts: Bool = true
  ) async throws -> Browser {
    try home.write(AssessmentPage(contents).html(), to: "index.html")
    let browser = try await Browser(runsScripts: runsScripts)
    try await browser.open(home.path("index.html"))
    return browser
  }

  /// Prints and returns the text of each sheet, the part between head and foot and all of it.
  private func sheets(_ browser: Browser) async throws -> [(body: String, all: String)] {
    let path = home.path("report.pdf")
    try home.write(try await browser.pdf(), to: "report.pdf")
    let information = try Interop.run("pdfinfo", [path]).output
    let count = try #require(
      information.firstMatch(of: /Pages: +(\d+)/).flatMap { Int($0.1) })
    return try (1...count).map { page in
      let sheet = ["-layout", "-f", "\(page)", "-l", "\(page)"]
      // Head and foot are in the outer 20 mm; a sheet that lies is lower, with nothing at its foot then.
      let body = ["-x", "0", "-y", "60", "-W", "900", "-H", "730"]
      return (
        body: try Interop.run("pdftotext", sheet + body + [path, "-"]).output,
        all: try Interop.run("pdftotext", sheet + [path, "-"]).output
      )
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  @Test(
    "each number in the contents is that of the sheet with the heading",
    .enabled(if: Interop.has("pdftotext"), "needs pdftotext: scripts/test --interop installs it"),
    arguments: [false, true])
  func numbers(isLargest: Bool) async throws {
    let contents = isLargest ? try TestAssessment.largest() : TestAssessment.smallest
    let browser = try await open(contents)
    let sheets = try await sheets(browser)
    #expect(try await browser.consoleMessages() == [])
    try await browser.close()
    let expected =
      (contents.summary.isEmpty ? [] : ["Summary"])
      + contents.sections.enumerated().map { "\($0 + 1) \($1.title)" }
      + AssessmentPage(contents).closing.map(\.heading)
    let listed = Self.lines(sheets[1].body).joined(separator: " ")
    for heading in expected {
      // A long heading is broken, in the contents behind as many words as there, before its number.
      let start = heading.split(separator: " ").prefix(7).joined(separator: " ")
      let found = sheets.indices.dropFirst(2).filter { page in
        Self.lines(sheets[page].body).contains {
          $0 == heading || (start != heading && $0.hasPrefix(start))
        }
      }
      #expect(found.count == 1, "\(heading): \(found)")
      let behind = listed.components(separatedBy: start).dropFirst().first ?? ""
      let number = behind.split(separator: " ").lazy.compactMap { Int($0) }.first
      #expect(number == found.first.map { $0 + 1 }, "\(heading)")
    }
    for (place, sheet) in sheets.enumerated() {
      #expect(sheet.all.contains("Page \(place + 1) of \(sheets.count)"))
      if let marking = contents.marking {
        #expect(sheet.all.components(separatedBy: marking).count == 3, "sheet \(place + 1)")
      }
      if place > 0 { #expect(sheet.all.contains(contents.title)) }
    }
    #expect(isLargest ? sheets.count > 40 : sheets.count == 3)
  }

  @Test("nothing is broken or cut: figures, rows, headings at the foot, wide tables")
  func whole() async throws {
    let browser = try await open(try TestAssessment.largest())
    let faults = try await browser.evaluate(
      """
      window.dispatchEvent(new Event("beforeprint"));
      const faults = [];
      const box = node => node.getBoundingClientRect();
      for (const [place, sheet] of [...document.querySelectorAll(".sheet")].entries()) {
        const body = sheet.querySelector(".sheet-body");
        const room = box(body);
        const say = text => faults.push(`sheet ${place + 1}: ${text}`);
        if (!body.childElementCount) say("empty");
        if (body.lastElementChild?.matches("h2, h3")) say("heading alone");
        for (const part of body.querySelectorAll("p, li, tr, caption, svg, h2, h3, dd")) {
          const { bottom, right } = box(part);
          if (bottom > room.bottom + 1) say(`cut below: ${part.tagName}`);
          if (right > room.right + 1) say(`cut at the right: ${part.tagName}`);
        }
        for (const table of body.querySelectorAll("table")) {
          const rows = table.tBodies[0].rows.length;
          const isPart = table.dataset.continues
            || (!table.tFoot && table.querySelector("colgroup"));
          if (isPart && rows < 3) say(`${rows} rows alone`);
          if (!table.tHead || !table.caption.textContent) say("table without headings");
        }
      }
      const tables = [...document.querySelectorAll(".sheet table")];
      const rows = tables.filter(each => each.caption.textContent.startsWith("Table 2.1"))
        .flatMap(each => [...each.tBodies[0].rows].map(row => row.cells[0].textContent));
      if (rows.length !== 400 || new Set(rows).size !== 400) faults.push(`rows: ${rows.length}`);
      const columns = tables.filter(each => each.caption.textContent.startsWith("Table 6.1")
        && !each.dataset.continues)
        .flatMap(each => [...each.tHead.rows[0].cells].slice(1).filter(cell => !cell.hidden)
          .map(cell => cell.textContent));
      if (columns.length !== 29 || new Set(columns).size !== 29) faults.push(`columns: ${columns.length}`);
      return faults
      """)
    #expect(faults as? [String] == [])
    try await browser.close()
  }

  @Test("after printing the page is as it was")
  func undone() async throws {
    let browser = try await open(try TestAssessment.largest())
    let same = try await browser.evaluate(
      """
      const text = () => document.documentElement.outerHTML.replaceAll(' style=""', "");
      const before = text();
      window.dispatchEvent(new Event("beforeprint"));
      const during = text();
      window.dispatchEvent(new Event("afterprint"));
      const after = text();
      let place = 0;
      while (place < before.length && after[place] === before[place]) place++;
      const end = before.slice(place - 20, place + 60) + " | " + after.slice(place - 20, place + 60);
      return [`${during !== before}`, after === before ? "same" : end]
      """)
    #expect(same as? [String] == ["true", "same"])
    try await browser.close()
  }

  @Test(
    "without scripts it still prints as a report, and the contents promise no numbers",
    .enabled(if: Interop.has("pdftotext"), "needs pdftotext: scripts/test --interop installs it"))
  func withoutScripts() async throws {
    let contents = try TestAssessment.largest()
    let browser = try await open(contents, runsScripts: false)
    let sheets = try await sheets(browser)
    try await browser.close()
    #expect(sheets.count > 40)
    for (place, sheet) in sheets.enumerated() {
      #expect(sheet.all.contains("Page \(place + 1) of \(sheets.count)"))
      #expect(sheet.all.components(separatedBy: "OFFICIAL-SENSITIVE").count == 3)
    }
    let listed = Self.lines(sheets[1].body)
    #expect(listed.contains("Summary") && listed.contains("In this folder"))
  }

  @Test("at 390 pixels nothing scrolls the page sideways, and links leave headings in view")
  func telephone() async throws {
    let browser = try await open(try TestAssessment.largest())
    try await browser.resize(width: 390, height: 844)
    let faults = try await browser.evaluate(
      """
      const faults = [];
      if (document.documentElement.scrollWidth > 390) faults.push("scrolls sideways");
      for (const picture of document.querySelectorAll(".map > svg")) {
        const [room, box] = [picture.parentNode, picture].map(each => each.getBoundingClientRect());
        if (room.right > 390 || room.width < 340) faults.push("cut: " + picture.id);
      }
      for (const link of document.querySelectorAll(".toc a")) {
        location.hash = link.hash;
        const top = document.querySelector(link.hash).getBoundingClientRect().top;
        const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
        if (top < 8 || (top > 60 && !isEnd)) faults.push(`${link.hash} at ${top}`);
      }
      return faults
      """)
    #expect(faults as? [String] == [])
    #expect(try await browser.consoleMessages() == [])
    try await browser.close()
  }
}
