/// Which incidents of a study are wanted, by where they are and what their rows say.
///
///     let study = Study(incidents: ["march.csv"])
///     let query = IncidentQuery(in: .polygons("cordon.geojson"))
///     let months = try await study.count(query, by: .month)
///     let rows = try await study.write(query, to: RowOutput("rows.geojson"))
///
/// Period, categories, hours and conditions on columns are those of the study's ``StudyFilter``.
public struct IncidentQuery: Sendable {
  /// The ground; `nil` if positions do not matter.
  public var area: QueryArea?
  /// Whether the incidents outside the area are wanted instead of those inside.
  public var selectsOutside = false
  /// Whether results tell, beside the expected incidents, those that must and those that could have
  /// happened in the hours of the study's filter.
  public var hasBounds = false

  /// Selects the incidents inside an area, or all of them.
  public init(in area: QueryArea? = nil) { self.area = area }
}
