import Foundation
import Shapefiles

/// The made-up borough and its incidents, as files.
package struct SampleFolder {
  /// The seed of the files in `boundaries/` and `samples/`.
  package static let seed: UInt64 = 2

  /// The seed.
  private let seed: UInt64
  /// The borough.
  package let borough: Borough
  /// The incidents, in the file's order.
  package let incidents: [Incident]
  /// The three areas that hold about 40 % of the incidents.
  package let busiestAreas: [Int]
  /// The two wards that live at night.
  package let nightWards: [Int]
  /// The roads on which incidents are placed.
  package let roads: RoadNetwork
  /// Where incidents gather, those of partners too.
  private let magnets: Magnets

  /// Makes the borough and the incidents of a seed.
  package init(seed: UInt64 = Self.seed) {
    self.seed = seed
    borough = Borough(seed: seed)
    var maker = IncidentMaker(borough: borough, seed: seed ^ 0x1AC1_DE57)
    incidents = maker.incidents()
    busiestAreas = maker.busiestAreas
    nightWards = maker.nightWards
    roads = maker.roads
    magnets = maker.magnets
  }

  /// Writes `boundaries/lsoa.*`, `boundaries/wards.*` and the tables of `samples/`, the same bytes for
  /// the same seed on any machine.
  ///
  /// - Parameter folder: Where the two folders are made, unless they exist; files of these names
  ///   are replaced.
  /// - Throws: ``SampleError/unwritable(path:reason:)`` when the system refuses a folder or the
  ///   table, ``SampleError/boundaries(_:)`` when it refuses a boundary file.
  package func write(to folder: String) throws(SampleError) {
    for name in ["boundaries", "samples"] {
      let path = "\(folder)/\(name)"
      try attempt(path) {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
    }
    do {
      try BoundaryFiles.writeAreas(of: borough, to: "\(folder)/boundaries/lsoa")
      try BoundaryFiles.writeWards(of: borough, to: "\(folder)/boundaries/wards")
    } catch {
      throw .boundaries(error)
    }
    for (name, text) in tables {
      let path = "\(folder)/samples/\(name)"
      try attempt(path) { try Data(text.utf8).write(to: URL(filePath: path)) }
    }
  }

  /// The tables of `samples/` by their names.
  private var tables: [(name: String, text: String)] {
    [
      (AmbulanceFile.name, AmbulanceFile.text(of: magnets, seed: seed ^ 0xA3B1)),
      (FireFile.name, FireFile.text(of: magnets, seed: seed ^ 0xF13E)),
      (NoiseFile.name, NoiseFile.text(of: magnets, seed: seed ^ 0x2015E)),
      ("cost-components.csv", CostTables.componentGroups),
      ("incidents.csv", IncidentFile.text(of: incidents, in: borough)),
      (PeopleFile.name, PeopleFile.text(of: incidents, in: borough, seed: seed ^ 0x9E0_91E5)),
      ("population.csv", PartnerTables.population(of: borough, incidents, seed: seed ^ 0x9E0B1E)),
      ("roads.geojson", roads.text),
      ("survey.csv", PartnerTables.survey(of: borough, incidents, seed: seed ^ 0x5A4E7)),
      ("localities.csv", LocalityTable.text(of: borough, incidents, seed: seed ^ 0x10CA1)),
      ("unit-costs.csv", CostTables.unitCosts),
      (WeightsFile.name, WeightsFile.text),
    ]
  }

  private func attempt(_ path: String, _ work: () throws -> Void) throws(SampleError) {
    do { try work() } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }
}
