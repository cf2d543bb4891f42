public import HotspotAnalysis
public import Tables

extension LocalStatistics {
  /// Local statistics of areas or cells.
  public struct Result: Sendable {
    /// What was asked.
    public let method: LocalStatistics
    /// What was read, and where every row went; `nil` for values from a ready table.
    public let reading: StudyReading?
    /// What became of each row of the incidents, or of the table of values.
    public let reconciliation: Reconciliation
    /// The options of the study.
    package let options: StudyOptions
    /// The areas.
    package let boundaries: BoundaryInput
    /// The values from a ready table; `nil` if incidents were counted.
    package let values: AreaValues?
    /// The cells; `nil` if areas are compared.
    package let grid: CellGrid?
    /// Which units are neighbours.
    package let neighbours: Neighbours
    /// What chance would give the units; `nil` for values that are no counts.
    package let chance: IncidentChance?
    /// The hotspots; `nil` if none were asked for.
    package internal(set) var hotspotList: HotspotList?
    /// What makes the statistics mean less than they seem to.
    package internal(set) var doubts: [ClusterWarning]
    /// The incidents of each unit, and what they weigh; none without weights.
    var weightColumns: [Column] = []
    let scored: Scored

    init(
      method: LocalStatistics, reading: StudyReading?, reconciliation: Reconciliation,
      options: StudyOptions, boundaries: BoundaryInput, values: AreaValues?, grid: CellGrid?,
      neighbours: Neighbours, chance: IncidentChance?, scored: Scored, doubts: [ClusterWarning]
    ) {
      (self.method, self.reading, self.reconciliation) = (method, reading, reconciliation)
      (self.options, self.boundaries, self.values) = (options, boundaries, values)
      (self.grid, self.neighbours, self.chance) = (grid, neighbours, chance)
      (self.scored, self.doubts) = (scored, doubts)
    }
  }
}

extension LocalStatistics.Result {
  /// A row for each area in the order of their codes, or for each cell from the south row by row, with
  /// its outline in the system of the study: `code` or `cell`, `name`, `value`, `z`, `p_normal`, `p`,
  /// `p_adjusted`, `class` and `neighbours`; with permutations `p_permutation`, with local Moran also
  /// `i` and `quadrant`; with weights, which are then the value, also `incidents`, `weight`,
  /// `weight_share` and `weight_rank`.
  ///
  /// The class is 3, 2 or 1 at an adjusted p of at most 0.01, 0.05 and 0.10, negative for cold spots
  /// (with local Moran for units unlike their neighbours), else 0. Units that were not tested have
  /// empty statistics.
  public var table: FeatureTable {
    var table = scored.table
    table.columns += weightColumns
    return table
  }

  /// The scores, in the order of the rows.
  public var scores: LocalScores { scored.scores }

  /// The units of class 2 and above, joined over their sides, by rank: at most ten; `nil` if none were
  /// asked for, and for values from a ready table.
  ///
  /// The columns are those of ``KernelDensity/Result/hotspots``, and with areas `areas`, their codes.
  public var hotspots: FeatureTable? {
    hotspotWords?.table(weightColumn: options.weightColumn)
  }

  /// What lists, maps and manifests say of the hotspots; `nil` if none were asked for.
  package var hotspotWords: HotspotWords? {
    hotspotList.map { list in
      HotspotWords(
        list: list, crs: boundaries.crs,
        places: grid == nil ? .areas(of: boundaries.layers[0]) : .cells,
        noun: options.amountNoun)
    }
  }

  /// Where units and their neighbours stand; `nil` for Gi*.
  package var quadrants: [LocalMoran.Quadrant?]? { scored.quadrants }

  /// The files of incidents or of values, with the rows of each.
  package var files: [(path: String, rows: Int)] {
    reading?.files ?? values.map { [($0.file.path, reconciliation.read)] } ?? []
  }
}
