import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Incidents
import Interchange
import Projections
import Tables
import Tasking

/// Turns the counts of areas into the files of a pack.
struct PackMaker {
  var analysis: AreaAnalysis
  var options: InputOptions
  /// The title that the user gave.
  var title: String?
  /// The protective marking.
  var marking: String?
  var folder: PackFolder

  /// Writes all files into the folder, which the caller commits.
  ///
  /// - Parameters:
  ///   - recorded: The options for the manifest.
  ///   - stages: The stages of the run.
  ///   - console: Where the warnings of the run are.
  /// - Throws: ``AreaMapError``, ``OutputError``, ``ProjectionError``.
  func write(
    recorded: [Arguments.RecordedOption], stages: inout Stages, in console: Console
  ) throws {
    try folder.makeFolder("maps")
    var layers: [PackLayer] = []
    for index in names.indices {
      let map = try maker(ofLayer: index, isOnPage: false).map(ofLayer: index)
      try OutputFile.write(map.svg(), to: folder.working("maps/\(names[index]).svg"))
      layers.append(try layer(index))
    }
    stages.end("maps")
    for index in names.indices {
      var writer = ResultWriter(
        analysisCRS: analysis.input.boundaries.crs, projection: analysis.input.plan.projection,
        gridFolders: options.gridFolders, allowsBallpark: options.allowsBallpark,
        isExact: options.isExact, outputCRS: nil)
      writer.members = [.init("reconciliation", analysis.reconciliations[index].json)]
      let table = analysis.table(ofLayer: index)
      for ending in ["geojson", "csv"] {
        try writer.write(table, to: folder.working("\(stem(ofLayer: index)).\(ending)"))
      }
    }
    stages.end("area files")
    let page = PackPage(contents(layers, warnings: console.warnings)).html()
    try OutputFile.write(page, to: folder.working("index.html"))
    stages.end("page")
    try writeManifest(recorded, warnings: console.warnings)
    stages.end("manifest")
  }

  // MARK: - Layers

  /// The names of the layers, none twice, as files have them.
  private var names: [String] {
    var taken: Set<String> = []
    return analysis.input.boundaries.layers.map { layer in
      var (name, number) = (layer.name, 1)
      while !taken.insert(name).inserted {
        number += 1
        name = "\(layer.name)-\(number)"
      }
      return name
    }
  }

  private func stem(ofLayer index: Int) -> String {
    index == 0 ? "areas" : "areas-\(names[index])"
  }

  private func noun(ofLayer index: Int) -> AreaNoun {
    let layer = analysis.input.boundaries.layers[index]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  /// The size of maps on the page: small enough that their words are read at the width of a sheet,
  /// and that a map, its heading and the busiest areas share one.
  private static let figure = Page(widthInMillimetres: 240, heightInMillimetres: 165)

  /// Returns what draws the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - isOnPage: Whether the map stands on the page, which has title and marking itself.
  /// - Returns: The maker of the map.
  private func maker(ofLayer index: Int, isOnPage: Bool) -> AreaMapMaker {
    let words = "incidents by \(noun(ofLayer: index).singular)"
    let heading = words.prefix(1).uppercased() + words.dropFirst()
    return AreaMapMaker(
      analysis: analysis, options: options,
      title: isOnPage ? heading : title.map { "\($0): \(words)" } ?? heading,
      marking: isOnPage ? nil : marking)
  }

  private func layer(_ index: Int) throws -> PackLayer {
    let map = try maker(ofLayer: index, isOnPage: true).map(
      ofLayer: index, page: Self.figure, identifierPrefix: "layer-\(index + 1)")
    return PackLayer(
      table: FeatureTable(name: names[index], columns: analysis.columns(ofLayer: index)),
      noun: noun(ofLayer: index), categories: analysis.categories?.names ?? [],
      reconciliation: analysis.reconciliations[index], map: map)
  }

  // MARK: - The page

  private func contents(_ layers: [PackLayer], warnings: [String]) -> PackContents {
    PackContents(
      title: title ?? "Tasking pack", period: analysis.period.words, selection: selection,
      marking: marking, layers: layers,
      rowReasons: Dictionary(
        uniqueKeysWithValues: RowReason.allCases.map { ($0.name, $0.explanation) }),
      rejectedExamples: analysis.rejectedExamples,
      accuracyMetres: analysis.input.accuracyDistance, choices: choices, warnings: warnings,
      files: files, absences: absences)
  }

  private var selection: String {
    let kept =
      options.categories.isEmpty ? "all categories" : options.categories.joined(separator: ", ")
    return options.excludedCategories.isEmpty
      ? kept : "\(kept) without \(options.excludedCategories.joined(separator: ", "))"
  }

  private var choices: [PackChoice] {
    let input = analysis.input
    let projection = RunReport.projection(analysis)
    var choices: [PackChoice] = []
    for (source, rows) in zip(input.sources, analysis.rowsByFile) {
      choices.append(
        PackChoice("Incidents", "\(source.path), \(NumberWords.grouped(rows)) rows"))
      choices.append(PackChoice("Columns", source.columns.summary))
      if let order = source.dateOrderWords { choices.append(PackChoice("Dates", order)) }
    }
    for (layer, before) in zip(input.boundaries.layers, input.boundaries.areaCounts) {
      let fields = [layer.codeField, layer.nameField].compactMap(\.self).joined(separator: " and ")
      let kept =
        layer.areaCount == before
        ? "\(NumberWords.grouped(before)) areas"
        : "\(NumberWords.grouped(layer.areaCount)) of \(NumberWords.grouped(before)) areas"
      choices.append(
        PackChoice("Boundaries", "\(layer.path), \(kept), codes and names from \(fields)"))
    }
    if let area = options.studyArea { choices.append(PackChoice("Study area", area)) }
    choices += [
      PackChoice("Coordinate system", input.boundaries.crsName),
      PackChoice("Projection", projection.line),
    ]
    if let approximation = projection.approximation {
      choices.append(PackChoice("Computed by", approximation))
    }
    if let advice = projection.advice { choices.append(PackChoice("Better positions", advice)) }
    choices.append(
      PackChoice(
        "Counting",
        "each incident in exactly one area of each layer; an edge belongs to one of its two areas"
          + (options.snap > 0
            ? "; incidents up to \(NumberWords.decimal(options.snap, places: 1)) m outside count in "
              + "the nearest area" : "")))
    return choices
  }

  private var files: [PackFile] {
    names.indices.flatMap { index in
      let noun = noun(ofLayer: index)
      return [
        PackFile(
          "\(stem(ofLayer: index)).geojson", "\(noun.plural) with their counts, for maps (WGS 84)"),
        PackFile(
          "\(stem(ofLayer: index)).csv", "\(noun.plural) with their counts, for spreadsheets"),
        PackFile("maps/\(names[index]).svg", "the map of \(noun.plural), a sheet of A4"),
      ]
    } + [PackFile("manifest.json", "what was read, chosen, computed and written, with digests")]
  }

  private var absences: [PackAbsence] {
    let months = analysis.input.sources.filter { $0.columns.time?.isMonth ?? false }
    let dateless = analysis.input.sources.filter { $0.columns.time == nil }
    if !dateless.isEmpty {
      return [PackAbsence("hours.csv", "the incidents have no dates")]
    }
    if !months.isEmpty {
      return [PackAbsence("hours.csv", "the incidents tell months only, not hours")]
    }
    return []
  }

  // MARK: - The manifest

  private func writeManifest(
    _ recorded: [Arguments.RecordedOption], warnings: [String]
  ) throws(OutputError) {
    let absent = absences.map { absence in
      JSONValue.object([
        .init("path", .text(absence.path)), .init("reason", .text(absence.reason)),
      ])
    }
    let written = ["index.html"] + files.map(\.path).filter { $0 != "manifest.json" }
    let locations = written.map { (folder.final($0), folder.working($0)) }
    try Manifest(
      command: TaskingCommand.name, options: recorded,
      incidents: zip(analysis.input.sources, analysis.rowsByFile).map { ($0.path, $1) },
      boundaries: analysis.input.boundaries.layers.map { ($0.path, $0.recordCount) },
      chosen: RunReport.chosen(analysis, options) + [.init("absent", .array(absent))],
      projection: RunReport.projection(analysis), reconciliations: analysis.reconciliations,
      outputs: written.map(folder.final), warnings: warnings,
      locations: Dictionary(uniqueKeysWithValues: locations)
    ).write(to: folder.working("manifest.json"))
  }
}
