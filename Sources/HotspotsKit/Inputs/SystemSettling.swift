import Boundaries
package import Geometry
package import Projections
import Synchronization

/// What was decided about the coordinate system of a file that does not plainly say it.
package enum SystemSettling: Sendable, Equatable {
  /// The file's text is taken for a registered system.
  case identified(IdentifiedSystem)
  /// The file's own system cannot be used, and the one that was named takes its place.
  case replaced(SystemFault, by: String)
  /// The file says nothing of use, and its coordinates are those of degrees.
  case degrees

  /// What was decided, as a sentence without a full stop.
  func words(_ path: String) -> String {
    switch self {
    case .identified(let system): "\(path): the coordinate system is taken for \(system)"
    case .replaced(let fault, let crs):
      "\(path): the file's own coordinate system cannot be used: \(fault.words); the coordinates "
        + "are taken for those of \(crs)"
    case .degrees:
      "\(path): the file does not say what its coordinates mean; they are taken for degrees of WGS 84"
    }
  }

  /// The system that coordinates are taken for.
  var crs: String {
    switch self {
    case .identified(let system): system.code
    case .replaced(_, let crs): crs
    case .degrees: "EPSG:4326"
    }
  }
}

/// The coordinate system that a file states, settled before it is used.
package struct SystemQuestion {
  /// The file.
  package var path: String
  /// What its coordinates mean by its own words; `nil` if it says nothing.
  package var stated: String?
  /// The system that takes the place of one that cannot be used; `nil` if none was named.
  package var named: String?
  /// The rectangle around its coordinates; empty if it is not known.
  package var box: Box
  /// What the file is for.
  package var role: InputError.UnusableSystem.Role

  /// Describes a file.
  package init(
    path: String, stated: String?, named: String?, box: Box,
    role: InputError.UnusableSystem.Role
  ) {
    self.path = path
    self.stated = stated
    self.named = named
    self.box = box
    self.role = role
  }

  /// Settles the system.
  ///
  /// - Returns: What was decided; `nil` if the file's own is used as it is or there is none at all.
  /// - Throws: ``InputError/unusableSystem(_:)``, ``InputError/contradictedSystem(_:named:)``,
  ///   ``ProjectionError``.
  package func settle(_ options: CoordinateOptions) throws -> SystemSettling? {
    guard let stated else {
      if options.crs == nil && options.isLocal { return .degrees }
      guard let named, isTakenForDegrees(instead: named, options) else { return nil }
      return .degrees
    }
    let (fault, likely): (SystemFault, IdentifiedSystem?)
    switch try options.examine(stated) {
    case .usable(let system): return system.identified.map(SystemSettling.identified)
    case .unusable(let found, let system): (fault, likely) = (found, system)
    }
    let unusable = InputError.UnusableSystem(
      path: path, role: role, text: Self.short(stated), fault: fault, likely: likely)
    guard let named else { throw InputError.unusableSystem(unusable) }
    if fault != .withoutDatum && likely == nil && isTakenForDegrees(instead: named, options) {
      return .degrees
    }
    let own = fault == .withoutDatum ? stated : likely?.code
    if let own, !box.isEmpty, try !agree(own, named, options) {
      throw InputError.contradictedSystem(unusable, named: named)
    }
    return .replaced(fault, by: named)
  }

  /// Whether coordinates that nothing is said of are degrees, where a system in a plane was named:
  /// hardly any plane has land within 180 of its units around its origin.
  private func isTakenForDegrees(instead named: String, _ options: CoordinateOptions) -> Bool {
    guard LikelyProjection(box) == .degrees, case .usable(let system)? = try? options.examine(named)
    else { return false }
    return !system.isGeographic
  }

  private func agree(
    _ own: String, _ named: String, _ options: CoordinateOptions
  ) throws -> Bool {
    let context = try ProjectionContext(gridFolders: options.gridFolders)
    return try CoordinateSystem(own, in: context).agrees(
      with: CoordinateSystem(named, in: context), at: box.centre)
  }

  private static func short(_ text: String) -> String {
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    return line.count <= 60 ? line : "\(line.prefix(57))..."
  }
}

extension CoordinateOptions {
  /// What the coordinates of a layer that says nothing mean: the system that was named, or degrees
  /// where a local system is to be chosen.
  var assumedSystem: String? { crs ?? (isLocal ? "EPSG:4326" : nil) }

  /// Examines the text of a coordinate system; each text once, because PROJ takes its time.
  package func examine(_ text: String) throws -> StatedSystem {
    let key = ExaminedText(
      text: text, gridFolders: gridFolders, allowsBallpark: allowsBallpark)
    if let known = examined.withLock({ $0[key] }) { return known }
    let found = try StatedSystem(
      text, in: ProjectionContext(gridFolders: gridFolders), allowBallpark: allowsBallpark)
    examined.withLock { known in
      if known.count >= mostExamined { known.removeAll() }
      known[key] = found
    }
    return found
  }
}

private struct ExaminedText: Hashable {
  var text: String
  var gridFolders: [String]
  var allowsBallpark: Bool
}

private let mostExamined = 256
private let examined = Mutex<[ExaminedText: StatedSystem]>([:])
