import Assignment
import Boundaries
import Cartography
import CommandLineKit
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables
import Tasking

/// Turns the counts of areas into the files of a pack.
struct PackMaker {
  var findings: TaskingAnalysis
  var options: StudyOptions
  var settings: TaskingSettings
  /// The title that the user gave.
  var title: String?
  /// The protective marking.
  var marking: String?
  var folder: PackFolder
  /// The page and the backdrops of the maps.
  var look: MapLook
  /// The digests of the files that were read.
  var digests: FileDigests

  /// The incidents by area.
  var analysis: AreaAnalysis { findings.areas }

  /// What the pack has and has not.
  var parts: PackParts {
    PackParts(
      layers: analysis.input.boundaries.layers.map(\.name), reasons: findings.reasons)
  }

  /// Writes all files into the folder, which the caller commits.
  ///
  /// - Parameters:
  ///   - recorded: The options for the manifest.
  ///   - stages: The stages of the run.
  ///   - console: Where the warnings of the run are.
  /// - Throws: ``AreaMapError``, ``OutputError``, ``ProjectionError``.
  func write(
    recorded: [Arguments.RecordedOption], stages: Stages, in console: Console
  ) throws {
    try folder.makeFolder("maps")
    var scales: [MapScale] = []
    for file in parts.files where file.part != .page && file.part != .manifest {
      if let scale = try write(file) { scales.append(scale) }
    }
    stages.end("maps and files")
    let contents = try contents(names.indices.map(layer), warnings: console.warnings)
    stages.end("figures of the page")
    let page = PackPage(contents).html()
    try OutputFile.write(page, to: folder.working(PackPart.page.rawValue))
    stages.end("page")
    try writeManifest(recorded, scales, warnings: console.warnings)
    stages.end("manifest")
  }

  /// Writes a file that the page does not wait for.
  ///
  /// - Parameter file: The file.
  /// - Returns: The scale of a map of areas, for the maps to come.
  /// - Throws: ``AreaMapError``, ``OutputError``, ``ProjectionError``.
  private func write(_ file: PackParts.File) throws -> MapScale? {
    let path = folder.working(file.path)
    let writer = ResultWriter(analysis.reading, layer: file.layer)
    switch file.part {
    case .page, .manifest: preconditionFailure("PackMaker: the page and the manifest come last")
    case .areaFeatures, .areaTable:
      try writer.write(analysis.table(ofLayer: file.layer), to: path)
    case .areaMap:
      let maker = try maker(ofLayer: file.layer, isOnPage: false)
      let map = try maker.map(ofLayer: file.layer)
      try OutputFile.write(map.svg(), to: path)
      return maker.scale(of: map, ofLayer: file.layer)
    case .density: try writer.write(Self.made(findings.density, file).requiredBands, to: path)
    case .densityMap:
      try OutputFile.write(Self.made(places.map(figure: nil), file).svg(), to: path)
    case .hotspotFeatures, .hotspotTable:
      try writer.write(Self.made(places.table, file), to: path)
    case .significanceMap:
      try OutputFile.write(Self.made(clusters, file).map(figure: nil).svg(), to: path)
    case .hours:
      let table = HourTable.featureTable(
        name: "hours", of: [Self.made(hours, file).table])
      try writer.write(table, to: path)
    case .hourChart:
      try OutputFile.write(Self.made(hours, file).chart(isOnPage: false).svg(), to: path)
    case .areaHourChart:
      let chart = Self.made(hours, file).areaChart(isOnPage: false)
      try OutputFile.write(Self.made(chart, file).svg(), to: path)
    }
    return nil
  }

  /// Returns what a listed file is made from.
  private static func made<Value>(_ value: Value?, _ file: PackParts.File) -> Value {
    guard let value else {
      preconditionFailure(
        "PackMaker: '\(file.path)' is listed, and there is nothing to make it from")
    }
    return value
  }

  // MARK: - Layers

  /// The names of the layers, none twice, as files have them.
  var names: [String] { parts.layers }

  func noun(ofLayer index: Int) -> AreaNoun {
    let layer = analysis.input.boundaries.layers[index]
    return AreaNoun(codeField: layer.codeField, layer: layer.name)
  }

  /// The word for what is compared with its neighbours: the areas of the first layer or cells.
  var placeNoun: AreaNoun {
    findings.grid.map { grid in
      AreaNoun(
        cellsOfShape: grid.shape == .square ? "square" : "hexagonal",
        size: "\(NumberWords.length(grid.size)) m")
    } ?? noun(ofLayer: 0)
  }

  /// The size of maps on the page: small enough that their words are read at the width of a sheet,
  /// and that a map, its heading and the busiest areas share one; the page has its own margins.
  static let figure = Page(widthInMillimetres: 240, heightInMillimetres: 156, margin: 12)

  /// Returns what draws the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - isOnPage: Whether the map stands on the page, which has title and marking itself.
  /// - Returns: The maker of the map.
  /// - Throws: ``MapScaleError``.
  private func maker(ofLayer index: Int, isOnPage: Bool) throws -> AreaFigure {
    let words = "incidents by \(noun(ofLayer: index).singular)"
    let heading = words.prefix(1).uppercased() + words.dropFirst()
    var figure = AreaFigure(analysis)
    figure.title = isOnPage ? heading : title.map { "\($0): \(words)" } ?? heading
    figure.marking = isOnPage ? nil : marking
    figure.scale = try settings.scale.load(for: AreaFigure.value(of: options).column)
    figure.look = look
    return figure
  }

  /// The expected incidents by category, which the page needs and the files have not.
  private func expected(ofLayer index: Int) -> [Column] {
    zip(analysis.categories?.keys ?? [], analysis.counts[index].expectedByCategory).map {
      Column("expected_\($0)", .reals($1.map(\.expected)))
    }
  }

  /// What draws the density and lists the hotspots.
  var places: PackPlacesMaker {
    PackPlacesMaker(
      findings: findings, noun: placeNoun, options: options, settings: settings,
      title: title, marking: marking, look: look)
  }

  /// What draws the local statistics; absent where the data cannot tell them.
  var clusters: PackClustersMaker? {
    findings.clusters.map { found in
      PackClustersMaker(
        clusters: found, options: options,
        hotspots: settings.hotspotsFrom == .clusters ? places.hotspots : nil,
        noun: placeNoun, title: title, marking: marking, look: look)
    }
  }

  /// What says what changed.
  var changes: PackChanges { PackChanges(findings.change) }

  /// What draws the hours; absent where the data cannot tell them.
  var hours: PackHoursFigure? {
    findings.hours.map {
      PackHoursFigure($0, noun: noun(ofLayer: 0), title: title, marking: marking)
    }
  }

  private func layer(_ index: Int) throws -> PackLayer {
    let table = FeatureTable(
      name: names[index], columns: analysis.columns(ofLayer: index) + expected(ofLayer: index))
    let categories = analysis.categories?.names ?? []
    let choices = CategoryChoice.choices(of: table, categories: categories)
    let map = try maker(ofLayer: index, isOnPage: true).map(
      ofLayer: index, page: Self.figure, identifierPrefix: "layer-\(index + 1)",
      parts: choices.map { ($0.name, $0.values) })
    return PackLayer(
      table: table, noun: noun(ofLayer: index), categories: categories,
      reconciliation: analysis.reconciliations[index], map: map, choices: choices,
      classesFrom: settings.scale.path)
  }

  // MARK: - The manifest

  /// What was chosen and found.
  private func chosen(_ scales: [MapScale]) -> [JSONValue.Member] {
    var members = (analysis.choices + (findings.density?.surfaceChoices ?? [])).members
    var all = scales.map(\.json)
    if let place = members.firstIndex(where: { $0.name == "scales" }),
      case .array(let ofDensity) = members.remove(at: place).value
    {
      all += ofDensity
    }
    members.append(.init("scales", .array(all)))
    if let clusters {
      members += clusters.clusters.statisticChoices.members.filter { member in
        !members.contains { $0.name == member.name }
      }
    }
    members.append(.init("hotspots_from", .text(settings.hotspotsFrom.rawValue)))
    if let hotspots = places.hotspots { members.append(.init("hotspots", hotspots.json)) }
    if !findings.change.earlier.isEmpty { members.append(.init("change", changes.json)) }
    if let hours, let found = findings.hours {
      members += [
        .init("day_start", .text(HoursOfDay.label(settings.hours.dayStart))),
        .init("shift_hours", .integer(settings.hours.shift)),
        .init("without_time_of_day", .integer(found.untimed)),
      ]
      if options.filter.hours == nil {
        members += [
          .init("time_zone", .text(options.filter.timeZone)), .init("times", found.times.json),
          .init("answers", hours.json),
        ]
      }
    }
    return members
  }

  private func writeManifest(
    _ recorded: [Arguments.RecordedOption], _ scales: [MapScale], warnings: [String]
  ) throws(OutputError) {
    let absent = absences.map { absence in
      JSONValue.object([
        .init("path", .text(absence.path)), .init("reason", .text(absence.reason)),
      ])
    }
    let written = parts.files.filter { $0.part != .manifest }.map(\.path)
    let locations = written.map { (folder.final($0), folder.working($0)) }
    try Manifest(
      command: TaskingCommand.name, options: recorded,
      incidents: analysis.files, boundaries: analysis.input.boundaries.files + look.inputs,
      digests: digests,
      chosen: chosen(scales) + [.init("absent", .array(absent))],
      projection: analysis.reading.projection, reconciliations: analysis.reconciliations,
      outputs: written.map(folder.final), warnings: warnings,
      locations: Dictionary(uniqueKeysWithValues: locations)
    ).write(to: folder.working(PackPart.manifest.rawValue))
  }
}
