/// The parts that one pack has and has not.
package struct PackParts: Sendable {
  /// A file of the pack.
  package struct File: Sendable, Equatable {
    /// Which part it is.
    package let part: PackPart
    /// The position of its layer; 0 for a part that is of no layer.
    package let layer: Int
    /// The path inside the pack.
    package let path: String
    /// The position of its hotspot; 0 for a part that is of none.
    package var hotspot = 0
  }

  /// The names of the layers as files have them, none twice.
  package let layers: [String]
  /// What the data does not tell.
  package let lacking: Set<PackFinding>
  /// Whether incidents are weighed by their category.
  package let weighs: Bool
  /// Whether the first layer has a population.
  package let hasRates: Bool
  /// How many hotspots are listed; `nil` if that is not known yet.
  package let hotspots: Int?
  /// Whether a map to explore is asked for.
  package let explores: Bool

  /// Lists the parts of a pack.
  ///
  /// - Parameters:
  ///   - layers: The names of the layers of areas, in the order of the options.
  ///   - lacking: What the data does not tell.
  ///   - weighs: Whether incidents are weighed by their category.
  ///   - hasRates: Whether the first layer has a population.
  ///   - hotspots: How many hotspots are listed; `nil` if that is not known yet.
  ///   - explores: Whether a map to explore is asked for.
  package init(
    layers: [String], lacking: Set<PackFinding> = [], weighs: Bool = false, hasRates: Bool = false,
    hotspots: Int? = nil, explores: Bool = false
  ) {
    // A layer called `density` must not take the place of the map of the density.
    var taken = Set(PackPart.allCases.filter { !$0.isOfLayer }.map(\.rawValue))
    self.layers = layers.map { layer in
      var (name, number) = (layer, 1)
      while !taken.isDisjoint(with: Self.maps(ofLayer: name)) {
        number += 1
        name = "\(layer)-\(number)"
      }
      taken.formUnion(Self.maps(ofLayer: name))
      return name
    }
    self.lacking = lacking
    self.weighs = weighs
    self.hasRates = hasRates
    self.hotspots = hotspots
    self.explores = explores
  }

  /// The maps of a layer, which all layers have in one folder.
  private static func maps(ofLayer name: String) -> [String] {
    [PackPart.areaMap, .weightMap, .rateMap].map { $0.path(ofLayer: 0, named: name) }
  }

  /// The files that the pack has, in the order in which they are listed.
  package var files: [File] { all.filter { !isMissing($0) } }

  /// The files that it has not, in the same order.
  package var missing: [File] { all.filter(isMissing) }

  private var all: [File] {
    let ofLayers = PackPart.allCases.filter {
      $0.isOfLayer && (weighs || $0 != .weightMap) && (hasRates || $0 != .rateMap)
    }
    var files: [File] = []
    for part in PackPart.allCases where explores || part != .explore {
      if part == .hotspotSheet, let hotspots, hotspots > 0 {
        files += (0..<hotspots).map {
          File(part: part, layer: 0, path: part.path(ofHotspot: $0 + 1), hotspot: $0)
        }
      } else if !part.isOfLayer {
        files.append(File(part: part, layer: 0, path: part.rawValue))
      } else if part == ofLayers.first {
        files += layers.indices.flatMap { index in
          ofLayers.filter { index == 0 || $0 != .rateMap }.map {
            File(part: $0, layer: index, path: $0.path(ofLayer: index, named: layers[index]))
          }
        }
      }
    }
    return files
  }

  private func isMissing(_ file: File) -> Bool { file.part.finding.map(lacking.contains) ?? false }
}
