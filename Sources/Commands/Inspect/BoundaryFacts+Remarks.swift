import Boundaries
import HotspotsKit
import Topology

extension BoundaryFacts {
  /// What somebody who wants to use the layer should know.
  var remarks: [String] {
    var remarks = layer.fileWarnings
    if let unfitness {
      remarks.append(
        "nothing can be measured in \(system.name): \(unfitness.fault.words(of: unfitness.place)); "
          + "to measure, to look for overlaps and gaps, and to count incidents, "
          + unfitness.fault.help(unfitness.local))
    }
    if !invalidAreas.isEmpty {
      remarks.append(
        "an area whose outline breaks a rule is taken as the ground that its parts cover, "
          + "overlaps once, each part without its own holes")
    }
    if let topology, !topology.overlaps.isEmpty {
      remarks.append(
        "an incident where areas overlap is given to the one whose code comes first")
    }
    if let topology, !topology.gaps.isEmpty {
      remarks.append(
        topology.openings.isEmpty
          ? "an incident in a gap between areas is outside; such narrow ones come from rounding"
          : "an incident in a gap between areas is outside, as in a hole that is meant")
    }
    return remarks
  }
}
