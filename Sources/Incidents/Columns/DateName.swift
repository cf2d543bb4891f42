/// What the name of a column says of the dates in it; see ``DateWord``.
struct DateName: Equatable {
  /// What happened at that time, the likeliest to be the incident itself first.
  enum Subject: Int, Comparable {
    /// The incident.
    case incident
    /// The name does not say.
    case unsaid
    /// A call, or that somebody was sent.
    case call
    /// That it was reported or recorded.
    case record

    static func < (left: Subject, right: Subject) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where in a window the time is.
  enum Bound: Equatable {
    case none
    case start(DateWord.Style)
    case end(DateWord.Style)
  }

  /// What a column holds.
  enum Content: Int, Comparable {
    /// Days and times of day.
    case moments
    /// The name does not say.
    case unsaid
    /// Days.
    case days
    /// Times of day.
    case clocks
    /// Hours of the day.
    case hours

    static func < (left: Content, right: Content) -> Bool { left.rawValue < right.rawValue }
  }

  let subject: Subject
  let bound: Bound
  /// What the column holds, as far as its name says; its values may say more.
  var content: Content
  /// The words for what happened, in their order.
  let subjectWords: [String]
  /// Whether a word says that the incident happened then, rather than what it is.
  let saysHappened: Bool

  /// Reads a name; `nil` if it is not one of dates or times.
  ///
  /// - Parameter plain: The name as ``NamePattern/plain(_:)`` has it.
  init?(_ plain: String) {
    guard let words = DateWord.words(of: plain), !words.isEmpty else { return nil }
    var subject = Subject.unsaid
    var bound = Bound.none
    var (hasDay, hasClock, hasHour) = (false, false, false)
    var (isEnough, hasNoun, saysHappened) = (false, false, false)
    var subjectWords: [String] = []
    for (text, word) in words {
      switch word {
      case .incident, .happened:
        if subject == .unsaid { subject = .incident }
        hasNoun = true
        if word == .happened { (isEnough, saysHappened) = (true, true) }
      case .called(let isVerb):
        if subject != .record { subject = .call }
        if isVerb { isEnough = true }
      case .recorded(let isVerb):
        subject = .record
        if isVerb { isEnough = true }
      case .start(let style), .end(let style):
        // Neither `from to` nor `start date to`.
        guard bound == .none else { return nil }
        if case .start = word { bound = .start(style) } else { bound = .end(style) }
      case .day: hasDay = true
      case .clock: hasClock = true
      case .hour: hasHour = true
      case .moment: (hasDay, hasClock) = (true, true)
      case .filler: break
      }
      switch word {
      case .incident, .happened, .called, .recorded: subjectWords.append(text)
      default: break
      }
    }
    switch bound {
    case .start(let style), .end(let style):
      // `From`, `Incident start`; not `First` or `Last offence`.
      if style.standsAlone && (subject != .record || hasNoun) { isEnough = true }
      if style == .number && subjectWords.isEmpty { return nil }
    case .none: break
    }
    guard hasDay || hasClock || hasHour || isEnough else { return nil }
    // `Hour and time` and `Date hour` are nothing that is known.
    if hasHour && (hasDay || hasClock) { return nil }
    self.subject = subject
    self.bound = bound
    content =
      hasHour ? .hours : hasDay ? (hasClock ? .moments : .days) : hasClock ? .clocks : .unsaid
    self.subjectWords = subjectWords
    self.saysHappened = saysHappened
  }

  /// Whether a column of this name begins a window, or is all that is told.
  var canStart: Bool { if case .end = bound { false } else { true } }

  /// Whether the column of another name is the end of the window that this one starts.
  ///
  /// They differ in the word for the bound alone: `Date From` and `Date To`. `Occurred On` goes with
  /// `Occurred To`.
  func isStart(of end: DateName) -> Bool {
    guard case .end(let style) = end.bound, subjectWords == end.subjectWords else { return false }
    switch bound {
    case .start(let own): return own == style
    case .none: return subject == .incident
    case .end: return false
    }
  }

  /// Whether a column of times of day with another name may belong to this column of days.
  func takesTime(_ time: DateName) -> Bool {
    guard time.content >= .clocks, content == .days || content == .unsaid, bound == time.bound
    else { return false }
    // `Date` and `Time of incident`, `Incident date` and `Time`.
    return subjectWords == time.subjectWords || time.subjectWords.isEmpty
      || (subject == time.subject && subject == .incident)
      || (subjectWords.isEmpty && time.subject == .incident)
  }
}
