import Cartography
import Names

/// Why the cost of incidents cannot be told.
public enum CostError: Error, Sendable, Equatable, CustomStringConvertible {
  // Rows are told by their place in the file, such as `line 4`.

  /// The table of unit costs lacks a column.
  case noSuchColumn(path: String, name: String, header: [String])
  /// A row of unit costs has no category.
  case emptyCategory(path: String, row: String)
  /// A category has two rows of unit costs.
  case repeatedCategory(path: String, category: String, rows: [String])
  /// A unit cost is no amount of pounds.
  case badCost(path: String, row: String, category: String, column: String, text: String)
  /// The table of unit costs has no rows.
  case noRows(path: String)
  /// A group has a component that the unit costs lack.
  case unknownComponent(path: String, component: String, components: [String])
  /// A component is in several groups, which would count it several times.
  case sharedComponent(path: String, component: String, groups: [String])
  /// Two columns of the table of costs would have one name.
  case sharedName(String)
  /// No category of the incidents has a unit cost.
  case noCosts(path: String, categories: [String], costed: [String])
  /// Categories have no unit cost, where each needs one.
  case uncosted(path: String, [CategoryCount])
  /// An amount is too large; of the category, or of all together if `nil`.
  case overflow(category: String?)

  /// A category and its incidents.
  public struct CategoryCount: Sendable, Equatable {
    /// The category.
    public var category: String
    /// The incidents.
    public var incidents: Int

    /// Describes a category.
    public init(_ category: String, incidents: Int) {
      (self.category, self.incidents) = (category, incidents)
    }
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + Suggestion.list(header) + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .emptyCategory(let path, let row):
      "cannot read '\(path)', \(row): the category is empty, each row needs one"
    case .repeatedCategory(let path, let category, let rows):
      "cannot read '\(path)': '\(category)' has unit costs in "
        + "\(rows.joined(separator: " and ")), one row for each category is allowed"
    case .badCost(let path, let row, let category, let column, ""):
      "cannot read '\(path)', \(row): '\(column)' of '\(category)' is empty, allowed are pounds from 0"
    case .badCost(let path, let row, let category, let column, let text):
      "cannot read '\(path)', \(row): '\(column)' of '\(category)' is '\(text)', allowed are pounds "
        + "from 0, such as 1380, 1,380.50 or £1,380"
    case .noRows(let path): "cannot read '\(path)': it has no rows of unit costs"
    case .unknownComponent(let path, let component, let components):
      "cannot group costs by '\(path)': there is no component '\(component)', the components are "
        + Suggestion.list(components)
        + Suggestion.question(Suggestion.closest(to: component, among: components))
    case .sharedComponent(let path, let component, let groups):
      "cannot group costs by '\(path)': '\(component)' is in "
        + "\(groups.map { "'\($0)'" }.joined(separator: " and ")) and would count twice, one group is "
        + "allowed"
    case .sharedName(let name):
      "cannot make a table of costs: two columns would be called '\(name)'"
    case .noCosts(let path, let categories, let costed):
      "cannot cost incidents: no category has a unit cost in '\(path)'; the incidents have "
        + "\(Suggestion.list(categories, most: 10)), the unit costs "
        + Suggestion.list(costed, most: 10)
    case .uncosted(let path, let counts):
      "cannot cost all incidents: \(Self.words(counts)) in '\(path)'"
    case .overflow(let category?):
      "cannot cost incidents: the cost of '\(category)' is too large, numbers of at most 38 digits are "
        + "multiplied and sums of at most 18 are written"
    case .overflow(nil):
      "cannot cost incidents: the cost of all together is too large, sums of at most 18 digits are "
        + "written"
    }
  }

  /// Lists categories without a unit cost: `2 categories of 1,234 incidents have no unit cost: 'A'
  /// (1,000), 'B' (234)`.
  ///
  /// - Parameters:
  ///   - counts: The categories, at least one.
  ///   - most: The most that are named.
  /// - Returns: A clause.
  static func words(_ counts: [CategoryCount], naming most: Int = 20) -> String {
    let shown = counts.prefix(most).map { "\($0.words) (\(NumberWords.grouped($0.incidents)))" }
    let more = counts.count > shown.count ? " and \(counts.count - shown.count) more" : ""
    let incidents = counts.reduce(0) { $0 + $1.incidents }
    return
      "\(NumberWords.grouped(counts.count)) \(counts.count == 1 ? "category" : "categories") of "
      + "\(NumberWords.grouped(incidents)) \(incidents == 1 ? "incident" : "incidents") "
      + "\(counts.count == 1 ? "has" : "have") no unit cost: \(shown.joined(separator: ", "))\(more)"
  }
}

extension CostError.CategoryCount {
  /// The category in quotes, or that there is none.
  fileprivate var words: String { category.isEmpty ? "without a category" : "'\(category)'" }
}
