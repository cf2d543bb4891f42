public import Assignment
import Cartography
public import HotspotAnalysis
import Incidents
import Interchange
public import Tables

/// What the recorded incidents cost, by category and by what is paid for.
///
/// The number of incidents of each category is multiplied with what one of them costs on average. See
/// <doc:CostingCrime>.
///
///     let costs = try await study.run(IncidentCosts(UnitCosts("unit-costs.csv")))
///     costs.table[column: "total"]
///
/// Without boundaries every incident counts wherever it lies, with them those inside. With hours asked
/// for, incidents count with their probability of having happened in them.
public struct IncidentCosts: StudyMethod {
  /// What one incident of each category costs.
  public let unitCosts: UnitCosts
  /// Which components belong together; `nil` for no groups.
  public let groups: GroupFile?
  /// What unit costs are multiplied with, such as the change of prices since they were estimated.
  public let deflator: ExactDecimal

  /// The positions of the components of each group.
  let groupComponents: [[Int]]
  /// The positions of the components in no group.
  let ungroupedComponents: [Int]

  /// Creates the method.
  ///
  /// - Parameters:
  ///   - unitCosts: What one incident of each category costs.
  ///   - groups: Which components belong together; `nil` for no groups.
  ///   - deflator: What unit costs are multiplied with; 1 leaves them as they are.
  /// - Throws: ``CostError/unknownComponent(path:component:components:)``,
  ///   ``CostError/sharedComponent(path:component:groups:)``, ``CostError/sharedName(_:)``.
  public init(
    _ unitCosts: UnitCosts, groups: GroupFile? = nil, deflator: ExactDecimal = ExactDecimal(1)
  ) throws(CostError) {
    (self.unitCosts, self.groups, self.deflator) = (unitCosts, groups, deflator)
    let components = unitCosts.components
    var matched: (groups: [[Int]], ungrouped: [Int]) = ([], [])
    if let groups {
      let matching = groups.matching(components)
      if let unknown = matching.unknown.first {
        throw .unknownComponent(path: groups.path, component: unknown, components: components)
      }
      if let shared = groups.overlaps.first {
        throw .sharedComponent(
          path: groups.path, component: shared.member, groups: shared.groups)
      }
      matched = (matching.groups, matching.ungrouped)
    }
    (groupComponents, ungroupedComponents) = (matched.groups, matched.ungrouped)
    var taken: Set<String> = [
      "category", "offences", "total", "share_of_cost", "share_of_volume", "expected",
    ]
    for name in components + (groups?.groups.map(\.name) ?? [])
    where !taken.insert(name.lowercased()).inserted {
      throw .sharedName(name)
    }
  }

  private var counting: CrossCounts { CrossCounts(by: [.category]) }

  /// The categories, and the period for the title of a chart.
  public var needs: StudyNeeds {
    var needs = counting.needs
    needs.period = true
    return needs
  }

  /// Prepares for the incidents.
  public func plan(for study: OpenedStudy) throws -> CrossCounts.Plan {
    try counting.plan(for: study)
  }

  /// Makes the counter of one worker.
  public func sink(_ plan: CrossCounts.Plan) -> CrossCounter { counting.sink(plan) }

  /// Computes costs from what the workers counted.
  ///
  /// - Throws: ``CostError/noCosts(path:categories:costed:)`` if no category has a unit cost,
  ///   ``CostError/uncosted(path:_:)`` in a strict study for categories without, and
  ///   ``CostError/overflow(category:)``.
  public func result(
    _ plan: CrossCounts.Plan, shares: [StudyShare<CrossCounter.Counts>], reading: StudyReading
  ) throws -> Result {
    let counts = try counting.result(plan, shares: shares, reading: reading)
    let names = reading.categories?.labels ?? []
    let cells = counts.cells.map { cell in
      Count(
        category: names[cell.keys[0]], incidents: cell.incidents,
        expected: reading.options.filter.hours == nil ? nil : cell.expected)
    }
    return try Result(method: self, reading: reading, counts: cells)
  }

  /// The incidents of a category.
  struct Count {
    var category: String
    var incidents: Int
    /// The expected incidents in the hours asked for; `nil` without hours.
    var expected: Double?
  }

  /// What incidents cost.
  public struct Result: Sendable {
    /// What was asked.
    public let method: IncidentCosts
    /// What was read, and what became of every row.
    public let reading: StudyReading
    /// The categories without a unit cost with their incidents, the most frequent first.
    public let uncosted: [CostError.CategoryCount]
    /// How many unit costs are of categories without incidents.
    public let unusedCount: Int
    /// The categories with a unit cost.
    let categories: [String]
    /// What they cost; positions are those of ``categories``.
    let costs: CostTable
  }
}

extension IncidentCosts.Result {
  /// Computes what counted incidents cost.
  init(
    method: IncidentCosts, reading: StudyReading, counts: [IncidentCosts.Count]
  ) throws(CostError) {
    let unitCosts = method.unitCosts
    let places = unitCosts.matching(counts.map(\.category))
    var costed: [(category: String, incidents: Int, expected: Double?, unit: CostTable.UnitCost)] =
      []
    var uncosted: [CostError.CategoryCount] = []
    for (count, place) in zip(counts, places) where count.incidents > 0 {
      guard let place else {
        uncosted.append(.init(count.category, incidents: count.incidents))
        continue
      }
      let row = unitCosts.rows[place]
      costed.append(
        (
          count.category, count.incidents, count.expected,
          CostTable.UnitCost(components: row.components, total: row.total)
        ))
    }
    uncosted.sort { ($1.incidents, $0.category) < ($0.incidents, $1.category) }
    if costed.isEmpty, !uncosted.isEmpty {
      throw .noCosts(
        path: unitCosts.path, categories: uncosted.map(\.category),
        costed: unitCosts.rows.map(\.category))
    }
    if reading.options.incidents.isStrict, !uncosted.isEmpty {
      throw .uncosted(path: unitCosts.path, uncosted)
    }
    let used = Set(zip(counts, places).compactMap { $0.incidents > 0 ? $1 : nil })
    let categories = costed.map(\.category)
    do {
      costs = try CostTable(
        costed.map { ($0.incidents, $0.expected, $0.unit) }, groups: method.groupComponents,
        deflator: method.deflator)
    } catch {
      throw .overflow(category: error.category.map { categories[$0] })
    }
    (self.method, self.reading, self.uncosted) = (method, reading, uncosted)
    (self.categories, unusedCount) = (categories, unitCosts.rows.count - used.count)
  }

  /// What the incidents cost: a row for each category by falling cost, then their sum.
  ///
  /// The columns are `category`, `offences`, the components and then the groups by their names, `total`,
  /// `share_of_cost` and `share_of_volume` (of the costed incidents; `nil` if there are none); with
  /// hours `expected`, which costs and shares are then of. Amounts are whole pounds.
  public var table: FeatureTable {
    let rows = costs.rows + [costs.total]
    func amounts(_ name: String, _ amount: (CostTable.Row) -> Int) -> Column {
      Column(name, .integers(rows.map(amount)))
    }
    func shares(_ name: String, _ amount: (CostTable.Row) -> Double) -> Column {
      let all = amount(costs.total)
      return Column(name, .reals(rows.map { all > 0 ? amount($0) / all : nil }))
    }
    var columns = [
      Column("category", .text(rows.map { $0.category.map { categories[$0] } ?? "Total" })),
      amounts("offences") { $0.incidents },
    ]
    for (component, name) in method.unitCosts.components.enumerated() {
      columns.append(amounts(name) { $0.components[component] })
    }
    for (group, name) in (method.groups?.groups.map(\.name) ?? []).enumerated() {
      columns.append(amounts(name) { $0.groups[group] })
    }
    columns += [
      amounts("total") { $0.total }, shares("share_of_cost") { Double($0.total) },
      shares("share_of_volume") { $0.amount },
    ]
    if costs.total.expected != nil {
      columns.append(Column("expected", .reals(rows.map(\.expected))))
    }
    return FeatureTable(name: "cost", columns: columns)
  }

  /// What was chosen and found.
  public var choices: [Choice] {
    let costs = method.unitCosts
    return reading.choices + [
      Choice("unit_costs", .text(costs.path)),
      Choice("components", .array(costs.components.map(JSONValue.text))),
      Choice("component_groups", .optional(method.groups?.path), sentences: groupSentences),
      Choice("deflator", .text(method.deflator.description)),
      Choice("costed_incidents", .integer(self.costs.total.incidents)),
      Choice(
        "uncosted_incidents", .integer(uncosted.reduce(0) { $0 + $1.incidents })),
      Choice("unused_unit_costs", .integer(unusedCount), sentences: unusedSentences),
      Choice("components_total", .integer(componentTotal), sentences: componentSentences),
      Choice("cost", .optional(sentence), sentences: sentence.map { [$0] } ?? []),
    ]
  }

  /// What people should know before they read the table.
  public var findings: [Finding] {
    reading.findings
      + (uncosted.isEmpty ? [] : [.uncosted(uncosted, path: method.unitCosts.path)])
  }
}

extension IncidentCosts.Result {
  /// The sum of all components, which need not be that of the totals.
  var componentTotal: Int {
    // Each is less than the total of a file that makes sense; one that does not must not trap.
    costs.total.components.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// What the costliest category is of all, with base and caveat.
  package var sentence: String? {
    guard let first = costs.rows.first, let position = first.category, costs.total.total > 0,
      costs.total.amount > 0
    else { return nil }
    let name = categories[position].isEmpty ? "no category" : categories[position]
    let volume = NumberWords.percent(first.amount / costs.total.amount)
    let cost = NumberWords.percent(Double(first.total) / Double(costs.total.total))
    return "cost: \(name) is \(volume) of \(incidentWords) and \(cost) of their cost of "
      + "\(MoneyWords.rounded(costs.total.total)), at the unit costs of "
      + "'\(method.unitCosts.path.split(separator: "/").last ?? "")'\(deflatorWords); what is not "
      + "recorded is not costed"
  }

  private var incidentWords: String {
    guard let expected = costs.total.expected else {
      return "\(NumberWords.grouped(costs.total.incidents)) costed offences"
    }
    return "\(NumberWords.decimal(expected, places: 1)) costed offences (\(EstimateWords.full))"
  }

  /// The deflator as the end of a sentence; empty if it changes nothing.
  var deflatorWords: String {
    method.deflator == ExactDecimal(1) ? "" : " times \(method.deflator)"
  }

  private var unusedSentences: [String] {
    guard unusedCount > 0 else { return [] }
    let all = method.unitCosts.rows.count
    return [
      "unit costs: \(NumberWords.grouped(unusedCount)) of \(NumberWords.grouped(all)) "
        + "\(unusedCount == 1 ? "is of a category" : "are of categories") without incidents here"
    ]
  }

  private var componentSentences: [String] {
    guard !method.unitCosts.components.isEmpty, componentTotal != costs.total.total else {
      return []
    }
    return [
      "cost: the components add up to \(MoneyWords.exact(componentTotal)), the totals of the file to "
        + MoneyWords.exact(costs.total.total)
    ]
  }

  private var groupSentences: [String] {
    let names = method.ungroupedComponents.map { "'\(method.unitCosts.components[$0])'" }
    return names.isEmpty || method.groups == nil
      ? []
      : ["cost: in no group \(names.count == 1 ? "is" : "are") \(names.joined(separator: ", "))"]
  }
}
