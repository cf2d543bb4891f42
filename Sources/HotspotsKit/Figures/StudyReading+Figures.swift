import Assignment
import Boundaries
package import Cartography
import Projections

// What maps and charts say of a study.
extension StudyReading {
  /// Returns the period, the hours and the categories, as the line below a title.
  ///
  /// - Parameters:
  ///   - grouping: What there is one of for each part of the figure: `by category`.
  ///   - categories: What is shown of the incidents; those that were asked for without it.
  /// - Returns: What is known of these, parted by semicolons.
  package func subtitle(grouping: String? = nil, categories: String? = nil) -> String {
    [
      period.words, grouping, options.filter.hours?.words,
      categories ?? options.filter.categoryWords, options.filter.conditionWords,
    ]
    .compactMap(\.self).joined(separator: "; ")
  }

  /// Returns what every chart says of a study: its period, sources, rows and projection.
  ///
  /// - Parameters:
  ///   - title: What the chart shows.
  ///   - subtitle: The line below it; `nil` for period, hours and categories.
  /// - Returns: The description, without what the chart answers and how it was made.
  package func chartDescription(title: String, subtitle: String? = nil) -> ChartDescription {
    var description = ChartDescription(title: title, subtitle: subtitle ?? self.subtitle())
    description.source = sourceNames
    description.projection = input?.plan.projection.summary.line
    let reasons = reconciliations[0].reasonWords
    description.reconciliation = [
      ReconciliationWords.sentence(for: reconciliations[0])
        + (reasons.isEmpty ? "" : " (\(reasons))")
    ]
    return description
  }

  /// The names of the files read, without their folders.
  package var sourceNames: String {
    let paths = sources.map(\.path) + (input?.boundaries.layers.map(\.path) ?? [])
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }
}

extension StudyFilter {
  /// What rows must say, in words; `nil` for any.
  package var conditionWords: String? { condition.map { "rows where \($0)" } }

  /// The categories that count, in words: `all categories without Burglary`.
  package var categoryWords: String {
    let kept = categories.isEmpty ? "all categories" : categories.joined(separator: ", ")
    return excludedCategories.isEmpty
      ? kept : "\(kept) without \(excludedCategories.joined(separator: ", "))"
  }
}
