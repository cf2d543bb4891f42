package import Tables

/// Everything the page of an assessment says, as values: whoever fills it has read, counted and drawn
/// already.
///
/// All texts are sentences for readers, with their full stops unless a property says otherwise. Texts
/// are escaped where they are written, so they may hold any character.
package struct AssessmentContents: Sendable {
  /// The heading of the cover: `Strategic assessment`.
  package var title: String
  /// The place that it is of; `nil` if none is told.
  package var place: String?
  /// The days or months that the incidents cover, in words; `nil` if no dates are known.
  package var period: String?
  /// What narrows the incidents, in words; `nil` where nothing does.
  package var selection: String?
  /// Which data it is made of and up to when, in a sentence without its full stop; `nil` to say nothing.
  package var data: String?
  /// The protective marking, at the top and the bottom of every sheet; `nil` for none.
  package var marking: String?
  /// Whom the sources ask to be named, word for word, each a line.
  package var credits: [String] = []
  /// What matters most, a handful of sentences in the order of their weight.
  package var summary: [AssessmentSentence] = []
  /// The analyses, in the order in which they are printed and numbered from 1.
  package var sections: [AssessmentSection] = []
  /// The analyses that the data cannot carry, and why.
  package var absences: [AssessmentAbsence] = []
  /// What became of the rows, one for each dataset and layer of areas.
  package var accounts: [AssessmentAccount] = []
  /// The reasons why rows are not counted, in words, by the names that reconciliations have.
  package var rowReasons: [String: String] = [:]
  /// The first rejected row of each reason.
  package var rejectedExamples: [String] = []
  /// The warnings of the run.
  package var warnings: [String] = []
  /// What was chosen and how, by the user or the program, in the order in which it is shown.
  package var choices: [PackChoice] = []
  /// The literature and the tables that the methods follow.
  package var sources: [AssessmentSource] = []
  /// The files of the folder beside the page.
  package var files: [PackFile] = []

  /// Creates contents with a heading alone; all else is set afterwards.
  package init(title: String) { self.title = title }
}

/// A sentence of the summary, with the section that says how it was found.
package struct AssessmentSentence: Sendable, Equatable {
  /// The sentence, with its full stop.
  package var text: String
  /// The identifier of the section; one that is not among the sections gets no link.
  package var section: String

  /// Creates a sentence.
  package init(_ text: String, section: String) {
    self.text = text
    self.section = section
  }
}

/// One analysis: what it says, shows and lists, how it was made, and what it leaves out.
package struct AssessmentSection: Sendable {
  /// What tells the section from others and names it in links: lower-case letters, digits and hyphens,
  /// such as `concentration`.
  package var identifier: String
  /// The heading, without a number.
  package var title: String
  /// What is to be known, most important first.
  package var sentences: [String]
  /// Maps and charts, in the order in which they are printed.
  package var figures: [AssessmentFigure]
  /// The tables, in the order in which they are printed.
  package var tables: [AssessmentTable]
  /// How it was found: paragraphs of a sentence or two.
  package var method: [String]
  /// What was left out, or must not be read into it: a sentence each.
  package var leftOut: [String]

  /// Creates a section; what is not given is not there.
  package init(
    identifier: String, title: String, sentences: [String] = [], figures: [AssessmentFigure] = [],
    tables: [AssessmentTable] = [], method: [String] = [], leftOut: [String] = []
  ) {
    self.identifier = identifier
    self.title = title
    self.sentences = sentences
    self.figures = figures
    self.tables = tables
    self.method = method
    self.leftOut = leftOut
  }
}

/// A map or a chart of the page.
package struct AssessmentFigure: Sendable {
  /// The picture as SVG, as the page shows it: 182 mm wide, at most 190 mm high, without marking and
  /// credits, which the sheet has, and with an empty title, subtitle and source, which the page tells.
  ///
  /// Its identifiers are renamed where they are written, so that pictures may share them.
  package var svg: [UInt8]
  /// What it shows, without a full stop.
  package var title: String
  /// How it is to be read; `nil` where the picture says it all.
  package var caption: String?
  /// The path of the picture inside the folder; `nil` if there is no such file.
  package var file: String?

  /// Describes a figure.
  package init(svg: [UInt8], title: String, caption: String? = nil, file: String? = nil) {
    self.svg = svg
    self.title = title
    self.caption = caption
    self.file = file
  }
}

/// An analysis that the data cannot carry.
package struct AssessmentAbsence: Sendable, Equatable {
  /// The heading that its section would have.
  package var title: String
  /// Why it is not there, with its full stop.
  package var reason: String

  /// Creates an absence.
  package init(_ title: String, _ reason: String) {
    self.title = title
    self.reason = reason
  }
}

/// What became of the rows of a dataset, or of those that one layer of areas counts.
package struct AssessmentAccount: Sendable {
  /// The dataset, the layer or both, in words: `Police, wards`.
  package var name: String
  /// The sums, which add up to the rows read.
  package var reconciliation: Reconciliation

  /// Names the sums.
  package init(_ name: String, _ reconciliation: Reconciliation) {
    self.name = name
    self.reconciliation = reconciliation
  }
}

/// A paper, a standard or a table that a method follows.
package struct AssessmentSource: Sendable, Equatable {
  /// Author, year and title, with the full stop.
  package var text: String
  /// Its address, printed and linked; `nil` for none.
  package var address: String?

  /// Names a source.
  package init(_ text: String, address: String? = nil) {
    self.text = text
    self.address = address
  }
}
