import Cartography
import HotspotAnalysis
import Interchange
import Tables
import Tasking

/// Writes the files of a pack into its folder.
package struct PackWriter: Sendable {
  /// What the pack says.
  let result: BriefingPack.Result
  /// The folder, which the caller commits.
  let folder: PackFolder
  /// Ends the reading, and returns the digests of the files that were read.
  let seal: @Sendable () throws -> FileDigests
  /// Told of each stage that ends.
  let observer: StudyObserver
  /// The name of the command, for the manifest.
  package var command = "pack"
  /// The options that were given, for the manifest.
  package var recorded: [(name: String, values: [String])] = []

  /// Prepares to write a pack.
  ///
  /// - Parameters:
  ///   - result: What the pack says.
  ///   - folder: The folder, which the caller commits.
  ///   - seal: Ends the reading, and returns the digests of the files that were read.
  ///   - observer: Told of each stage that ends.
  package init(
    _ result: BriefingPack.Result, folder: PackFolder,
    seal: @escaping @Sendable () throws -> FileDigests, observer: @escaping StudyObserver
  ) {
    (self.result, self.folder, self.seal) = (result, folder, seal)
    self.observer = observer
  }

  /// Writes all files, several at a time; the manifest, which has the digests of the others, is last.
  ///
  /// What a file holds depends on no other, so that its bytes are the same for any number of threads.
  /// Those that take longest are begun first, so that no thread is left alone with them, and the files
  /// that were read get their digests beside.
  ///
  /// - Throws: ``ChangedInput``, ``AreaMapError``, ``OutputError``, ``PackFolderError``,
  ///   ``ProjectionError``; that of the first file in the order of the list if several fail.
  package func write() async throws {
    try folder.makeFolder("maps")
    if closeUps != nil { try folder.makeFolder("hotspots") }
    // Whoever read the incidents has let them go.
    FreedMemory.giveBack(of: result.areas.reading.reconciliations[0].assigned)
    async let sealed = Result { try seal() }
    let files = result.parts.files.filter { $0.part != .manifest }
    let order = files.indices.sorted {
      (Self.turn(of: files[$0].part), $0) < (Self.turn(of: files[$1].part), $1)
    }
    let written = await OrderedWork.map(
      pieces: files.count, threads: result.areas.reading.options.threads
    ) { place in Result { try write(files[order[place]]) } }
    let digests = try await sealed.get()
    let scales = try zip(order, written).sorted { $0.0 < $1.0 }.compactMap { try $0.1.get() }
    observer(.finished(stage: "files"))
    try writeManifest(scales, digests)
    observer(.finished(stage: "manifest"))
  }

  /// Returns how early a part is begun: the page, then what is compressed or indexed, then all others.
  private static func turn(of part: PackPart) -> Int {
    switch part {
    case .page, .explore: 0
    case .geoPackage, .workbook: 1
    default: 2
    }
  }

  /// Writes a file, whenever its turn comes.
  ///
  /// - Parameter file: The file.
  /// - Returns: The scale of a map of areas, for later maps.
  /// - Throws: ``AreaMapError``, ``OutputError``, ``ProjectionError``.
  private func write(_ file: PackParts.File) throws -> MapScale? {
    let path = folder.working(file.path)
    var writer = ResultWriter(result.areas.reading, layer: file.layer)
    writer.marksEncoding = result.pack.marksEncoding
    switch file.part {
    case .page: try OutputFile.write(PackPage(contents()).html(), to: path)
    case .manifest: preconditionFailure("PackWriter: the manifest has the digests of all others")
    case .areaFeatures, .areaTable:
      try writer.write(result.table(ofLayer: file.layer), to: path)
    case .areaMap:
      let figure = areaFigure(ofLayer: file.layer, isOnPage: false)
      let map = try figure.map(ofLayer: file.layer)
      try OutputFile.write(map.svg(), to: path)
      return figure.scale(of: map, ofLayer: file.layer)
    case .weightMap:
      let map = try weightFigure(ofLayer: file.layer, isOnPage: false).map(ofLayer: file.layer)
      try OutputFile.write(map.svg(), to: path)
    case .rateMap:
      let figure = Self.made(rates, file).figure(isOnPage: false)
      let map = try figure.map(ofLayer: 0)
      try OutputFile.write(map.svg(), to: path)
      return figure.scale(of: map, ofLayer: 0)
    case .changeTable: try writer.write(Self.made(result.change, file).table, to: path)
    case .changeMap:
      try OutputFile.write(Self.made(largestChanges, file).map(page: nil).svg(), to: path)
    case .monthTable: try writer.write(Self.made(result.trend, file).months.table, to: path)
    case .monthChart: try OutputFile.write(Self.made(trend, file).sheet.svg(), to: path)
    case .density: try writer.write(Self.made(result.density, file).requiredBands, to: path)
    case .densityMap: try OutputFile.write(Self.made(places.map(page: nil), file).svg(), to: path)
    case .hotspotFeatures, .hotspotTable:
      try writer.write(Self.made(result.hotspots, file), to: path)
    case .hotspotSheet:
      let sheet = try Self.made(closeUps, file).sheet(of: file.hotspot)
      try OutputFile.write(sheet.svg(), to: path)
    case .significanceMap:
      try OutputFile.write(Self.made(clusters, file).map(page: nil).svg(), to: path)
    case .explore:
      try OutputFile.write(explorePage(Self.made(result.explore, file)), to: path)
    case .hours:
      let table = HourTable.featureTable(name: "hours", of: [Self.made(hours, file).table])
      try writer.write(table, to: path)
    case .hourChart:
      try OutputFile.write(Self.made(hours, file).chart(isOnPage: false).svg(), to: path)
    case .areaHourChart:
      let chart = Self.made(hours, file).areaChart(isOnPage: false)
      try OutputFile.write(Self.made(chart, file).svg(), to: path)
    case .geoPackage:
      try PackGeoPackage(self).write(to: path)
    case .workbook: try writeWorkbook(to: path)
    }
    return nil
  }

  /// Returns what a listed file is made from.
  private static func made<Value>(_ value: Value?, _ file: PackParts.File) -> Value {
    guard let value else {
      preconditionFailure(
        "PackWriter: '\(file.path)' is listed, and there is nothing to make it from")
    }
    return value
  }

  // MARK: - Figures

  /// The size of maps on the page: as wide as a printed sheet between its margins, so that type has the
  /// size that it says, and so high that the first map shares the first sheet with the headlines.
  static let page = Page(widthInMillimetres: 182, heightInMillimetres: 136, margin: 6)

  /// Returns the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - isOnPage: Whether the map stands on the page, which has title and marking itself.
  /// - Returns: The map.
  func areaFigure(ofLayer index: Int, isOnPage: Bool) -> AreaFigure {
    let words = "incidents by \(result.noun(ofLayer: index).singular)"
    var figure = AreaFigure(result.areas)
    figure.title = isOnPage ? words.capitalisedFirst : result.pack.sheetTitle(words)
    figure.marking = isOnPage ? nil : result.pack.marking
    figure.scale = result.pack.scale(ofLayer: index)
    figure.look = isOnPage ? result.pageLook : result.look
    figure.listNames = result.knownAreas[index].map(\.forms)
    figure.showsRates = false
    return figure
  }

  /// Returns the map of what incidents weigh in a layer, its classes fitted.
  func weightFigure(ofLayer index: Int, isOnPage: Bool) -> AreaFigure {
    let name = result.areas.reading.weighing?.weights.name ?? ""
    let words = "\(name) by \(result.noun(ofLayer: index).singular)"
    var figure = areaFigure(ofLayer: index, isOnPage: isOnPage)
    figure.showsWeights = true
    figure.title = isOnPage ? words.capitalisedFirst : result.pack.sheetTitle(words)
    (figure.scale.breaks, figure.scale.saved) = (nil, nil)
    return figure
  }

  /// What shows the density and the hotspots.
  var places: PackHotspotsFigure { PackHotspotsFigure(result) }

  /// What shows each hotspot from near; `nil` if there is none.
  var closeUps: PackCloseUps? { PackCloseUps(result) }

  /// What shows the local statistics; `nil` if there are none.
  var clusters: PackClustersFigure? { PackClustersFigure(result) }

  /// What shows the hours; `nil` if there are none.
  var hours: PackHoursFigure? { result.hoursFigure }

  /// What shows the months; `nil` if there are none.
  var trend: PackTrendFigure? { PackTrendFigure(result) }

  /// What shows the areas that changed most; `nil` without a period before.
  var largestChanges: PackChangeFigure? { PackChangeFigure(result) }

  /// What shows the rates; `nil` without a population.
  var rates: PackRatesFigure? { PackRatesFigure(result) }

  /// What changed.
  var changes: PackChanges { PackChanges(result.comparison) }
}

extension String {
  /// The text with a capital first.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
