/// What is seen on a close-up, for those who do not see it.
struct CloseUpWords {
  /// A sentence or two.
  let summary: String

  /// Words a close-up.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot.
  ///   - scale: The scale in words, if it is round.
  init(_ contents: CloseUpContents, scale: String?) {
    let incidents = CloseUpPanels.words(contents.incidents, isWeighted: contents.isWeighted)
    let noun = contents.incidents == 1 ? "incident" : "incidents"
    var sentences = [
      "A map of hotspot \(contents.number), \(contents.name), and the streets around it"
        + (scale.map { " at \($0)" } ?? "") + ".",
      "\(incidents) \(noun), \(NumberWords.percent(contents.share)) of all.",
    ]
    if let standing = contents.standing {
      sentences.append("\(standing.label): \(standing.sentence)")
    }
    if let street = contents.streets.first {
      sentences.append("Most at \(street.name), \(NumberWords.percent(street.share)).")
    }
    summary = sentences.joined(separator: " ")
  }
}
