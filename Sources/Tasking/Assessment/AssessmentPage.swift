import Cartography

/// The page of an assessment: one file that needs no other, a report on paper and a page to read on
/// screens.
///
/// On paper a script lays out sheets before they are printed, so that the contents can say on which sheet
/// each section begins; without scripts the sheets are the browser's own, and the contents have no numbers.
package struct AssessmentPage {
  let contents: AssessmentContents
  /// The identifiers of the sections on the page, in their order.
  let anchors: [String]

  /// The identifiers that the page itself needs.
  private static let taken: Set<String> = [
    "content", "contents", "summary", "absent", "accounts", "files", "method", "rows", "reasons",
    "book", "plain", "paged", "screen", "paper",
  ]

  /// Creates the page of an assessment.
  package init(_ contents: AssessmentContents) {
    self.contents = contents
    var taken = Self.taken
    anchors = contents.sections.map { section in
      let name = XMLText.identifier(section.identifier)
      var (anchor, number) = (name, 1)
      while !taken.insert(anchor).inserted {
        number += 1
        anchor = "\(name)-\(number)"
      }
      return anchor
    }
  }

  /// Returns the page, which is HTML and well-formed XML, in UTF-8.
  package func html() -> [UInt8] {
    var page = HTMLWriter()
    page.markup("<!DOCTYPE html>\n")
    page.open("html", ["xmlns": "http://www.w3.org/1999/xhtml", "lang": "en-GB"])
    writeHead(to: &page)
    page.open(
      "body",
      [
        "data-running": runningTitle, "data-period": contents.period ?? "",
        "data-marking": contents.marking ?? "",
      ])
    page.element("a", ["class": "skip", "href": "#content"], "Skip to the content")
    writeCover(to: &page)
    writeContents(to: &page)
    page.open("main", ["id": "content"])
    writeSummary(to: &page)
    for (index, section) in contents.sections.enumerated() {
      AssessmentSectionWriter(section: section, number: index + 1, anchor: anchors[index])
        .write(to: &page)
    }
    for part in closing { part.write(to: &page) }
    page.close("main")
    writeFooter(to: &page)
    page.verbatim("script", AssessmentScript.text)
    page.close("body")
    page.close("html")
    return page.bytes
  }

  /// What stands at the head of every sheet.
  private var runningTitle: String {
    [contents.title, contents.place].compactMap(\.self).joined(separator: ", ")
  }

  /// The parts behind the analyses that have something to tell.
  var closing: [AssessmentClosing] { AssessmentClosing.parts(of: contents) }

  // MARK: - The head

  private func writeHead(to page: inout HTMLWriter) {
    page.open("head")
    page.void("meta", ["charset": "utf-8"])
    page.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    page.void("meta", ["name": "color-scheme", "content": "light dark"])
    page.void("meta", ["http-equiv": "Content-Security-Policy", "content": PageStyle.policy])
    page.element(
      "title", [:],
      [contents.title, contents.place, contents.period].compactMap(\.self)
        .joined(separator: ", "))
    let paper = AssessmentPaper(
      running: runningTitle, period: contents.period, marking: contents.marking)
    page.verbatim("style", AssessmentStyle.common)
    page.verbatim(
      "style", AssessmentStyle.screen, attributes: ["id": "screen", "media": "screen"])
    page.verbatim("style", AssessmentPaper.rules, attributes: ["id": "paper", "media": "print"])
    page.verbatim("style", paper.plain, attributes: ["id": "plain", "media": "print"])
    page.verbatim("style", AssessmentPaper.paged, attributes: ["id": "paged", "media": "not all"])
    page.close("head")
  }

  // MARK: - Cover and contents

  private func writeCover(to page: inout HTMLWriter) {
    page.open("header", ["class": "cover"])
    if let marking = contents.marking { page.element("p", ["class": "marking"], marking) }
    if let place = contents.place { page.element("p", ["class": "place"], place) }
    page.element("h1", [:], contents.title)
    let subtitle = [contents.period, contents.selection].compactMap(\.self)
    if !subtitle.isEmpty {
      page.element("p", ["class": "subtitle"], subtitle.joined(separator: "; "))
    }
    if let data = contents.data { page.element("p", ["class": "data"], "\(data).") }
    page.close("header")
  }

  private func writeFooter(to page: inout HTMLWriter) {
    guard contents.marking != nil || !contents.credits.isEmpty else { return }
    page.open("footer", ["class": "credits"])
    for credit in contents.credits { page.element("p", ["class": "credit"], credit) }
    if let marking = contents.marking { page.element("p", ["class": "marking"], marking) }
    page.close("footer")
  }

  private func writeContents(to page: inout HTMLWriter) {
    page.open("nav", ["class": "contents", "aria-labelledby": "contents"])
    page.element("h2", ["id": "contents"], "Contents")
    page.open("ol", ["class": "toc"])
    func entry(_ anchor: String, _ number: Int?, _ title: String) {
      page.open("li")
      page.open("a", ["href": "#\(anchor)"])
      page.element("span", ["class": "no"], number.map { "\($0)" } ?? "")
      page.element("span", ["class": "name"], title)
      page.close("a")
      page.open("span", ["class": "leader", "aria-hidden": "true"])
      page.close("span")
      page.open("span", ["class": "page", "data-page-of": anchor])
      page.close("span")
      page.close("li")
    }
    if !contents.summary.isEmpty { entry("summary", nil, "Summary") }
    for (index, section) in contents.sections.enumerated() {
      entry(anchors[index], index + 1, section.title)
    }
    for part in closing { entry(part.anchor, nil, part.heading) }
    page.close("ol")
    page.close("nav")
  }

  // MARK: - Summary

  private func writeSummary(to page: inout HTMLWriter) {
    guard !contents.summary.isEmpty else { return }
    page.open("section", ["aria-labelledby": "summary"])
    page.element("h2", ["id": "summary"], "Summary")
    page.open("ul", ["class": "brief"])
    for sentence in contents.summary {
      page.open("li")
      page.text(sentence.text)
      if let index = contents.sections.firstIndex(where: { $0.identifier == sentence.section }) {
        page.markup(" ")
        page.open("span", ["class": "to"])
        page.element("a", ["href": "#\(anchors[index])"], "Section \(index + 1)")
        page.open("span", ["data-page-of": anchors[index], "data-before": "· page "])
        page.close("span")
        page.close("span")
      }
      page.close("li")
    }
    page.close("ul")
    page.close("section")
  }
}
