import Assignment
import Boundaries
import Cartography
import Incidents
import Tables
import Tasking

extension PackWriter {
  /// Returns what the page says.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func contents() throws -> PackContents {
    let (areas, pack, names) = (result.areas, result.pack, fileNames)
    var contents = PackContents(
      title: heading.text, period: heading.saysPeriod ? nil : areas.period.words,
      selection: selection, marking: pack.marking,
      layers: try result.parts.layers.indices.map(layer),
      places: try places.contents(page: Self.page),
      clusters: try clusters?.contents(page: Self.page), changes: changes.contents,
      hours: hours?.contents, weights: try result.parts.layers.indices.compactMap(weights),
      rowReasons: rowReasons,
      rejectedExamples: areas.reading.rejectedExamples.map(\.message).map(names.shortened),
      accuracyMetres: areas.input.accuracyDistance,
      movedPositions: areas.likeness.sourcePositions?.words,
      choices: choices.map { PackChoice($0.name, names.shortened($0.value)) },
      warnings: warnings.map(names.shortened), files: files, absences: absences)
    contents.place = pack.placeBesideTitle
    contents.data = areas.reading.dataWords
    contents.credits = pack.credits
    contents.months = trend?.contents
    contents.largestChanges = try largestChanges?.contents(page: Self.page)
    contents.rates = try rates?.contents(page: Self.page)
    return contents
  }

  /// The files that were read, which the page names without their folders.
  var fileNames: FileNames {
    let (areas, options) = (result.areas, result.areas.reading.options)
    return FileNames(
      areas.files.map(\.path) + areas.input.boundaries.layers.map(\.path)
        + areas.input.boundaries.files.map(\.path) + result.look.inputs.map(\.path)
        + areas.reading.weightFiles.map(\.path) + areas.valueFiles.map(\.path)
        + options.incidents.paths
        + [result.pack.scales?.path].compactMap(\.self))
  }

  /// The title of the page, and whether it says the period.
  var heading: (text: String, saysPeriod: Bool) {
    result.pack.heading(period: result.areas.period.words)
  }

  /// The reasons why rows are not counted, in words, by their names.
  var rowReasons: [String: String] {
    Dictionary(uniqueKeysWithValues: RowReason.allCases.map { ($0.name, $0.explanation) })
  }

  private func layer(_ index: Int) throws -> PackLayer {
    let areas = result.areas
    let table = FeatureTable(
      name: result.parts.layers[index],
      columns: result.columns(ofLayer: index) + expected(ofLayer: index))
    let categories = areas.categories?.names ?? []
    let choices = CategoryChoice.choices(of: table, categories: categories)
    let figure = areaFigure(ofLayer: index, isOnPage: true)
    let map = try figure.map(
      ofLayer: index, page: Self.page, identifierPrefix: "layer-\(index + 1)",
      parts: choices.map { ($0.name, $0.values) })
    return PackLayer(
      table: table, noun: result.noun(ofLayer: index), categories: categories,
      reconciliation: areas.reconciliations[index], map: map, choices: choices,
      classWords: figure.scale.words(of: figure.value(ofLayer: index)))
  }

  /// What the incidents of a layer weigh; `nil` if they are not weighed.
  private func weights(_ index: Int) throws -> PackWeights? {
    let areas = result.areas
    guard let weighing = areas.reading.weighing, let weights = areas.weights(ofLayer: index) else {
      return nil
    }
    let layer = areas.input.boundaries.layers[index]
    let amounts = areas.counts[index].amounts
    let (ranks, countRanks) = (Column.weightRanks(weights.byArea), LayerCounts.ranks(amounts))
    let map = try weightFigure(ofLayer: index, isOnPage: true).map(
      ofLayer: index, page: Self.page, identifierPrefix: "weight-\(index + 1)")
    return PackWeights(
      name: weighing.weights.name, noun: result.noun(ofLayer: index),
      areas: layer.codes.indices.map { area in
        PackWeights.Area(
          code: layer.codes[area],
          name: result.knownAreas[index][area].words,
          weight: weights.byArea[area], rank: ranks[area], incidents: amounts[area],
          countRank: countRanks[area])
      },
      sentences: [weighing.gapSentence].compactMap(\.self) + areas.rankSentences(ofLayer: index)
        + weighing.findings.map(\.description),
      isEstimate: areas.reading.options.filter.hours != nil, map: map)
  }

  /// The expected incidents by category, which the page needs and the files have not.
  private func expected(ofLayer index: Int) -> [Column] {
    zip(result.areas.categories?.keys ?? [], result.areas.counts[index].expectedByCategory).map {
      Column("expected_\($0)", .reals($1.map(\.expected)))
    }
  }

  /// What narrows the incidents, in words.
  var selection: String {
    let filter = result.areas.reading.options.filter
    return
      (filter.hours.map { "\($0.words), weighed by the chance of lying in these hours; " } ?? "")
      + filter.categoryWords + (filter.conditionWords.map { "; \($0)" } ?? "")
  }

  /// The files beside the page, as it lists them.
  private var files: [PackFile] {
    let units = result.unitNoun.plural
    return result.parts.files.filter { $0.part != .page }.map { file in
      PackFile(
        file.path,
        file.part.content(
          PackNouns(
            areas: result.noun(ofLayer: file.layer).plural, units: units,
            sheet: result.look.sheetWords)))
    }
  }

  /// What the pack has not, and why.
  var absences: [PackAbsence] {
    result.absences.map { PackAbsence($0.path, result.pack.words($0.reason)) }
  }

  /// The warnings for the page and the manifest.
  var warnings: [String] {
    result.findings.filter(\.isWarning).map { result.pack.words(.finding($0)) }
  }
}
