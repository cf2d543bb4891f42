import Boundaries
import Geometry
import Interchange
import Topology

extension LayerInspection {
  /// Returns what was found under stable names; lists are whole here, where the text cuts them.
  ///
  /// - Parameter words: Words a remark.
  /// - Returns: An object.
  func json(_ words: (InspectionRemark) -> String) -> JSONValue {
    let outlines = layer.outlines
    let box = outlines.box
    return .object([
      .init("path", .text(layer.path)),
      .init("name", .text(layer.name)),
      .init("areas", .integer(layer.areaCount)),
      .init("areas_in_file", .integer(areasInFile)),
      .init("records", .integer(layer.recordCount)),
      .init("parts", .integer(outlines.polygonCount)),
      .init("multipart_areas", .integer(multipartAreas)),
      .init("holes", .integer(holes)),
      .init("vertices", .integer(outlines.vertexCount)),
      .init("code_field", .text(layer.codeField)),
      .init("name_field", .optional(layer.nameField)),
      .init("other_fields", .array(otherFields.map(JSONValue.text))),
      .init("vintage", vintage.map(JSONValue.integer) ?? .null),
      .init("encoding", .text(layer.encoding.encoding)),
      .init("encoding_source", .text(layer.encoding.source)),
      .init("own_crs", .optional(ownSystem.code)),
      .init("own_crs_name", .text(ownSystem.name)),
      .init("crs", .text(system.code)),
      .init("crs_name", .text(system.name)),
      .init("bounds", .array([box.minX, box.minY, box.maxX, box.maxY].map(JSONValue.real))),
      .init("km2", isMeasured ? .real(squareMetres.reduce(0, +) / 1e6) : .null),
      .init("smallest", size(of: extremes?.smallest)),
      .init("largest", size(of: extremes?.largest)),
      .init("invalid", .array(invalidAreas.map(invalidJSON))),
      .init("overlaps", topology == nil ? .null : .array(worstOverlaps.map(overlapJSON))),
      .init("gaps", topology.map { .array($0.gaps.map(gapJSON)) } ?? .null),
      .init("worth_knowing", .array(remarks.map { .text(words($0)) })),
    ])
  }

  private func size(of area: Int?) -> JSONValue {
    guard let area else { return .null }
    return .object([
      .init("code", .text(layer.codes[area])), .init("km2", .real(squareMetres[area] / 1e6)),
    ])
  }

  private func invalidJSON(_ invalid: InvalidArea) -> JSONValue {
    .object([
      .init("code", .text(layer.codes[invalid.area])),
      .init("reason", .text(invalid.fault.description)),
      .init("at", invalid.location.map { .array([.real($0.x), .real($0.y)]) } ?? .null),
    ])
  }

  private func overlapJSON(_ overlap: LayerTopology.Overlap) -> JSONValue {
    .object([
      .init("codes", .array([overlap.first, overlap.second].map { .text(layer.codes[$0]) })),
      .init("m2", .real(overlap.area)),
    ])
  }

  private func gapJSON(_ gap: LayerTopology.Gap) -> JSONValue {
    .object([
      .init("codes", .array(gap.neighbours.map { .text(layer.codes[$0]) })),
      .init("m2", .real(gap.area)), .init("width_m", .real(gap.width)),
      .init("at", .array([.real(gap.location.x), .real(gap.location.y)])),
    ])
  }
}
