import Assignment
import Incidents
package import Parts
package import Tables

/// What one pass over some of the rows brought back, to be joined with that over the others.
package struct PartPass: PartCodable {
  /// The files that were read, as far as results ask of them.
  var sources: [SourceFacts]
  /// The rows of each file.
  var rowsByFile: [Int]
  /// The rows by reason.
  var tally: RowTally
  /// The first row of each reason.
  var examples: [RowExample]
  /// How incidents were placed in each layer; once without areas.
  var placements: [PlacementTally]
  /// What every study counts.
  var study: StudyTally.Counts
  /// The names of the categories, ordered by their bytes.
  var categories: [String]
  /// The texts of each column of labels, ordered by their bytes.
  var labels: [[String]]
  /// What the sinks of each method counted, encoded.
  var shares: [[UInt8]]
  /// The areas in which they were counted, which a part holds once for all passes; `nil` where place does
  /// not matter, or the part was read from a file.
  var areas: PartAreas?
  /// What became of each row; none where the part was read from a file.
  package var reconciliations: [Reconciliation] = []

  init(
    sources: [SourceFacts], rowsByFile: [Int], tally: RowTally, examples: [RowExample],
    placements: [PlacementTally], study: StudyTally.Counts, categories: [String],
    labels: [[String]], shares: [[UInt8]]
  ) {
    self.sources = sources
    self.rowsByFile = rowsByFile
    self.tally = tally
    self.examples = examples
    self.placements = placements
    self.study = study
    self.categories = categories
    self.labels = labels
    self.shares = shares
  }

  package func encode(into part: inout PartEncoder) {
    part.encode(sources)
    part.encode(rowsByFile)
    part.encode(tally)
    part.encode(examples)
    part.encode(placements)
    part.encode(study)
    part.encode(categories)
    part.encode(labels)
    part.encode(shares)
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    sources = try part.decode()
    rowsByFile = try part.decode()
    tally = try part.decode()
    examples = try part.decode()
    placements = try part.decode()
    study = try part.decode()
    categories = try part.decode()
    labels = try part.decode()
    shares = try part.decode()
    guard sources.count == rowsByFile.count, !placements.isEmpty,
      rowsByFile.allSatisfy({ (0...RowTally.largestCount).contains($0) })
    else { throw .inconsistent("columns of different lengths") }
    for placement in placements {
      let rows = try PartError.sum(of: tally.counts + placement.rows)
      guard rows == tally.read else {
        throw .inconsistent("\(tally.read) rows were read, and \(rows) accounted for")
      }
    }
  }
}
