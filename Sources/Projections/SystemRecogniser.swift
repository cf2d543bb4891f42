import CPROJ

/// Finds the registered coordinate system that a text means.
struct SystemRecogniser {
  let text: String
  let context: ProjectionContext

  /// A system, and how sure PROJ is of it.
  struct Recognised {
    var object: ProjectionObject
    /// Per cent, where PROJ compared the text with registered systems and found one that differs in
    /// names alone; `nil` if the text says or is the system.
    var confidence: Int?
  }

  /// Returns the system: the registered one where the text means it, else what the text says.
  func recognise() throws(ProjectionError) -> Recognised {
    let written = WellKnownText(text)
    if let written, let registered = probable(for: written) {
      return Recognised(object: registered)
    }
    guard let parsed = create(plainText) else { throw failure() }
    let flat = horizontalPart(of: parsed)
    _ = try isGeographic(flat)
    // A code typed as such is the registered system; only texts need to be looked up.
    if written == nil && flat.identifier != nil { return Recognised(object: flat) }
    return registered(for: flat) ?? Recognised(object: flat)
  }

  /// Returns the one system of EPSG's register that a text without a usable datum is like.
  ///
  /// - Returns: The system, of which PROJ is half sure at least; `nil` if it is like none, or like
  ///   several.
  func likeliest() -> IdentifiedSystem? {
    if let parsed = create(plainText) {
      let flat = horizontalPart(of: parsed)
      if (try? isGeographic(flat)) != nil { return likeliest(for: flat) }
    }
    // A text that is no system of the Earth may have the name of one.
    guard let name = WellKnownText(text)?.name, let named = create(name),
      let identifier = named.identifier, (try? isGeographic(named)) != nil
    else { return nil }
    return IdentifiedSystem(
      code: "\(identifier.authority):\(identifier.code)", name: named.name, confidence: nil)
  }

  private func likeliest(for described: ProjectionObject) -> IdentifiedSystem? {
    let candidates = identify(described).compactMap { candidate in
      candidate.object.identifier.map {
        IdentifiedSystem(
          code: "\($0.authority):\($0.code)", name: candidate.object.name,
          confidence: candidate.confidence)
      }
    }.filter { $0.code.hasPrefix("EPSG:") && ($0.confidence ?? 0) >= Self.leastConfidence }
    let best = candidates.map { $0.confidence ?? 0 }.max()
    let likely = candidates.filter { $0.confidence == best }
    return likely.count == 1 ? likely[0] : nil
  }

  /// From which confidence on a system is proposed, in per cent.
  ///
  /// PROJ gives 25 where only the name is that of another system.
  private static let leastConfidence = 50

  /// Returns whether a system's coordinates are longitude and latitude; else they are projected.
  func isGeographic(_ object: ProjectionObject) throws(ProjectionError) -> Bool {
    switch unsafe proj_get_type(object.pointer) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: return true
    case PJ_TYPE_PROJECTED_CRS: return false
    case PJ_TYPE_VERTICAL_CRS: throw .unsuitableSystem(text: shortText, kind: "a vertical one")
    case PJ_TYPE_GEOCENTRIC_CRS: throw .unsuitableSystem(text: shortText, kind: "a geocentric one")
    case PJ_TYPE_ENGINEERING_CRS: throw .unsuitableSystem(text: shortText, kind: "a local one")
    default: throw .unsuitableSystem(text: shortText, kind: "no coordinate system of the plane")
    }
  }

  /// Returns the registered system that the text names, when the rest of it agrees.
  private func probable(for written: WellKnownText) -> ProjectionObject? {
    let code = written.authorityCode ?? EsriSystemNames.probableCode(of: written.name)
    guard let code, let registered = create(code), agrees(registered, with: written) else {
      return nil
    }
    return registered
  }

  /// Returns the registered system that PROJ finds to be the one described.
  private func registered(for described: ProjectionObject) -> Recognised? {
    if let identifier = described.identifier,
      let candidate = create("\(identifier.authority):\(identifier.code)"),
      unsafe proj_is_equivalent_to(
        described.pointer, candidate.pointer,
        PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0
    {
      return Recognised(object: candidate)
    }
    guard saysDatum(described) else { return nil }
    let written = esriText(of: described)
    for candidate in identify(described) {
      // From 70 on only names differ; below, a rounded parameter may be all that does.
      if let confidence = candidate.confidence, confidence >= 70 {
        return confidence < 100 ? candidate : Recognised(object: candidate.object)
      }
      if let written, agrees(candidate.object, with: written) {
        return Recognised(object: candidate.object)
      }
    }
    return nil
  }

  /// Returns the registered systems that PROJ finds like one, the likeliest first.
  private func identify(_ described: ProjectionObject) -> [Recognised] {
    var confidences: UnsafeMutablePointer<Int32>?
    guard
      let list = unsafe proj_identify(
        context.pointer, described.pointer, nil, nil, &confidences)
    else { return [] }
    defer {
      unsafe proj_list_destroy(list)
      unsafe proj_int_list_destroy(confidences)
    }
    guard let confidences = unsafe confidences else { return [] }
    return (0..<(unsafe proj_list_get_count(list))).compactMap { position in
      // PROJ gives as many confidences as candidates.
      unsafe ProjectionObject(proj_list_get(context.pointer, list, position), in: context).map {
        unsafe Recognised(object: $0, confidence: Int(confidences[Int(position)]))
      }
    }
  }

  /// Returns whether a system names its datum: an ellipsoid and a projection alone fit several.
  ///
  /// PROJ would take a text without a datum for the registered system with the same numbers, which
  /// may be 100 m off.
  private func saysDatum(_ object: ProjectionObject) -> Bool {
    let base = unsafe ProjectionObject(
      proj_crs_get_geodetic_crs(context.pointer, object.pointer), in: context)
    guard let base,
      let datum = unsafe ProjectionObject(
        proj_crs_get_datum_forced(context.pointer, base.pointer), in: context)
    else { return false }
    let name = datum.name.lowercased()
    let none = ["unknown", "unnamed", "undefined", "not specified", "not_specified"]
    return !name.isEmpty && !none.contains(where: name.contains)
  }

  private func agrees(_ registered: ProjectionObject, with written: WellKnownText) -> Bool {
    esriText(of: registered) == written
  }

  /// Returns the text that PROJ writes for a system in Esri's dialect.
  private func esriText(of object: ProjectionObject) -> WellKnownText? {
    unsafe ProjectionObject.text(
      proj_as_wkt(context.pointer, object.pointer, PJ_WKT1_ESRI, nil)
    ).flatMap(WellKnownText.init)
  }

  /// Returns the part of a system that says where in the plane or on the globe, without heights
  /// and without a datum shift written into the text.
  private func horizontalPart(of object: ProjectionObject) -> ProjectionObject {
    let part: ProjectionObject?
    switch unsafe proj_get_type(object.pointer) {
    case PJ_TYPE_BOUND_CRS:
      part = unsafe ProjectionObject(
        proj_get_source_crs(context.pointer, object.pointer), in: context)
    case PJ_TYPE_COMPOUND_CRS:
      part = unsafe ProjectionObject(
        proj_crs_get_sub_crs(context.pointer, object.pointer, 0), in: context)
    default: part = nil
    }
    guard let part else { return object }
    return horizontalPart(of: part)
  }

  private func create(_ definition: String) -> ProjectionObject? {
    context.forgetMessages()
    return unsafe ProjectionObject(proj_create(context.pointer, definition), in: context)
  }

  /// The text as PROJ wants it: a PROJ string must say that it describes a system.
  private var plainText: String {
    let trimmed = text.drop { $0.isWhitespace }
    guard trimmed.hasPrefix("+"), !trimmed.contains("+type=crs") else { return String(trimmed) }
    return "\(trimmed) +type=crs"
  }

  /// The text, shortened to what a message can hold.
  var shortText: String {
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(57))..."
  }

  private func failure() -> ProjectionError {
    let found = context.takeMessage(otherwise: "it is no coordinate system")
    return found.contains("proj.db")
      ? .databaseMissing(text: shortText, found: found)
      : .unknownSystem(text: shortText, found: found)
  }
}
