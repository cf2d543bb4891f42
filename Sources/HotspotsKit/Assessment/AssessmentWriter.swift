import Cartography
import HotspotAnalysis
import Interchange
import Tasking
import WorkbookWriting

/// Writes the files of an assessment into its folder.
package struct AssessmentWriter: Sendable {
  /// What the assessment says.
  let result: Assessment.Result
  /// The folder, which the caller commits.
  let folder: PackFolder
  /// The digests of the files that were read.
  let digests: FileDigests
  /// Told of each stage that ends.
  let observer: StudyObserver
  /// The name of the command, for the manifest.
  package var command = "assessment"
  /// The options that were given, for the manifest.
  package var recorded: [(name: String, values: [String])] = []

  /// Prepares to write an assessment.
  ///
  /// - Parameters:
  ///   - result: What the assessment says.
  ///   - folder: The folder, which the caller commits.
  ///   - digests: The digests of the files that were read.
  ///   - observer: Told of each stage that ends.
  package init(
    _ result: Assessment.Result, folder: PackFolder, digests: FileDigests,
    observer: @escaping StudyObserver
  ) {
    (self.result, self.folder, self.digests) = (result, folder, digests)
    self.observer = observer
  }

  /// Writes all files, several at a time; the manifest, which has the digests of the others, is last.
  ///
  /// What a file holds depends on no other, so that its bytes are the same for any number of threads.
  ///
  /// - Throws: ``AreaMapError``, ``OutputError``, ``PackFolderError``; that of the first file in the order
  ///   of the list if several fail.
  package func write() async throws {
    if !result.figures.isEmpty { try folder.makeFolder("maps") }
    let parts = result.parts.dropLast()
    let written = await OrderedWork.map(
      pieces: parts.count, threads: result.areas.reading.options.threads
    ) { place in Swift.Result { try write(parts[place]) } }
    for outcome in written { try outcome.get() }
    observer(.finished(stage: "files"))
    try writeManifest()
    observer(.finished(stage: "manifest"))
  }

  private func write(_ part: AssessmentPart) throws {
    let path = folder.working(part.path)
    switch part {
    case .page: try OutputFile.write(AssessmentPage(contents()).html(), to: path)
    case .workbook: try writeWorkbook(to: path)
    case .table(let table):
      let file = try OutputFile(path: path)
      try CSVWriter(marksEncoding: result.assessment.marksEncoding).write(table.table, to: file)
      try file.commit()
    case .figure(let figure): try OutputFile.write(figure.draw(sheet(of: figure)), to: path)
    case .manifest: preconditionFailure("AssessmentWriter: the manifest is written last")
    }
  }

  /// How a figure stands on a sheet of its own.
  private func sheet(of figure: AssessedFigure) -> FigureUse {
    var look = result.look
    look.credits = result.assessment.credits
    let title = figure.title.prefix(1).lowercased() + figure.title.dropFirst()
    return FigureUse(
      title: result.titles.sheetTitle(title), marking: result.assessment.marking, look: look)
  }

  /// How a figure stands on the page, which gives it its title.
  var pageUse: FigureUse {
    FigureUse(title: "", look: result.look, page: PackWriter.page, prefix: "figure")
  }

  /// Writes the tables as a workbook: what they are, a sheet for each, what their columns mean.
  private func writeWorkbook(to path: String) throws(OutputError) {
    let sheets = result.tables.map { WorkbookSheet($0.name, $0.table) }
    let file = try OutputFile(path: path)
    try WorkbookWriter(
      [WorkbookSheet("About", about)] + sheets
        + [WorkbookSheet("Columns", ColumnWords.table(of: sheets, result.areas.categories))],
      title: heading, marking: result.assessment.marking
    ).write(to: file)
    try file.commit()
  }
}
