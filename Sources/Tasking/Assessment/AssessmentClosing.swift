/// A part of the page behind the analyses.
enum AssessmentClosing {
  case absences([AssessmentAbsence])
  case accounts(RowAccounts)
  case files([PackFile])
  case method(choices: [PackChoice], sources: [AssessmentSource])

  /// The parts that have something to tell, in order.
  static func parts(of contents: AssessmentContents) -> [AssessmentClosing] {
    var parts: [AssessmentClosing] = []
    if !contents.absences.isEmpty { parts.append(.absences(contents.absences)) }
    if !contents.accounts.isEmpty {
      parts.append(
        .accounts(
          RowAccounts(
            accounts: contents.accounts.map { ($0.name, $0.reconciliation) }, heading: "Data",
            rowReasons: contents.rowReasons, rejectedExamples: contents.rejectedExamples,
            warnings: contents.warnings)))
    }
    if !contents.choices.isEmpty || !contents.sources.isEmpty {
      parts.append(.method(choices: contents.choices, sources: contents.sources))
    }
    if !contents.files.isEmpty { parts.append(.files(contents.files)) }
    return parts
  }

  /// The identifier on the page.
  var anchor: String {
    switch self {
    case .absences: "absent"
    case .accounts: "accounts"
    case .files: "files"
    case .method: "method"
    }
  }

  /// The heading.
  var heading: String {
    switch self {
    case .absences: "What the data could not carry"
    case .accounts: "Where every row went"
    case .files: "In this folder"
    case .method: "Method and sources"
    }
  }

  /// Writes the part.
  func write(to page: inout HTMLWriter) {
    page.open("section", ["class": "closing", "aria-labelledby": anchor])
    page.element("h2", ["id": anchor], heading)
    switch self {
    case .absences(let absences):
      ChoiceList(choices: absences.map { PackChoice($0.title, $0.reason) }).write(to: &page)
    case .accounts(let accounts):
      page.element(
        "p", ["class": "lede"],
        "Every row read is counted exactly once: in one area of a layer, or under the first reason "
          + "why it is not.")
      accounts.write(to: &page)
    case .files(let files): FileList(files: files).write(to: &page)
    case .method(let choices, let sources):
      if !choices.isEmpty { ChoiceList(choices: choices).write(to: &page) }
      write(sources, to: &page)
    }
    page.close("section")
  }

  private func write(_ sources: [AssessmentSource], to page: inout HTMLWriter) {
    guard !sources.isEmpty else { return }
    page.element("h3", [:], "Sources")
    page.open("ul", ["class": "sources"])
    for source in sources {
      page.open("li")
      page.text(source.text)
      if let address = source.address {
        page.text(" ")
        // Anything else could run when it is followed.
        if address.hasPrefix("https://") {
          page.element("a", ["href": address], address)
        } else {
          page.text(address)
        }
      }
      page.close("li")
    }
    page.close("ul")
  }
}
