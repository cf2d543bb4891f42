import Cartography
import HotspotAnalysis
import Tables
import Tasking

/// What changed since an earlier assessment or pack, whose folder is read.
struct SinceChapter: AssessmentChapter {
  static let isOfOthers = true

  private let earlier: EarlierAssessment
  private let areas: MethodPass<AreaCounts>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    guard let path = plan.assessment.earlier else { throw SectionAbsence.noEarlierAssessment }
    earlier = try EarlierAssessment(path: path)
    areas = passes.areas
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let result = areas.result
    let areas = AreasSince(earlier.areas, result.table)
    if areas.shared == 0 { throw SectionAbsence.otherAreas(earlier.path) }
    let measures = MeasuresSince(earlier, others, areas, days: (earlierDays, days(of: result)))
    let hotspots = others.tables("hotspots.csv").flatMap { now in
      earlier.table("hotspots.csv").flatMap { HotspotsSince($0, now) }
    }
    let differing = differences(AssessmentSettings(plan))
    var section = AssessedSection(.since, of: result.reading)
    let noun = plan.noun(ofLayer: 0)
    section.sentences =
      [measures.sentence(since: name)] + [leadingSentence(areas, noun)]
      + measures.others(except: differing.map(\.name))
      + [hotspots.map(Self.sentence)].compactMap(\.self)
    section.summary = section.sentences[0]
    section.tables = [
      measures.assessed(path: "since.csv", caption: "Figures of \(name) and of this one"),
      AssessedTable(
        path: "since-areas.csv", table: areas.table,
        caption: "\(noun.plural.pageHeading) that lead now or led then",
        columns: [
          .init("code", "Code", .words), .init("name", "Name", .words),
          .init("incidents_earlier", "Earlier", .number(places: 0)),
          .init("incidents", "Now", .number(places: 0)),
          .init("rank_earlier", "Rank", .number(places: 0), unit: "earlier"),
          .init("rank", "Rank", .number(places: 0), unit: "now"),
          .init("weight_rank_earlier", "By weight", .number(places: 0), unit: "earlier"),
          .init("weight_rank", "By weight", .number(places: 0), unit: "now"),
          .init("leading", "Among the first ten", .words),
        ]),
    ]
    section.choices = [
      Choice("against", .text(earlier.path)),
      Choice(
        "settings_differ",
        .array(differing.map { .text("\($0.name): \($0.earlier), now \($0.now)") })),
    ]
    section.method = [
      "Tables and manifest of \(name) are read as they are; its incidents are not counted again. An area "
        + "leads if it is among the first ten by incidents, with ten or more; hotspots are the same where "
        + "their densest points lie within \(NumberWords.length(HotspotsSince.reach)) m."
    ]
    section.leftOut = leftOut(differing, areas, noun)
    return section
  }

  // MARK: - Words

  /// What the earlier one is called.
  private var name: String {
    "'\(earlier.path.split(separator: "/").last.map(String.init) ?? earlier.path)'"
  }

  private var earlierDays: Int? {
    earlier.period.flatMap { period in
      guard let first = try? PeriodBound(period.first), let last = try? PeriodBound(period.last)
      else { return nil }
      return Int(last.next.dayNumber - first.first.dayNumber)
    }
  }

  private func days(of areas: AreaCounts.Result) -> Int? {
    areas.period.period.map { Int($0.last.dayNumber - $0.first.dayNumber) + 1 }
  }

  /// Which settings differ; none where the earlier one does not tell them.
  private func differences(
    _ settings: AssessmentSettings
  ) -> [(name: String, earlier: String, now: String)] {
    settings.values.compactMap { name, now in
      guard let then = earlier.settings.first(where: { $0.name == name })?.value, then != now
      else { return nil }
      return (name, then, now)
    }
  }

  private func leadingSentence(_ areas: AreasSince, _ noun: AreaNoun) -> String {
    func list(_ found: [AreasSince.Area]) -> String { CountWords.list(found.map(\.name)) }
    let (came, went) = (areas.came, areas.went)
    let leading = areas.areas.count(where: AreasSince.leads)
    if came.isEmpty && went.isEmpty {
      return "The \(CountWords.lower(leading)) leading \(noun.plural) are those of then."
    }
    let parts = [
      came.isEmpty ? nil : "\(list(came)) \(came.count == 1 ? "is" : "are") new",
      went.isEmpty
        ? nil : "\(list(went)) \(went.count == 1 ? "is" : "are") no longer among them",
    ].compactMap(\.self)
    return
      "Of the \(CountWords.lower(leading)) leading \(noun.plural) \(parts.joined(separator: "; "))."
  }

  private static func sentence(_ hotspots: HotspotsSince) -> String {
    let parts = [("kept", hotspots.kept), ("new", hotspots.new), ("gone", hotspots.gone)]
      .filter { !$0.1.isEmpty }
      .map { "\(CountWords.lower($1.count)) \($0) (\(CountWords.list($1)))" }
    return parts.isEmpty
      ? "Neither has a hotspot." : "Hotspots: \(parts.joined(separator: "; "))."
  }

  private func leftOut(
    _ differing: [(name: String, earlier: String, now: String)], _ areas: AreasSince,
    _ noun: AreaNoun
  ) -> [String] {
    var sentences = differing.map { name, then, now in
      "Set otherwise then, so that figures that rest on it do not compare: \(name) (\(then); now \(now))."
    }
    if areas.shared < max(areas.counts.earlier, areas.counts.now) {
      sentences.append(
        "Only \(NumberWords.grouped(areas.shared)) \(noun.plural) are in both, of "
          + "\(NumberWords.grouped(areas.counts.earlier)) then and "
          + "\(NumberWords.grouped(areas.counts.now)) now.")
    }
    if earlier.settings.isEmpty {
      sentences.append("\(name.pageHeading) does not say what its figures rest on.")
    }
    return sentences
  }
}

extension [AssessedSection] {
  /// Returns the table of a path; `nil` if no section has it.
  func tables(_ path: String) -> FeatureTable? {
    lazy.flatMap(\.tables).first { $0.path == path }?.table
  }
}
