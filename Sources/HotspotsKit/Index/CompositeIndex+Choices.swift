import Boundaries
import Cartography
import Interchange
import Tasking

extension CompositeIndex.Result {
  /// What was chosen and found.
  public var choices: [Choice] { (boundaries?.choices ?? []) + ownChoices }

  /// What was chosen and found beyond the boundaries.
  package var ownChoices: [Choice] {
    [valuesChoice, columnsChoice]
      + [
        Choice(
          "index_highest", highest.map { JSONValue.text($0.words) } ?? .null, sentences: [sentence])
      ]
  }

  private var valuesChoice: Choice {
    let file = values.path.split(separator: "/").last.map(String.init) ?? values.path
    var sentences = [
      "values: \(NumberWords.grouped(reconciliation.assigned)) of "
        + "\(NumberWords.grouped(reconciliation.read)) rows of '\(file)' are those of "
        + "\(nouns.plural), by column '\(values.codeColumn)'"
    ]
    if !values.unknown.isEmpty {
      sentences.append(
        "values: no area has the \(values.unknown.count == 1 ? "code" : "codes") "
          + Self.list(values.unknown))
    }
    if !values.missing.isEmpty {
      sentences.append(
        "values: the table has no row for \(Self.list(values.missing)), which therefore have no index"
      )
    }
    let empty = values.codes.indices.filter { area in
      scores.index[area] == nil && !values.missing.contains(values.codes[area])
    }
    if !empty.isEmpty {
      let columns = values.columns.filter { column in empty.contains { column.values[$0] == nil } }
      sentences.append(
        "values: \(Self.list(empty.map { values.codes[$0] })) lack one in "
          + "\(Self.list(columns.map { "'\($0.name)'" })), and therefore have no index")
    }
    return Choice(
      "values",
      .object([
        .init("code_field", .text(values.codeColumn)),
        .init("codes_unknown", .array(values.unknown.map(JSONValue.text))),
        .init("areas_missing", .array(values.missing.map(JSONValue.text))),
        .init("areas_without_index", .integer(scores.index.count { $0 == nil })),
      ]), sentences: sentences)
  }

  private var columnsChoice: Choice {
    let turned = zip(values.columns, method.columns).filter(\.1.isTurned).map { "'\($0.0.name)'" }
    return Choice(
      "index_columns",
      .array(
        zip(zip(values.columns, method.columns), scores.means).map { pair, mean in
          .object([
            .init("name", .text(pair.0.name)), .init("mean", .real(mean)),
            .init("turned", .boolean(pair.1.isTurned)),
          ])
        }),
      sentences: turned.isEmpty
        ? []
        : [
          "index: in \(Self.list(turned)) low is bad: turned round at the mean, 100 x (2 - value / mean)"
        ])
  }

  /// How many areas have priority, and which is worst: `index: 3 of 64 LSOAs are above 200 ...`.
  private var sentence: String {
    let present = scores.index.compactMap(\.self)
    let above = present.count { $0 > CompositeIndex.priority }
    guard let highest else { return "index: none, because every area lacks a value" }
    return "index: \(above == 0 ? "none" : NumberWords.grouped(above)) of "
      + "\(NumberWords.grouped(present.count)) \(nouns.plural) "
      + "\(above == 1 || above == 0 ? "is" : "are") above 200, the mark of priority; highest is "
      + "\(highest.words); 100 is their mean, and the index ranks places, it does not explain them"
  }

  /// The area with the highest index in words; `nil` if none has one.
  private var highest: (area: Int, words: String)? {
    guard let area = scores.ranks.firstIndex(of: 1), let value = scores.index[area] else {
      return nil
    }
    let (name, code) = (values.names[area], values.codes[area])
    return (
      area,
      "\(name == code ? code : "\(name) (\(code))") with \(NumberWords.decimal(value, places: 0))"
    )
  }

  /// The words for one area and for several.
  var nouns: (singular: String, plural: String) {
    guard let layer = boundaries?.layers[0] else { return ("area", "areas") }
    let noun = AreaNoun(codeField: layer.codeField, layer: layer.name)
    return (noun.singular, noun.plural)
  }

  /// Lists texts, ten at most.
  private static func list(_ texts: [String]) -> String {
    let rest = texts.count - 10
    return texts.prefix(10).joined(separator: ", ")
      + (rest > 0 ? " and \(NumberWords.grouped(rest)) more" : "")
  }
}
