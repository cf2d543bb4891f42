import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Interchange
import Tables
import Tasking

/// Pages of areas: a list, and for each area one sheet with its paragraph, where it lies, its categories,
/// what is over-represented, its hours and its change.
///
///     var method = AreaProfiles()
///     method.countsWeeks = true
///     let profiles = try await study.run(method)
///     try ProfilePages(profiles).write(to: "wards")
public struct ProfilePages: Sendable {
  /// The profiles, with ``AreaProfiles/countsWeeks`` for hours.
  public var profiles: AreaProfiles.Result
  /// The title of the list; `nil` for one that says what is listed.
  public var title: String?
  /// The protective marking of each page; `nil` for none.
  public var marking: String?

  /// The categories that a page lists by incidents, and those by weight that it adds.
  private static let (listedCategories, weightiest) = (8, 3)
  /// The quotients that a page shows.
  private static let shownQuotients = 12
  /// The hour at which days begin, so that a night is of the day on which it begins.
  private static let dayStart = 6

  /// Creates pages.
  ///
  /// - Parameters:
  ///   - profiles: The profiles.
  ///   - title: The title of the list.
  ///   - marking: The protective marking of each page.
  public init(_ profiles: AreaProfiles.Result, title: String? = nil, marking: String? = nil) {
    (self.profiles, self.title, self.marking) = (profiles, title, marking)
  }

  /// Writes the pages into a folder, which appears when it is complete.
  ///
  /// Earlier pages of the same name are replaced; a folder that holds anything else is left alone.
  ///
  /// - Parameter path: The folder.
  /// - Throws: ``ProfilePagesError``; ``PackFolderError``; ``Interchange/OutputError``.
  public func write(to path: String) throws {
    let manifest = Manifest(
      of: profiles.reading, choices: profiles.choices, findings: profiles.findings,
      command: "profile")
    let folder = try PackFolder(path: path)
    try write(to: folder, manifest)
    try folder.commit()
  }

  /// Writes the pages into a folder that the caller commits.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - manifest: What was read and chosen.
  /// - Returns: The names of the files.
  /// - Throws: ``ProfilePagesError``; ``Interchange/OutputError``.
  @discardableResult
  package func write(to folder: PackFolder, _ manifest: Manifest) throws -> [String] {
    let pages = try self.pages()
    var locations: [String: String] = [:]
    for (name, bytes) in pages {
      try OutputFile.write(bytes, to: folder.working(name))
      locations[folder.final(name)] = folder.working(name)
    }
    var manifest = manifest
    manifest.outputs = pages.map { folder.final($0.name) }
    manifest.locations = locations
    try manifest.write(to: folder.working(Self.manifestFile))
    return pages.map(\.name) + [Self.manifestFile]
  }

  private static let manifestFile = "manifest.json"

  /// Returns the pages by the names of their files, the list first.
  ///
  /// - Throws: ``ProfilePagesError/tooManyAreas(_:limit:)``.
  /// - Complexity: O(*a*²) for *a* areas, each of which is drawn among all.
  package func pages() throws(ProfilePagesError) -> [(name: String, bytes: [UInt8])] {
    let layer = profiles.reading.requiredInput.boundaries.layers[0]
    if layer.areaCount > AreaProfiles.pageLimit {
      throw .tooManyAreas(layer.areaCount, limit: AreaProfiles.pageLimit)
    }
    let setting = self.setting
    let contents = self.contents
    let byIncidents = profiles.mix.byArea.indices.sorted {
      (profiles.mix.byArea[$1], $0) < (profiles.mix.byArea[$0], $1)
    }.map { contents[$0] }
    return [(ProfilePage.indexFile, ProfileIndexPage(byIncidents, setting: setting).html())]
      + contents.enumerated().map { place, area in
        let page = ProfilePage(
          area, setting: setting, before: place > 0 ? contents[place - 1] : nil,
          after: place + 1 < contents.count ? contents[place + 1] : nil)
        return (area.file, page.html())
      }
  }

  // MARK: - What pages say

  private var setting: ProfileSetting {
    let reading = profiles.reading
    let noun = profiles.noun
    let reasons = reading.reconciliations[0].reasonWords
    return ProfileSetting(
      title: title ?? "Profiles of \(noun.plural)", subtitle: reading.subtitle(), marking: marking,
      noun: noun, whole: profiles.whole,
      weightName: reading.weighing?.weights.name,
      sentences: (profiles.sentences + [profiles.nightSentence]).map {
        $0.prefix(1).uppercased() + $0.dropFirst()
      }, data: reading.dataWords,
      reconciliation: [
        ReconciliationWords.sentence(for: reading.reconciliations[0])
          + (reasons.isEmpty ? "" : " (\(reasons))")
      ],
      hoursAbsence: profiles.nightAbsence?.description,
      method: ([ProfileFigure.method(profiles), "nothing is said of fewer than ten incidents"]
        + [profiles.nights.map { _ in "hours: each incident is spread over its time window" }]
        .compactMap(\.self) + [profiles.changes?.caveat].compactMap(\.self)).map {
          $0.prefix(1).uppercased() + $0.dropFirst()
        })
  }

  private var contents: [ProfileContents] {
    let layer = profiles.reading.requiredInput.boundaries.layers[0]
    let maps = PlaceMap.maps(of: layer.outlines, names: layer.names, whole: profiles.whole)
    let files = Self.files(of: layer.codes)
    return profiles.profiles.enumerated().map { area, profile in
      let enough = profile.categories.filter(\.isEnough)
      let week = profile.isEnough && area < profiles.weeks.count ? profiles.weeks[area] : nil
      return ProfileContents(
        name: profile.name, file: files[area],
        subtitle: [
          profile.code == profile.name
            ? profile.noun.heading : "\(profile.noun.heading) \(profile.code)",
          profiles.reading.subtitle(),
        ].joined(separator: "; "),
        incidents: profile.amount(profile.part.amount),
        share: NumberWords.percent(profile.part.share), leading: enough.first?.name ?? "",
        sentences: profile.sentences, map: maps[area].svg(), categories: listed(enough),
        quotients: profile.areas > 1 ? quotients(of: enough) : [],
        week: week.flatMap { $0.incidents > 0 ? $0.table(dayStart: Self.dayStart) : nil },
        change: change(of: profile))
    }
  }

  /// Returns the categories with most incidents, and those of the others that weigh most.
  private func listed(_ enough: [AreaProfile.Category]) -> [ProfileContents.Category] {
    let leading = enough.prefix(Self.listedCategories)
    let heavy = enough.enumerated().sorted {
      ($1.element.weight?.amount ?? 0, $0.offset) < ($0.element.weight?.amount ?? 0, $1.offset)
    }.prefix(Self.weightiest).filter {
      $0.offset >= leading.count && ($0.element.weight?.amount ?? 0) > 0
    }.map(\.element)
    return (leading + heavy).map { category in
      ProfileContents.Category(
        name: category.name,
        incidents: NumberWords.decimal(
          category.part.amount, places: profiles.usesHours ? 1 : 0),
        share: (category.part.share, category.shareOfAll),
        weightShare: category.weight.map { ($0.share, category.weightShareOfAll ?? 0) })
    }
  }

  private func quotients(of enough: [AreaProfile.Category]) -> [QuotientChart.Row] {
    enough.compactMap { category in
      category.quotient.flatMap {
        profiles.row(category.name, $0, amount: category.part.amount)
      }
    }.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.prefix(Self.shownQuotients).map(\.element)
  }

  private func change(of profile: AreaProfile) -> [(String, String)] {
    guard let change = profile.change, let verdict = change.row.verdict else { return [] }
    let (now, earlier) = (change.periods.now, change.periods.earlier)
    func row(_ count: Double, days: Int) -> String {
      "\(profile.amount(count)), \(profile.perDay(count / Double(days))) a day"
    }
    let evidence =
      switch verdict.evidence {
      case .increase: "of an increase"
      case .decrease: "of a decrease"
      case .none: "none of change"
      case .few: "too few incidents to tell"
      }
    return [
      (earlier.words, row(change.row.change.earlier, days: earlier.days)),
      (now.words, row(change.row.change.current, days: now.days)),
    ]
      + (change.row.change.relative.map { relative in
        [
          (
            "Change a day",
            (relative > 0 ? "+" : relative < 0 ? "−" : "") + NumberWords.percent(abs(relative))
          )
        ]
      } ?? []) + [("Evidence", evidence)]
  }

  /// Returns the file of each area, by its code: letters and digits as they are, each different.
  static func files(of codes: [String]) -> [String] {
    var taken: Set = ["index"]
    return codes.map { code in
      let plain = String(
        code.unicodeScalars.map { scalar in
          let isPlain =
            scalar.isASCII && (scalar.properties.isAlphabetic || (48...57).contains(scalar.value))
          return isPlain || scalar == "-" || scalar == "_" ? Character(scalar) : "_"
        })
      var (name, number) = (plain.isEmpty ? "area" : plain, 1)
      // Some file systems take letters of either case for the same.
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(plain)-\(number)"
      }
      return "\(name).html"
    }
  }
}
