import Cartography
import Interchange

/// Makes the briefing pack: a folder with one printable page, and with its maps, charts and tables as
/// files.
///
///     var pack = BriefingPack()
///     pack.title = "Marlowick, March"
///     try await pack.write(study, to: "march")
///
/// The pack counts incidents by area and by hour of the week, finds where they are dense and which areas
/// are significantly high, and compares the period of the study with earlier ones that the files cover.
/// All of it comes from two passes over the files: one for the period, and one for the time before where
/// the incidents of the first do not tell it. What the data cannot support is left out, and the page and
/// the manifest say why.
///
/// The files of areas are those of the first layer; those of other layers have their name. Identical
/// inputs give identical files.
public struct BriefingPack: Sendable {
  /// The title of the page; `nil` for a general one, and for headings that say what is shown.
  public var title: String?
  /// The place that the pack is of, for titles: `Marlowick`.
  public var place: String?
  /// Whom the sources ask to be named, word for word, each a line: at the foot of the page and of each map,
  /// and in the manifest.
  public var credits: [String] = []
  /// The protective marking of the page, of each printed sheet and of each map.
  public var marking: String?
  /// The people of the first layer's areas, for rates beside counts; `nil` for none.
  public var population: Population?
  /// What is asked of the hours, which are always counted by area.
  public var hours = AoristicHours()
  /// How the density is estimated.
  ///
  /// By default its bandwidth is four cells.
  public var density: KernelDensity
  /// How areas or cells are compared with their neighbours.
  public var statistics = LocalStatistics()
  /// What hotspots are made from.
  public var hotspotsFrom = HotspotSource.density
  /// How the maps of areas are cut into classes; breaks are those of the first layer, whose counts others
  /// do not share.
  public var scale = ScaleChoice()
  /// The classes of the maps of an earlier pack, so that both can be compared; `nil` to fit them.
  public var scales: SavedScales?
  /// Whether each CSV begins with a byte-order mark, by which spreadsheet programs know UTF-8.
  public var marksEncoding = false
  /// The page of the maps; `nil` for A4 in the orientation that shows the areas larger.
  public var page: PageName?
  /// Shapefiles or GeoJSON of roads, parks or stations to draw faintly on the maps, the lowest first.
  public var backdrops: [String] = []
  /// Whether the pack has a map to explore, which holds the incidents themselves, without anything that
  /// tells which row one was.
  public var explores = false
  /// How the command is written that repeats an answer of that map; `nil` if there is none.
  package var queryWords: QueryWords?
  /// Returns what can be done about something that a pack says of its data, in the terms of whoever
  /// makes it, as the end of a sentence; `nil` if nothing.
  public var help: @Sendable (PackRemark) -> String? = { _ in nil }

  /// Creates a pack with a general title, no marking, and hotspots from the density.
  public init() {
    density = KernelDensity()
    density.bandwidthInCells = Self.bandwidthInCells
  }

  /// How many cells wide the bandwidth of the density is unless another is chosen.
  ///
  /// The normal reference rule is made for one smooth hump. Over a town centre it joins all streets
  /// into one.
  package static let bandwidthInCells = 4.0

  /// Reads a study and writes its pack into a folder, which appears when it is complete.
  ///
  /// An earlier pack of the same name is replaced; a folder that holds anything else is left alone.
  ///
  /// - Parameters:
  ///   - study: The study, which has boundaries.
  ///   - path: The folder.
  /// - Returns: What the pack says.
  /// - Throws: ``PackFolderError`` before anything is read if the folder must not be replaced; the
  ///   errors of ``run(_:)``; ``ChangedInput`` if a file was changed while it was read;
  ///   ``Interchange/OutputError``.
  /// - Complexity: That of ``run(_:)``, and O(*v*) for *v* vertices of the areas and bands.
  @discardableResult
  public func write(_ study: Study, to path: String) async throws -> Result {
    let folder = try PackFolder(path: path)
    let watch = InputWatch(
      study.options, others: backdrops + [scales?.path, population?.table.path].compactMap(\.self))
    let result = try await run(study)
    try await PackWriter(result, folder: folder, seal: watch.seal, observer: study.observer)
      .write()
    try folder.commit()
    return result
  }

  /// Returns how the map of a layer is cut into classes.
  func scale(ofLayer index: Int) -> ScaleChoice {
    var choice = scale
    choice.saved = scales
    if index > 0 { choice.breaks = nil }
    return choice
  }

  /// Returns a remark with what can be done about it.
  package func words(_ remark: PackRemark) -> String {
    [remark.description, help(remark)].compactMap(\.self).joined(separator: "; ")
  }
}
