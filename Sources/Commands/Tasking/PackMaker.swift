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
    var layers: [PackLayer] = []
    var scales: [MapScale] = []
    for index in names.indices {
      let maker = try maker(ofLayer: index, isOnPage: false)
      let map = try maker.map(ofLayer: index)
      scales.append(maker.scale(of: map, ofLayer: index))
      try OutputFile.write(map.svg(), to: folder.working("maps/\(names[index]).svg"))
      layers.append(try layer(index))
    }
    stages.end("maps of areas")
    try writePlaces()
    stages.end("maps and files of places")
    if let hours {
      try OutputFile.write(hours.chart(isOnPage: false).svg(), to: folder.working("maps/hours.svg"))
      if let chart = hours.areaChart(isOnPage: false) {
        try OutputFile.write(chart.svg(), to: folder.working("maps/hours-areas.svg"))
      }
      let table = HourTable.featureTable(name: "hours", of: [hours.table])
      let file = try OutputFile(path: folder.working("hours.csv"))
      try CSVWriter().write(table, to: file)
      try file.commit()
    }
    stages.end("charts of hours")
    for index in names.indices {
      let writer = writer(ofLayer: index)
      let table = analysis.table(ofLayer: index)
      for ending in ["geojson", "csv"] {
        try writer.write(table, to: folder.working("\(stem(ofLayer: index)).\(ending)"))
      }
    }
    stages.end("area files")
    let contents = try contents(layers, warnings: console.warnings)
    stages.end("figures of the page")
    let page = PackPage(contents).html()
    try OutputFile.write(page, to: folder.working("index.html"))
    stages.end("page")
    try writeManifest(recorded, scales, warnings: console.warnings)
    stages.end("manifest")
  }

  private func writer(ofLayer index: Int) -> ResultWriter {
    ResultWriter(analysis.reading, layer: index)
  }

  private func writePlaces() throws {
    let writer = writer(ofLayer: 0)
    if let map = places.map(figure: nil), let density = findings.density {
      try OutputFile.write(map.svg(), to: folder.working("maps/density.svg"))
      try writer.write(density.requiredBands, to: folder.working("density.geojson"))
    }
    if let table = places.table {
      for ending in ["geojson", "csv"] {
        try writer.write(table, to: folder.working("hotspots.\(ending)"))
      }
    }
    if let clusters {
      let map = try clusters.map(figure: nil)
      try OutputFile.write(map.svg(), to: folder.working("maps/significance.svg"))
    }
  }

  // MARK: - Layers

  /// The names of the layers, none twice, as files have them.
  var names: [String] { Self.names(of: analysis.input.boundaries.layers) }

  /// Returns the names of layers, none twice, as files have them.
  static func names(of layers: [BoundaryLayer]) -> [String] {
    var taken: Set<String> = []
    return layers.map { layer in
      var (name, number) = (layer.name, 1)
      while !taken.insert(name).inserted {
        number += 1
        name = "\(layer.name)-\(number)"
      }
      return name
    }
  }

  func stem(ofLayer index: Int) -> String { Self.stem(ofLayer: index, names) }

  /// Returns what the files of a layer are called before their extension.
  static func stem(ofLayer index: Int, _ names: [String]) -> String {
    index == 0 ? "areas" : "areas-\(names[index])"
  }

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
        clusters: found, options: options, settings: settings.clusters,
        hotspots: settings.hotspotsFrom == .clusters ? places.hotspots : nil,
        noun: placeNoun, title: title, marking: marking, look: look)
    }
  }

  /// What says what changed.
  var changes: PackChangeMaker {
    PackChangeMaker(
      findings: findings.change, analysis: analysis, usesHours: options.filter.hours != nil)
  }

  /// What draws the hours; absent where the data cannot tell them.
  var hours: PackHoursMaker? {
    findings.hours.map { found in
      PackHoursMaker(
        findings: found, analysis: analysis, options: options, settings: settings.hours,
        noun: noun(ofLayer: 0), marking: marking, title: title)
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
      members += clusters.report.chosen.filter { member in
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
          .init("time_zone", .text(options.filter.timeZone)), .init("times", found.notes.json),
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
    let written = ["index.html"] + files.map(\.path).filter { $0 != "manifest.json" }
    let locations = written.map { (folder.final($0), folder.working($0)) }
    try Manifest(
      command: TaskingCommand.name, options: recorded,
      incidents: analysis.files, boundaries: analysis.input.boundaries.files + look.inputs,
      digests: digests,
      chosen: chosen(scales) + [.init("absent", .array(absent))],
      projection: analysis.reading.projection, reconciliations: analysis.reconciliations,
      outputs: written.map(folder.final), warnings: warnings,
      locations: Dictionary(uniqueKeysWithValues: locations)
    ).write(to: folder.working("manifest.json"))
  }
}
