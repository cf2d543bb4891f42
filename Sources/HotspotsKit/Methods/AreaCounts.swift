public import Assignment
import Boundaries
import Geometry
import Incidents
public import Tables

/// Counts incidents in each area of each layer, in total and by category.
///
/// Each incident counts in exactly one area of a layer; on a shared border in the area immediately
/// to its right, or above if the border is horizontal. If areas overlap, the one with the lowest
/// code takes the incident. With hours asked for, it counts with its probability of having happened
/// in them. See <doc:CountingByArea>.
///
///     let areas = try await study.run(AreaCounts())
///     areas.table[column: "incidents"]
///
/// Do not compare counts of areas of different size: use `per_km2`, or counts per resident.
public struct AreaCounts: StudyMethod {
  /// Whether the period that the files cover is needed.
  public var readsPeriod: Bool
  /// Whether the incidents are also counted by category, if every file has categories.
  public var countsCategories: Bool

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - readsPeriod: Whether to determine the period that the files cover. Otherwise dates are read
  ///     only if something else needs them.
  ///   - countsCategories: Whether to count by category too, if every file has categories.
  public init(readsPeriod: Bool = false, countsCategories: Bool = true) {
    self.readsPeriod = readsPeriod
    self.countsCategories = countsCategories
  }

  /// Areas, and categories if they are counted by and every file has them.
  public var needs: StudyNeeds {
    var needs = StudyNeeds()
    needs.areas = true
    needs.countsRows = false
    if countsCategories { needs.category = .whereKnown }
    needs.period = readsPeriod
    return needs
  }

  /// Sizes the tables.
  ///
  /// - Throws: ``InputError/noBoundaries``.
  public func plan(for study: OpenedStudy) throws(InputError) -> Plan {
    Plan(
      areaCounts: try study.requiredInput().boundaries.layers.map(\.areaCount),
      usesCategories: countsCategories && study.usesCategories, usesHours: study.usesHours)
  }

  /// Returns the counter of one worker.
  public func sink(_ plan: Plan) -> AreaCounter {
    AreaCounter(
      areaCounts: plan.areaCounts, usesCategories: plan.usesCategories, usesHours: plan.usesHours)
  }

  /// Adds up what the workers counted.
  public func result(
    _ plan: Plan, shares: [StudyShare<AreaCounter.Counts>], reading: StudyReading
  ) -> Result {
    Result(
      reading: reading, shares: shares, categories: countsCategories ? reading.categories : nil)
  }

  /// The sizes of the tables.
  public struct Plan: Sendable {
    let areaCounts: [Int]
    let usesCategories: Bool
    let usesHours: Bool
  }

  /// The incidents of each area.
  public struct Result: Sendable {
    /// What was read, and what became of every row.
    public var reading: StudyReading
    /// The counts of each layer.
    package var counts: [LayerCounts]
    /// The categories counted by; `nil` if there are none or they were not asked for.
    package let categories: CategoryList?

    init(
      reading: StudyReading, shares: [StudyShare<AreaCounter.Counts>], categories: CategoryList?
    ) {
      self.reading = reading
      self.categories = categories
      let all = shares.map { (counts: $0.value, categories: $0.categories) }
      counts = []
      for (index, layer) in reading.requiredInput.boundaries.layers.enumerated() {
        let layerCounts = LayerCounts(
          layer: index, areaCount: layer.areaCount, shares: all, categories: categories)
        precondition(
          layerCounts.totals.reduce(0, +) == reading.reconciliations[index].assignedIncidents,
          "AreaCounts: the areas' incidents and the assigned differ")
        counts.append(layerCounts)
      }
    }

    /// The table of the first layer, its geometry in the system of the study.
    public var table: FeatureTable { table(ofLayer: 0) }

    /// The tables of all layers, in the order of their files.
    public var tables: [FeatureTable] { counts.indices.map { table(ofLayer: $0) } }

    /// What was chosen and found.
    public var choices: [Choice] { reading.choices }

    /// What people should know before they read the counts.
    public var findings: [Finding] { reading.findings + layerFindings }
  }
}

extension AreaCounts.Result {
  /// Returns the table of a layer with its geometry in the system of the study.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - bounds: Whether to add the incidents that must and could lie in the hours.
  /// - Returns: A row for each area in the order of their codes: `code`, `name`, `incidents`, `share`,
  ///   `rank`, `per_km2`, then `incidents_<category>`; with hours `expected`.
  public func table(ofLayer index: Int, bounds: Bool = false) -> FeatureTable {
    let boundaries = input.boundaries
    return FeatureTable(
      name: boundaries.layers[index].name, columns: columns(ofLayer: index, bounds: bounds),
      geometry: .areas(boundaries.layers[index].outlines), crs: boundaries.crs)
  }

  /// Returns the table of a layer, without its geometry.
  package func columns(ofLayer index: Int, bounds: Bool = false) -> [Column] {
    let layer = input.boundaries.layers[index]
    return counts[index].columns(
      codes: layer.codes, names: layer.names,
      squareMetres: (0..<layer.areaCount).map { layer.outlines.area(of: $0) },
      categories: categories, bounds: bounds)
  }

  private var layerFindings: [Finding] {
    let layers = input.boundaries.layers
    var findings: [Finding] = []
    for (layer, counts) in zip(layers, counts) where reading.options.boundaries.studyArea == nil {
      let empty = counts.totals.count { $0 == 0 }
      if layer.areaCount > 20, empty * 2 > layer.areaCount {
        findings.append(.emptyAreas(empty, of: layer.areaCount, layer: layer.name))
      }
    }
    for (layer, placement) in zip(layers, reading.placements) where placement.ambiguous > 0 {
      findings.append(.overlappingAreas(incidents: placement.ambiguous, layer: layer.name))
    }
    return findings
  }

  // MARK: - What was read

  /// The areas and how incidents got there.
  package var input: AnalysisInput { reading.requiredInput }
  /// What became of each row, for each layer.
  public var reconciliations: [Reconciliation] { reading.reconciliations }
  /// The period of the study.
  package var period: StudyPeriod { reading.period }
  /// What the rows have in common with each other.
  package var likeness: RowLikeness { reading.likeness }
  /// The incident files with the rows of each.
  package var files: [(path: String, rows: Int)] { reading.files }
}
