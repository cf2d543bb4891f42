import Assignment
import Boundaries
import Interchange
import Tables
import Tasking
import WorkbookWriting

extension BriefingPack.Result {
  /// A table of the pack with the part that is its CSV.
  struct PartTable {
    let part: PackPart
    var layer = 0
    let table: FeatureTable
  }

  /// The tables of the pack, in the order of the parts.
  var tables: [PartTable] {
    var tables = parts.layers.indices.map { index in
      PartTable(part: .areaTable, layer: index, table: table(ofLayer: index))
    }
    if let change { tables.append(PartTable(part: .changeTable, table: change.table)) }
    if let trend { tables.append(PartTable(part: .monthTable, table: trend.months.table)) }
    if let hotspots { tables.append(PartTable(part: .hotspotTable, table: hotspots)) }
    if let figure = hoursFigure {
      tables.append(
        PartTable(
          part: .hours, table: HourTable.featureTable(name: "hours", of: [figure.table])))
    }
    return tables
  }

  /// Why the tables do not make a workbook; `nil` if they do.
  var workbookAbsence: PackRemark? {
    tables.lazy.compactMap { SheetExcess(of: $0.table) }.first.map { .noWorkbook($0.description) }
  }
}

extension PackWriter {
  /// Writes the tables as a workbook: what they are, a sheet for each, what their columns mean.
  ///
  /// - Throws: ``OutputError``.
  func writeWorkbook(to path: String) throws(OutputError) {
    let sheets = result.tables.map { entry in
      let path = entry.part.path(
        ofLayer: entry.layer, named: result.parts.layers[entry.layer])
      return WorkbookSheet(String(path.dropLast(".csv".count)), entry.table)
    }
    let file = try OutputFile(path: path)
    try WorkbookWriter(
      [WorkbookSheet("About", about)] + sheets + [
        WorkbookSheet("Columns", ColumnWords.table(of: sheets, result.areas.categories))
      ],
      title: heading.text, marking: result.pack.marking
    ).write(to: file)
    try file.commit()
  }

  /// What the first sheet says: of what the tables are, and how they were made.
  private var about: SheetNotes {
    var sections = [
      SheetNotes.Section(
        "What this is",
        [
          ("Marking", result.pack.marking), ("Place", result.pack.place),
          ("Period", result.areas.period.words), ("Incidents", selection),
          ("Data", result.areas.reading.dataWords),
        ].compactMap { name, words in words.map { (name, .text($0)) } })
    ]
    for index in result.areas.reconciliations.indices { sections.append(rows(ofLayer: index)) }
    sections += [
      SheetNotes.Section("Credits", result.pack.credits.map { ("Credit", .text($0)) }),
      SheetNotes.Section(
        "Warnings", warnings.map { ("Warning", .text(fileNames.shortened($0))) }),
      SheetNotes.Section(
        "Chosen", choices.map { ($0.name, .text(fileNames.shortened($0.value))) }),
      SheetNotes.Section("Absent", absences.map { ($0.path, .text($0.reason)) }),
    ]
    return SheetNotes(title: heading.text, sections: sections)
  }

  /// What became of each row for a layer.
  private func rows(ofLayer index: Int) -> SheetNotes.Section {
    let reconciliation = result.areas.reconciliations[index]
    var section = SheetNotes.Section(
      "Rows: \(result.noun(ofLayer: index).plural)",
      [
        ("Read", .count(reconciliation.read)), ("Rejected", .count(reconciliation.rejectedCount)),
        ("Filtered", .count(reconciliation.filteredCount)),
        ("Without coordinates", .count(reconciliation.withoutCoordinatesCount)),
        ("Outside", .count(reconciliation.outsideCount)),
        ("Assigned", .count(reconciliation.assigned)),
      ])
    for reason in ReasonWords(rowReasons: rowReasons).rows(of: reconciliation) {
      section.lines.append((reason.words, .count(reason.count)))
    }
    return section
  }
}
