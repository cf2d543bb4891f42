import Assignment
import Boundaries
import Interchange
import Parts
import Projections

/// The areas that incidents of a part were counted in, without their outlines.
struct PartAreas: PartCodable, Equatable {
  /// The layers.
  let layers: [LayerFacts]
  /// The SHA-256 of codes and outlines, in hexadecimal: of what decides where incidents lie.
  let digest: String
  /// The system of the analysis, and its name.
  let crs: String
  let crsName: String
  /// How many areas each layer had before the study area was applied.
  let areaCounts: [Int]
  /// What was noted when the layers were read.
  let notes: [String]
  /// Warnings about the file of the study area.
  let studyAreaWarnings: [String]
  /// The system of the incidents' coordinates.
  let incidentsCRS: String
  /// How they were converted.
  let projection: ProjectionSummary

  /// Takes down what is asked of areas.
  init(of input: AnalysisInput) {
    let boundaries = input.boundaries
    layers = boundaries.layers.map(LayerFacts.init)
    digest = Self.digest(of: boundaries)
    crs = boundaries.crs
    crsName = boundaries.crsName
    areaCounts = boundaries.areaCounts
    notes = boundaries.notes
    studyAreaWarnings = boundaries.studyAreaWarnings
    incidentsCRS = input.incidentsCRS
    var summary = input.plan.projection.summary
    summary.approximation = input.plan.approximation?.description ?? summary.approximation
    projection = summary
  }

  /// Returns the digest of codes and outlines of all layers.
  static func digest(of boundaries: BoundaryInput) -> String {
    let digest = RunningDigest()
    for layer in boundaries.layers {
      var encoder = PartEncoder()
      encoder.encode(layer.codes)
      for starts in [
        layer.outlines.ringStarts, layer.outlines.polygonStarts, layer.outlines.areaStarts,
      ] { encoder.encode(starts) }
      digest.update(encoder.bytes)
      digest.update(layer.outlines.x)
      digest.update(layer.outlines.y)
    }
    return digest.hexadecimal
  }

  func encode(into part: inout PartEncoder) {
    part.encode(layers)
    part.encode(digest)
    part.encode(crs)
    part.encode(crsName)
    part.encode(areaCounts)
    part.encode(notes)
    part.encode(studyAreaWarnings)
    part.encode(incidentsCRS)
    part.encode(projection)
  }

  init(from part: inout PartDecoder) throws(PartError) {
    layers = try part.decode()
    digest = try part.decode()
    crs = try part.decode()
    crsName = try part.decode()
    areaCounts = try part.decode()
    notes = try part.decode()
    studyAreaWarnings = try part.decode()
    incidentsCRS = try part.decode()
    projection = try part.decode()
    guard !layers.isEmpty, areaCounts.count == layers.count else {
      throw .inconsistent("areas without layers")
    }
  }
}
