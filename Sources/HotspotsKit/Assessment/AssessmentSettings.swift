import Boundaries
import Cartography
import HotspotAnalysis
import Interchange
import Tables

/// What the figures of an assessment rest on, so that a later one can tell whether they compare.
struct AssessmentSettings {
  /// What is set, by what it is called, in a stable order.
  let values: [(name: String, value: String)]

  /// Lists the settings.
  ///
  /// - Parameter plan: What was asked, and what is known of the files.
  init(_ plan: AssessmentPlan) {
    let (assessment, filter) = (plan.assessment, plan.options.filter)
    func file(_ path: String?) -> String {
      guard let path, let digest = try? Digest.sha256(ofFile: path) else { return "none" }
      return "\(FileNames.name(of: path)), \(digest.hexadecimal.prefix(12))"
    }
    let layers = plan.input.boundaries.layers.map { layer in
      "\(layer.name), \(NumberWords.grouped(layer.areaCount)) areas"
    }
    values = [
      ("areas", layers.joined(separator: "; ")),
      ("categories", filter.categoryWords),
      ("condition", filter.conditionWords ?? "none"),
      ("hours", filter.hours?.words ?? "all"),
      ("snap", "\(NumberWords.length(plan.options.boundaries.snap)) m"),
      ("weights", file(plan.options.weights?.path)),
      ("unit costs", file(assessment.unitCosts)),
      ("deflator", assessment.deflator.description),
      ("bandwidth", plan.bandwidthWords),
    ]
  }

  /// The settings for the manifest.
  var json: JSONValue {
    .array(
      values.map { .object([.init("name", .text($0.name)), .init("value", .text($0.value))]) })
  }
}

extension AssessmentPlan {
  /// The bandwidth of the density, as it is asked for.
  fileprivate var bandwidthWords: String {
    let density = assessment.density
    guard let cells = density.bandwidthInCells else {
      switch density.bandwidth {
      case .metres(let metres): return "\(NumberWords.length(metres)) m"
      case .automatic: return "automatic"
      case .adaptive(let metres):
        return "adaptive" + (metres.map { " around \(NumberWords.length($0)) m" } ?? "")
      }
    }
    let size =
      density.cellSize
      ?? SurfaceGrid.automaticCellSize(for: input.boundaries.layers[0].outlines.box)
    return "\(NumberWords.length(cells * size)) m"
  }
}
