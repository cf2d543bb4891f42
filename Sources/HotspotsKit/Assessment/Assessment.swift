/// Makes a strategic assessment: a folder with one printable page of all analyses that the data can carry,
/// their tables and maps.
///
///     var assessment = Assessment()
///     assessment.place = "Marlowick"
///     assessment.unitCosts = "unit-costs.csv"
///     try await assessment.write(study, to: "assessment")
///
/// What the data cannot carry is left out, and the page and the manifest say why. Identical inputs give
/// identical files. See <doc:MakingTheAssessment>.
public struct Assessment: Sendable {
  /// The title of the page; `nil` for a general one.
  public var title: String?
  /// The place that it is of, for titles: `Marlowick`.
  public var place: String?
  /// Whom the sources ask to be named, word for word, each a line.
  public var credits: [String] = []
  /// The protective marking of the page, of each printed sheet and of each map.
  public var marking: String?
  /// The analyses in their order; `nil` for all, in that of ``AssessmentKind``.
  public var sections: [AssessmentKind]?
  /// Which earlier period the period is compared with.
  public var against = EarlierPeriod.before
  /// The people of the first layer's areas, for rates beside counts; `nil` for none.
  public var population: Population?
  /// The table of what one incident of each category costs; `nil` for no costs.
  public var unitCosts: String?
  /// The table of which components of a cost belong together; `nil` for no groups.
  public var components: String?
  /// What unit costs are multiplied with.
  public var deflator = ExactDecimal(1)
  /// The table of which categories belong together; `nil` for no groups.
  public var groups: String?
  /// The sets whose overlaps are counted; none to look for them in a column of flags.
  public var sets: [IncidentSet] = []
  /// The cross tables; none to take category by age and by month, where the files tell them.
  public var crossTables: [CrossTabulation] = []
  /// Other datasets over the same areas, each read and reconciled by itself.
  public var datasets: [Dataset] = []
  /// What is looked at for repeats: locations, columns of persons or premises, pairs of them; none for
  /// locations.
  public var repeats: [RepeatUnits] = []
  /// The column that tells where the victim lives, as ``AreaProfiles/residentColumn``; `nil` for none.
  public var residentColumn: String?
  /// What is asked of the hours.
  public var hours = AoristicHours()
  /// How the density is estimated, on which hotspots are found.
  ///
  /// By default its bandwidth is four cells.
  public var density: KernelDensity
  /// What random draws follow from.
  public var seed: UInt64 = 1
  /// How the maps of areas are cut into classes.
  public var scale = ScaleChoice()
  /// Whether each CSV begins with a byte-order mark, by which spreadsheet programs know UTF-8.
  public var marksEncoding = false
  /// The page of the maps; `nil` for A4 in the orientation that shows the areas larger.
  public var page: PageName?
  /// Shapefiles or GeoJSON of roads, parks or stations to draw faintly on the maps, the lowest first.
  public var backdrops: [String] = []
  /// The folder of an earlier assessment or pack, whose results these are set beside; `nil` for none.
  public var earlier: String?
  /// Returns what can be done about something that an assessment says of its data, in the terms of whoever
  /// makes it, as the end of a sentence; `nil` if nothing.
  public var help: @Sendable (AssessmentRemark) -> String? = { _ in nil }

  /// Creates an assessment with a general title and no marking, of all that the data can carry.
  public init() {
    density = KernelDensity()
    density.bandwidthInCells = BriefingPack.bandwidthInCells
  }

  /// Reads a study and writes its assessment into a folder, which appears when it is complete.
  ///
  /// An earlier assessment or pack of the same name is replaced; a folder that holds anything else is left
  /// alone.
  ///
  /// - Parameters:
  ///   - study: The study, which has boundaries.
  ///   - path: The folder.
  /// - Returns: What the assessment says.
  /// - Throws: ``PackFolderError`` before anything is read if the folder must not be replaced; the errors
  ///   of ``run(_:)``; ``ChangedInput`` if a file was changed while it was read;
  ///   ``Interchange/OutputError``.
  /// - Complexity: That of ``run(_:)``, and O(*v*) for *v* vertices of the areas and bands.
  @discardableResult
  public func write(_ study: Study, to path: String) async throws -> Result {
    let folder = try PackFolder(path: path)
    let watch = InputWatch(study.options, others: otherInputs)
    let result = try await run(study)
    try await AssessmentWriter(
      result, folder: folder, digests: try watch.seal(), observer: study.observer
    ).write()
    try folder.commit()
    return result
  }

  /// The files that are read beside those of the study.
  package var otherInputs: [String] {
    backdrops + datasets.flatMap(\.incidents.paths)
      + [population?.table.path, unitCosts, components, groups].compactMap(\.self)
      + (earlier.map { ["\($0)/manifest.json", "\($0)/areas.csv"] } ?? [])
  }

  /// Returns a remark with what can be done about it.
  package func words(_ remark: AssessmentRemark) -> String {
    [remark.description, help(remark)].compactMap(\.self).joined(separator: "; ")
  }
}
