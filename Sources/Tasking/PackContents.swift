/// Everything the page of a pack says, as values.
package struct PackContents: Sendable {
  /// The heading of the page.
  package var title: String
  /// The days or months that the incidents cover; `nil` if no dates are known.
  package var period: String?
  /// What narrows the incidents, in words: `all categories`.
  package var selection: String
  /// The place that the pack is of, where the heading does not say it; `nil` if none is told.
  package var place: String?
  /// Which data the page is made of, in a sentence without its full stop; `nil` to say nothing of it.
  package var data: String?
  /// Whom the sources ask to be named, each a line.
  package var credits: [String] = []
  /// The protective marking.
  package var marking: String?
  /// Where incidents lie closest; `nil` if the data cannot tell.
  package var places: PackHotspots?
  /// Which areas stand out together with their neighbours; `nil` if the data cannot tell.
  package var clusters: PackClusters?
  /// What changed against earlier periods; empty where the data has none.
  package var changes: [PackChange]
  /// The months up to the end of the period; `nil` where there are not two.
  package var months: PackMonths?
  /// The areas that changed most against the period before; `nil` where the data has none.
  package var largestChanges: PackLargestChanges?
  /// The rates of the first layer; `nil` without a population.
  package var rates: PackRates?
  /// When incidents happened; `nil` if the data cannot tell.
  package var hours: PackHours?
  /// The layers of areas, in the order of the options; at least one.
  package var layers: [PackLayer]
  /// What the incidents of each layer weigh; empty unless they are weighed.
  package var weights: [PackWeights]
  /// The reasons why rows are not counted, in words, by the names that reconciliations have.
  package var rowReasons: [String: String]
  /// The first rejected row of each reason.
  package var rejectedExamples: [String]
  /// How far the conversion of coordinates may be off, in metres; `nil` if nobody knows, 0 where
  /// it is exact.
  package var accuracyMetres: Double?
  /// That positions were moved before they were published, and what follows, in a sentence without
  /// its full stop; `nil` if nothing tells so.
  package var movedPositions: String?
  /// What was chosen and how, in the order in which it is shown.
  package var choices: [PackChoice]
  /// The warnings of the run.
  package var warnings: [String]
  /// The files of the pack beside the page.
  package var files: [PackFile]
  /// What the data cannot carry.
  package var absences: [PackAbsence]

  /// Creates the contents; what is not given is what the data cannot carry.
  package init(
    title: String, period: String?, selection: String, marking: String?, layers: [PackLayer],
    places: PackHotspots? = nil, clusters: PackClusters? = nil,
    changes: [PackChange] = [], hours: PackHours? = nil, weights: [PackWeights] = [],
    rowReasons: [String: String], rejectedExamples: [String], accuracyMetres: Double?,
    movedPositions: String? = nil,
    choices: [PackChoice], warnings: [String], files: [PackFile], absences: [PackAbsence]
  ) {
    precondition(!layers.isEmpty, "PackContents: a pack has at least one layer")
    self.title = title
    self.period = period
    self.selection = selection
    self.marking = marking
    self.layers = layers
    self.places = places
    self.clusters = clusters
    self.changes = changes
    self.hours = hours
    self.weights = weights
    self.rowReasons = rowReasons
    self.rejectedExamples = rejectedExamples
    self.accuracyMetres = accuracyMetres
    self.movedPositions = movedPositions
    self.choices = choices
    self.warnings = warnings
    self.files = files
    self.absences = absences
  }
}

/// A value that was chosen, by the user or by the program, with its name.
package struct PackChoice: Sendable, Equatable {
  /// What was chosen.
  package var name: String
  /// The choice.
  package var value: String

  /// Creates a choice.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A file of the pack.
package struct PackFile: Sendable, Equatable {
  /// The path inside the pack.
  package var path: String
  /// What the file holds.
  package var content: String

  /// Names a file.
  package init(_ path: String, _ content: String) {
    self.path = path
    self.content = content
  }
}

/// A file that a pack can have and this one has not.
package struct PackAbsence: Sendable, Equatable {
  /// The path inside the pack.
  package var path: String
  /// Why the data cannot carry it.
  package var reason: String

  /// Creates an absence.
  package init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }
}
