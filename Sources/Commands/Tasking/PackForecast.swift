import Assignment
import Boundaries
import Cartography
import CommandLineKit
import FoundationEssentials
import HotspotAnalysis
import Geometry
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables
import Tasking

/// What making a pack would read, compute and write, told without doing it.
struct PackForecast {
  /// The boundaries and the headers of the incidents, and how both meet.
  let input: AnalysisInput
  /// What the user asked for of the inputs.
  let options: StudyOptions
  /// What the user asked for of the parts of the pack.
  let settings: TaskingSettings
  /// The folder of the pack.
  let folder: String
  /// About how many rows each file of incidents has; absent for a stream.
  let rows: [Int?]
  /// The cells of the density.
  let grid: SurfaceGrid

  /// Reads boundaries and headers, and prints what would be done.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs.
  ///   - settings: What the user asked for of the parts of the pack.
  ///   - folder: The folder of the pack.
  ///   - console: Where the plan is printed, as data.
  /// - Throws: What reading boundaries and headers throws, ``SurfaceGridError``, ``CellGridError``,
  ///   and ``OutputError`` where the folder cannot be made.
  static func make(
    _ options: StudyOptions, _ settings: TaskingSettings, folder: String, in console: Console
  ) async throws {
    try PackFolder.check(folder)
    let dates: DateUse =
      options.filter.hours != nil
      ? .hours : options.filter.incidentFilter.needsTime ? .days : .period
    let input = try await AnalysisInput.prepare(options, dates: dates, reportsAccuracy: true)
    let rows = input.sources.map { source in
      bytes(of: source.path).flatMap { source.expectedRows(ofBytes: $0) }
    }
    let box = input.boundaries.layers[0].outlines.box
    let size = settings.density.cellSize ?? SurfaceGrid.automaticCellSize(for: box)
    if let shape = settings.clusters.units.shape {
      try CellGrid.check(over: box, shape: shape, size: size)
    }
    let grid = try SurfaceGrid(box: box, cellSize: size)
    let forecast = PackForecast(
      input: input, options: options, settings: settings, folder: folder, rows: rows, grid: grid)
    try console.print(forecast.text(width: console.width))
  }

  // MARK: - Words

  private func text(width: Int) -> String {
    var report = ReportText(width: width)
    report.heading("Would be read")
    for (source, rows) in zip(input.sources, rows) {
      let size = Self.bytes(of: source.path).map { "\(Self.size($0)), " } ?? ""
      report.row(
        "incidents",
        "\(source.path): \(size)"
          + (rows.map { "about \(NumberWords.toThreeDigits($0)) rows" } ?? "rows unknown"))
      report.row("", source.columns.summary)
    }
    for (layer, before) in zip(input.boundaries.layers, input.boundaries.areaCounts) {
      let kept =
        layer.areaCount == before
        ? "" : ", \(NumberWords.grouped(layer.areaCount)) of them in the study area"
      report.row(
        "boundaries",
        "\(layer.path): \(NumberWords.grouped(before)) areas\(kept), codes '\(layer.codeField)', "
          + "names " + (layer.nameField.map { "'\($0)'" } ?? "none"))
    }
    report.heading("Would be computed")
    report.row("system", input.boundaries.crsName)
    report.row("projection", input.plan.projection.summary.line)
    for filter in filterWords { report.row("kept", filter) }
    report.row("hours", HourAbsence(of: input.sources)?.words ?? "an aoristic table of the week")
    report.row(
      "density",
      "\(NumberWords.grouped(grid.cellCount)) cells of "
        + "\(NumberWords.length(grid.cellSize)) m, \(NumberWords.grouped(grid.columns)) by "
        + NumberWords.grouped(grid.rows))
    report.row(
      "local statistics",
      clusterCells.map { cells, shape in
        "at most \(NumberWords.grouped(cells)) \(shape.rawValue) cells of "
          + "\(NumberWords.length(grid.cellSize)) m"
          + (settings.clusters.cellSize == nil ? ", wider where incidents are few" : "")
      } ?? "\(NumberWords.grouped(input.boundaries.layers[0].areaCount)) areas")
    report.row(
      "hotspots",
      settings.hotspotsFrom == .density
        ? "where the densest cells join: "
          + HotspotSurfaceWords.work(settings.density, on: grid, over: box, rows: knownRows)
        : "where \(settings.clusters.units.nouns.plural) that stand out share a border")
    report.row("threads", "\(options.threads)")
    report.row("memory", "about \(Self.size(memory)) at most")
    report.heading("Would be written")
    report.row(
      "folder",
      folder
        + (FileManager.default.fileExists(atPath: folder)
          ? ", in place of what is there" : ", which is new"))
    report.row("files", files.joined(separator: ", "))
    return report.text
  }

  private var filterWords: [String] {
    var words: [String] = []
    if let from = options.filter.from { words.append("from \(from.text)") }
    if let to = options.filter.to { words.append("to \(to.text)") }
    if !options.filter.categories.isEmpty {
      words.append("categories \(ReportWords.list(options.filter.categories))")
    }
    if !options.filter.excludedCategories.isEmpty {
      words.append("all but \(ReportWords.list(options.filter.excludedCategories))")
    }
    if let hours = options.filter.hours { words.append(hours.words) }
    if let unique = options.incidents.uniqueKey { words.append("each value of '\(unique)' once") }
    return words
  }

  /// The files in the order of their list; some are left out where the incidents turn out not to
  /// carry them.
  private var files: [String] {
    var reasons: [PackFinding: String] = [:]
    if let reason = HourAbsence(of: input.sources)?.words {
      (reasons[.hours], reasons[.areaHours]) = (reason, reason)
    }
    return PackParts(layers: input.boundaries.layers.map(\.name), reasons: reasons).files
      .map(\.path)
  }

  // MARK: - Memory

  /// About how many bytes the run will take, rounded up.
  ///
  /// The program itself and PROJ; blocks of rows and tables of columns for each thread; outlines with
  /// their index, and as the maps hold them; the place, time and kind of each incident, and its key
  /// where each counts once; the surface and what it is made from; that of the hotspots; the cells
  /// whose incidents are compared.
  var memory: Int {
    let vertices = input.boundaries.layers.reduce(0) { $0 + $1.outlines.vertexCount }
    return (48 + 6 * options.threads) * (1 << 20) + vertices * 160
      + rows.reduce(0) { $0 + ($1 ?? 0) } * (options.incidents.uniqueKey == nil ? 84 : 132) + grid
      .cellCount * 60
      + (settings.hotspotsFrom == .density
        ? HotspotSurfaceWords.bytes(settings.density, on: grid, over: box, rows: knownRows) : 0)
      + (clusterCells?.count ?? 0) * CellGrid.predictedBytesPerCell
  }

  /// The box of the study area.
  private var box: Box { input.boundaries.layers[0].outlines.box }

  /// How many rows all files have; absent where one is a stream.
  private var knownRows: Int? { rows.contains(nil) ? nil : rows.reduce(0) { $0 + ($1 ?? 0) } }

  /// The cells whose incidents are compared, at most; absent where areas are.
  private var clusterCells: (count: Int, shape: CellShape)? {
    settings.clusters.units.shape.map { shape in
      let cells = CellGrid.predictedCells(
        over: box, shape: shape, size: grid.cellSize)
      return (Int(cells), shape)
    }
  }

  /// The bytes of a file; absent for a stream.
  private static func bytes(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
    return (attributes?[.size] as? UInt).flatMap { Int(exactly: $0) }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1 << 20
      ? "\(NumberWords.grouped((bytes + 1023) >> 10)) KiB"
      : "\(NumberWords.grouped((bytes + (1 << 20) - 1) >> 20)) MiB"
  }
}
