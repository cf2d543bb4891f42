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
  /// The people of the first layer's areas, for rates; `nil` for none.
  public var population: Population?
  /// A table that the first layer's incidents, or its rates if there are, are correlated with; `nil` for
  /// none.
  public var comparison: ValueFile?

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - readsPeriod: Whether to determine the period that the files cover. Otherwise dates are read
  ///     only if something else needs them.
  ///   - countsCategories: Whether to count by category too, if every file has categories.
  ///   - population: The people of the first layer's areas, for rates.
  public init(
    readsPeriod: Bool = false, countsCategories: Bool = true, population: Population? = nil
  ) {
    self.readsPeriod = readsPeriod
    self.countsCategories = countsCategories
    self.population = population
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

  /// Sizes the tables, and reads those of population and comparison.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``AreaValuesError`` and `IncidentError` for a table that
  ///   cannot be read.
  public func plan(for study: OpenedStudy) throws -> Plan {
    let layers = try study.requiredInput().boundaries.layers
    return Plan(
      areaCounts: layers.map(\.areaCount),
      usesCategories: countsCategories && study.usesCategories, usesHours: study.usesHours,
      population: try population.map {
        try AreaValues($0.table, for: layers[0], as: .population)
      },
      comparison: try comparison.map { try AreaValues($0, for: layers[0], as: .comparison) })
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
    var result = Result(
      reading: reading, shares: shares, categories: countsCategories ? reading.categories : nil)
    let counts = result.counts[0]
    let first = reading.requiredInput.boundaries.layers[0]
    if let values = plan.population, let population {
      result.rates = AreaRates(
        counts: counts.totals, expected: counts.expected.isEmpty ? nil : counts.amounts,
        population: values, per: population.per)
    }
    if let values = plan.comparison {
      let rates = result.rates
      result.correlation = AreaCorrelation(
        of: rates.map { "incidents \($0.unit)" } ?? "incidents",
        rates?.rates ?? counts.amounts.map(Optional.init), with: values, layer: first)
    }
    return result
  }

  /// The sizes of the tables.
  public struct Plan: Sendable {
    let areaCounts: [Int]
    let usesCategories: Bool
    let usesHours: Bool
    /// The tables of the first layer.
    let population: AreaValues?
    let comparison: AreaValues?
  }

  /// The incidents of each area.
  public struct Result: Sendable {
    /// What was read, and what became of every row.
    public var reading: StudyReading
    /// The counts of each layer.
    package var counts: [LayerCounts]
    /// The categories counted by; `nil` if there are none or they were not asked for.
    package let categories: CategoryList?
    /// The rates of the first layer; `nil` without a population.
    package internal(set) var rates: AreaRates?
    /// How the first layer's incidents or rates go together with a table; `nil` without one.
    package internal(set) var correlation: AreaCorrelation?

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
    public var choices: [Choice] {
      let layers = input.boundaries.layers
      return reading.choices
        + (rates?.choices(layers: layers, isEstimated: !counts[0].expected.isEmpty) ?? [])
        + [correlation?.choice].compactMap(\.self) + weightChoices
        + [input.boundaries.keptFields.choice { columns(ofLayer: $0) }].compactMap(\.self)
    }

    /// What people should know before they read the counts.
    public var findings: [Finding] { reading.findings + layerFindings + rateFindings }

    /// What makes the rates mean less than they seem to.
    package var rateFindings: [Finding] {
      rates?.findings(amounts: counts[0].amounts, layer: input.boundaries.layers[0]) ?? []
    }
  }
}

extension AreaCounts.Result {
  /// Returns the table of a layer with its geometry in the system of the study.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - bounds: Whether to add the incidents that must and could lie in the hours.
  /// - Returns: A row for each area in the order of their codes: `code`, `name`, `incidents`, `share`,
  ///   `rank`, `per_km2`, then `incidents_<category>`; with hours `expected`; of the first layer with a
  ///   population `population`, `rate`, `rate_low`, `rate_high` and `rate_smoothed`; with
  ///   ``StudyOptions/weights`` also `weight`, `weight_share` and `weight_rank`; last the fields of the
  ///   file that ``BoundaryFiles/keptFields`` names.
  public func table(ofLayer index: Int, bounds: Bool = false) -> FeatureTable {
    let boundaries = input.boundaries
    let counted = columns(ofLayer: index, bounds: bounds)
    return FeatureTable(
      name: boundaries.layers[index].name,
      columns: counted + boundaries.keptFields.columns(ofLayer: index, beside: counted),
      geometry: .areas(boundaries.layers[index].outlines), crs: boundaries.crs)
  }

  /// Returns the table of a layer, without its geometry.
  package func columns(ofLayer index: Int, bounds: Bool = false) -> [Column] {
    let layer = input.boundaries.layers[index]
    return counts[index].columns(
      codes: layer.codes, names: layer.names,
      squareMetres: layer.squareMetres,
      categories: categories, bounds: bounds) + (index == 0 ? rates?.columns ?? [] : [])
      + weightColumns(ofLayer: index)
  }

  private var layerFindings: [Finding] {
    let layers = input.boundaries.layers
    var findings: [Finding] = []
    for (layer, counts) in zip(layers, counts) where reading.options.boundaries.studyAreas.isEmpty {
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
  /// The tables of population and comparison with the rows of each.
  package var valueFiles: [(path: String, rows: Int)] {
    [rates?.population, correlation?.values].compactMap(\.self).map {
      ($0.file.path, $0.reconciliation.read)
    }
  }
  /// The names of these tables, without their folders.
  package var valueFileNames: [String] {
    [rates?.population, correlation?.values].compactMap(\.self).map(\.fileName)
  }
  /// The incident files with the rows of each.
  package var files: [(path: String, rows: Int)] { reading.files }
}
