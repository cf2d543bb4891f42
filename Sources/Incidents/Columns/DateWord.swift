/// What a word in the name of a column says of the dates in it.
///
/// A column of dates or times is known by its name when the name is made of these words alone, with
/// or without blanks between them: `Committed From Date`, `DATE_OCC`, `dateofcall`. So `Date of birth`,
/// `Update date` and `Victim DOB` are none. To make another name known, add the word that it has and
/// these have not, and a line in `DateNameTests`.
enum DateWord: Equatable {
  /// What happened, as a noun: says nothing alone.
  case incident
  /// That it happened: says enough alone.
  case happened
  /// That somebody called, or was sent.
  case called(isVerb: Bool)
  /// That somebody wrote it down, mostly later.
  case recorded(isVerb: Bool)
  /// The beginning or the end of a window, and which words belong together.
  case start(Style)
  case end(Style)
  /// That the column holds days.
  case day
  /// That the column holds times of day.
  case clock
  /// That the column holds hours of the day.
  case hour
  /// That the column holds both.
  case moment
  /// A word that says nothing.
  case filler

  /// The pairs of words for the beginning and the end.
  enum Style: Equatable {
    case from, start, first, earliest, least, number

    /// Whether one of these words is enough to name a column: `First` and `Min` are not.
    var standsAlone: Bool { self == .from || self == .start || self == .earliest }
  }

  /// The words, in lower case.
  static let all: [String: DateWord] = [
    "committed": .happened,
    "occurred": .happened,
    "happened": .happened,
    "commission": .incident,
    "offence": .incident,
    "offense": .incident,
    "crime": .incident,
    "incident": .incident,
    "inc": .incident,
    "event": .incident,
    "evt": .incident,
    "accident": .incident,
    "collision": .incident,
    "crash": .incident,
    "asb": .incident,
    "occurrence": .incident,
    "occurence": .incident,
    "occ": .incident,
    "occu": .incident,  // Tucson
    "occur": .incident,  // New York, Atlanta
    "cmplnt": .incident,  // New York

    "call": .called(isVerb: false),
    "called": .called(isVerb: true),
    "received": .called(isVerb: true),
    "recd": .called(isVerb: true),
    "receipt": .called(isVerb: false),
    "dispatch": .called(isVerb: false),  // Philadelphia
    "dispatched": .called(isVerb: true),
    "alarm": .called(isVerb: false),

    "report": .recorded(isVerb: false),
    "rpt": .recorded(isVerb: false),
    "rptd": .recorded(isVerb: true),
    "reported": .recorded(isVerb: true),
    "record": .recorded(isVerb: false),
    "recorded": .recorded(isVerb: true),
    "create": .recorded(isVerb: false),
    "created": .recorded(isVerb: true),  // New York's 311
    "creation": .recorded(isVerb: false),
    "log": .recorded(isVerb: false),
    "logged": .recorded(isVerb: true),
    "entry": .recorded(isVerb: false),
    "entered": .recorded(isVerb: true),
    "opened": .recorded(isVerb: true),
    "raised": .recorded(isVerb: true),
    "registered": .recorded(isVerb: true),
    "notified": .recorded(isVerb: true),
    "submitted": .recorded(isVerb: true),
    "requested": .recorded(isVerb: true),
    "request": .recorded(isVerb: false),
    "complaint": .recorded(isVerb: false),
    "case": .recorded(isVerb: false),

    "from": .start(.from),
    "fr": .start(.from),  // New York
    "to": .end(.from),
    "until": .end(.from),
    "start": .start(.start),
    "started": .start(.start),
    "begin": .start(.start),
    "began": .start(.start),
    "beginning": .start(.start),
    "end": .end(.start),
    "ended": .end(.start),
    "finish": .end(.start),
    "first": .start(.first),
    "last": .end(.first),
    "earliest": .start(.earliest),
    "latest": .end(.earliest),
    "min": .start(.least),
    "minimum": .start(.least),
    "max": .end(.least),
    "maximum": .end(.least),
    "1": .start(.number),  // Dallas
    "2": .end(.number),

    "date": .day,
    "dates": .day,
    "dat": .day,  // Washington
    "dt": .day,
    "time": .clock,
    "tm": .clock,
    "hour": .hour,  // Houston
    "datetime": .moment,
    "dttm": .moment,  // San Francisco's fire brigade
    "timestamp": .moment,
    "when": .moment,

    "on": .filler,
    "at": .filler,
    "of": .filler,
    "the": .filler,
    "and": .filler,
    "or": .filler,
    "between": .filler,
    "local": .filler,
    "utc": .filler,
    "gmt": .filler,
    "iso": .filler,
    "rms": .filler,  // Houston
  ]

  private static let longest = all.keys.map(\.utf8.count).max() ?? 0

  /// Returns the words that a name is made of; `nil` unless it is made of known words alone.
  ///
  /// - Parameter plain: A name as ``NamePattern/plain(_:)`` has it.
  /// - Returns: The words in their order.
  /// - Complexity: O(*n*) look-ups for *n* letters, for names that are no dates mostly one.
  static func words(of plain: String) -> [(text: String, word: DateWord)]? {
    guard plain.utf8.count <= 60 else { return nil }
    var dead: Set<String.Index> = []
    return words(of: plain[...], &dead)
  }

  private static func words(
    of rest: Substring, _ dead: inout Set<String.Index>
  ) -> [(text: String, word: DateWord)]? {
    if rest.isEmpty { return [] }
    if dead.contains(rest.startIndex) { return nil }
    for length in stride(from: min(longest, rest.count), to: 0, by: -1) {
      let text = String(rest.prefix(length))
      guard let word = all[text], let others = words(of: rest.dropFirst(length), &dead) else {
        continue
      }
      return [(text, word)] + others
    }
    dead.insert(rest.startIndex)
    return nil
  }
}
