import Names

/// The names that columns have in public layouts and in the exports of usual systems.
///
/// A line is a name, as it stands in a header, in lower case; `(a|b)` stands for either. The first
/// line of which a file has a column decides. To add a name, put a line where it belongs in the
/// order of preference, and a line of the same column in `KnownNamesTests`. Columns of dates and
/// times are told by the words of their names, see ``DateWord``; coordinates have
/// ``CoordinateNames``.
enum KnownNames {
  /// References of incidents.
  static let id = [
    "crime id",  // data.police.uk
    "incident id",
    "(crime|incident) (number|no|num|reference|ref|reference number|reference no|ref no|urn)",
    "(accident|collision) (index|reference|id)",  // Department for Transport, STATS19
    "offence (number|no|reference|ref|id)",
    "offense (number|no|id)",
    "occurrence (number|no|reference|ref|id)",  // Niche
    "investigation (number|no|reference|ref|id)",  // Athena
    "event (unique id|number|no|reference|ref|id)",  // Toronto
    "cmplnt num",  // New York
    "incident (key|index|entry id|log number|log no)",  // New York's shootings, Detroit
    "incident report (id|number|no)",  // Charlotte
    "(incidnt|inc) (num|number|no)",  // San Francisco to 2018, Phoenix
    "cad (incident id|evnt id|number|no|reference|ref)",  // New York's ambulances and calls
    "(call|log|job) (number|no|reference|ref|id)",
    "(case|enquiry|complaint|request|service request|sr|report) (reference|ref|reference number|ref no)",
    "(service request|sr|request|enquiry|complaint) (number|no|id)",
    "(report|crash record) (number|no|id)",  // Seattle, Chicago
    "(crash|record) id",
    "dr no",  // Los Angeles
    "ccn",  // Washington
    "cc number",  // Baltimore
    "cr number",  // Montgomery County
    "go number",
    "nopd item",  // New Orleans
    "unique (id|reference|ref|key|identifier|reference number)",
    "uid",
    "urn",
    "reference (number|no|)",
    "ref (number|no|)",
    "id",
    "case (number|no|id)",
    "row id",
    "dc key",  // Philadelphia
    "global id",
    "object id",
    "fid",
  ]

  /// Kinds of incidents.
  static let category = [
    "crime type",  // data.police.uk
    "category",
    "(offence|offense|crime|mci|incident) category",  // San Francisco, Toronto
    "(nibrs|ucr) crime category",  // Dallas, Phoenix
    "(offence|offense) category (id|description|name)",  // Denver
    "(asb|nsir|event|call|complaint|case|noise) category",
    "(offence|offense|crime) (code |)group",  // Boston
    "(ho|home office) (offence|crime) (group|description|desc|category|class|type)",
    "(ho|home office) (description|desc|class|group)",
    "(offence|crime|incident) group (description|desc|name)",
    "ofns desc",  // New York
    "primary type",  // Chicago
    "incident type (description|desc)",
    "incident (type|group)",  // London's fire brigade
    "(offence|offense|crime|event|occurrence|call) type (description|desc|name)",
    "(offence|offense|event|occurrence|asb|noise|alarm|demand) type",
    "(offense|offence|crime) (sub |parent )(category|group)",  // Seattle
    "crm cd desc",  // Los Angeles
    "text general code",  // Philadelphia
    "(highest |nibrs |)(offense|offence) (description|desc|title|name)",  // Austin, Boston, Niche
    "(highest |)nibrs (description|desc)",  // Charlotte, Houston
    "(crime|ucr) (description|desc|literal|name|name1)",  // Atlanta, Montgomery County
    "typ desc",  // New York's calls
    "type text",  // New Orleans
    "illness (description|desc|type|category)",
    "(chief complaint|presenting complaint)",
    "nature of (call|incident|complaint|illness|problem)",
    "(final |)(incident|call) (nature|class|classification|reason)",
    "(final|closing|initial|opening) (incident |call |event |)type (description|desc|)",
    "(final|closing) (code |classification )(description|desc)",
    "(complaint|call|case|request|service request|sr|issue|job|emergency) type",
    "(determinant|dispatch code) (description|desc)",
    "type of (incident|crime|offence|call|complaint)",  // Dallas
    "stop code description",
    "(incident|event|call|complaint) (description|desc)",
    "(offense|offence) type id",  // Denver
    "sub type",
    "offence",
    "offense",
    "crime",
    "type",
    "(categorie|catégorie)",  // Montreal
    "(accident|collision|crash|casualty) severity",  // STATS19
    "nibrs crime against category",
  ]

  /// Names of places.
  static let location = [
    "location",
    "location name",  // data.police.uk's interface
    "street",
    "street name",
    "on or near",
    "(block address|block addr)",  // Seattle
    "(hundred block|100 block addr|100 block address|location block)",  // Vancouver, Philadelphia
    "(incident|offence|offense|crime|event|scene|street|reported block|full) (address|addr)",
    "(incident|offence|offense|crime|event|scene) (location|street)",
    "location (address|text)",
    "location of (incident|offence|crime|event)",
    "address",
    "block",  // Chicago, Washington
    "(on street name|road name|road)",  // New York's collisions
    "(nearest |)intersection",  // San Francisco, Detroit
    "place",
  ]

  /// Months, in data that tell no more.
  static let month = [
    "month",  // data.police.uk
    "year month",
    "month year",
    "(crime|offence|incident|reported|committed) month",
    "month of (crime|offence|incident)",
    "period",
  ]

  /// What incidents might be weighed by; used only where the user says so.
  static let weight = ["weight", "count", "harm", "severity"]

  /// The rank of each name, for the keys that have lists.
  static let ranks: [ColumnKey: [String: Int]] = [
    .id: ranks(id), .category: ranks(category), .location: ranks(location), .month: ranks(month),
    .weight: ranks(weight),
  ]

  private static func ranks(_ lines: [String]) -> [String: Int] {
    var ranks: [String: Int] = [:]
    for name in lines.lazy.flatMap(NamePattern.names) where ranks[name] == nil {
      ranks[name] = ranks.count
    }
    return ranks
  }

  /// Returns the positions of the columns that may serve for a key, the likeliest first; of columns
  /// with one name the first.
  static func candidates(for key: ColumnKey, in plain: [String]) -> [Int] {
    guard let ranks = ranks[key] else { return [] }
    var best: [(rank: Int, position: Int)] = []
    for (position, name) in plain.enumerated() {
      guard let rank = ranks[name], !best.contains(where: { $0.rank == rank }) else { continue }
      best.append((rank, position))
    }
    return best.sorted { $0.rank < $1.rank }.map(\.position)
  }
}
