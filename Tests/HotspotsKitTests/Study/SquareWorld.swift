import Foundation
import HotspotsKit
import Incidents
import TestSupport

/// Squares of 10 m, four unless more are asked for, from (400000, 300000) in EPSG:27700, with codes from A, and files of incidents.
struct SquareWorld {
  let folder = TemporaryFolder()

  init(squares count: Int = 4) throws {
    var squares = RawShapefile.squares(count)
    squares.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try squares.write(to: folder)
  }

  /// Five incidents: two in A on Monday 10 February 2025, one at 10:00 and one whose time nobody knows;
  /// one in B on Tuesday from 23:00 to 01:00; one outside, one without coordinates.
  static let rows = """
    type,from,to,easting,northing
    Robbery,2025-02-10 10:00,,400005,300005
    Burglary,,,400004,300004
    Burglary,2025-02-11 23:00,2025-02-12 01:00,400015,300005
    Robbery,2025-02-10 10:00,,500000,300005
    Robbery,2025-02-10 10:00,,,

    """

  /// Describes a study of rows in the squares, which keeps their folder as long as it lives.
  func study(
    _ rows: String = SquareWorld.rows, isPlaced: Bool = true,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) throws -> Study {
    var options = StudyOptions(
      boundaries: isPlaced ? BoundaryFiles([folder.path("areas.shp")]) : [],
      incidents: IncidentFiles([try folder.file("rows.csv", rows)]))
    options.incidents.columns = [(.category, "type"), (.start, "from"), (.end, "to")]
    change(&options)
    return Study(options, observer: { [folder] _ in withExtendedLifetime(folder) {} })
  }
}
