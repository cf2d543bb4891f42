import Geometry
package import Tables

extension HotspotList {
  /// Returns the hotspots as a table with their outlines, one row for each, by rank.
  ///
  /// Columns: `rank`; `location`, the commonest name; `grid_reference` on the British National Grid;
  /// `incidents`, then with weights their sum, `weight_share` and `weight_rank`; `share`, `area_km2`, `per_km2`,
  /// `concentration_ratio` and, the same by its old name, `predictive_accuracy_index`;
  /// `busiest_hours` in words, `busiest_day` (to which their first is counted) and `busiest_hour` at
  /// which they begin, `busiest_incidents` expected in them, their `busiest_share`, and
  /// `incidents_with_time`; for each of the leading categories its name, `category_1`, its
  /// incidents, shares and ratio; `location_incidents` and their share of the
  /// hotspot, `location_share`; `other_locations`; `peak_x`, `peak_y`; of
  /// joined areas their number, `areas`, and their codes, `area_codes`.
  /// Columns that the data cannot fill are left out.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - crs: The coordinate system of the outlines.
  ///   - weightColumn: What the sum of the weights is called.
  ///   - areaCodes: The codes of the areas that hotspots are made of; `nil` for cells.
  /// - Returns: The table.
  package func featureTable(
    name: String = "hotspots", crs: String, weightColumn: String = "weight",
    areaCodes: [String]? = nil
  ) -> FeatureTable {
    let profiles = hotspots.map(\.profile)
    let hasLocations = profiles.contains { !$0.locations.isEmpty }
    var columns = [Column("rank", .integers(hotspots.map(\.rank)))]
    if hasLocations {
      columns.append(Column("location", .text(profiles.map { $0.locations.first?.name })))
    }
    if crs == OrdnanceSurveyGridReference.crs {
      columns.append(
        Column(
          "grid_reference",
          .text(hotspots.map { OrdnanceSurveyGridReference(of: $0.peak)?.description })))
    }
    columns.append(Column("incidents", .integers(hotspots.map(\.incidents))))
    if isWeighted { columns.append(Column(weightColumn, .reals(hotspots.map(\.amount)))) }
    if isWeighted && weightColumn == "weight" {
      // Hotspots are ranked by weight; under these names it has them in every table.
      columns.append(Column("weight_share", .reals(hotspots.map(\.share))))
      columns.append(Column("weight_rank", .integers(hotspots.map(\.rank))))
    }
    columns += [
      Column("share", .reals(hotspots.map(\.share))),
      Column("area_km2", .reals(hotspots.map(\.squareKilometres))),
      Column("per_km2", .reals(hotspots.map(\.density))),
      Column("concentration_ratio", .reals(hotspots.map(\.concentrationRatio))),
      // Under its older name too, for programs that read that: it predicts nothing, because the
      // incidents are those that made the hotspot.
      Column("predictive_accuracy_index", .reals(hotspots.map(\.concentrationRatio))),
    ]
    columns += Self.hourColumns(of: profiles) + Self.categoryColumns(of: profiles)
    if hasLocations {
      columns.append(
        Column("location_incidents", .integers(profiles.map { $0.locations.first?.incidents })))
      columns.append(Column("location_share", .reals(hotspots.map(\.locationShare))))
      columns.append(
        Column(
          "other_locations",
          .text(
            profiles.map { profile in
              let others = profile.locations.dropFirst().map(\.name)
              return others.isEmpty ? nil : others.joined(separator: "; ")
            })))
    }
    columns.append(Column("peak_x", .reals(hotspots.map(\.peak.x))))
    columns.append(Column("peak_y", .reals(hotspots.map(\.peak.y))))
    if let areaCodes {
      columns.append(Column("areas", .integers(hotspots.map(\.members.count))))
      columns.append(
        Column(
          "area_codes",
          .text(
            hotspots.map { $0.members.map { areaCodes[$0] }.joined(separator: "; ") })))
    }
    return FeatureTable(name: name, columns: columns, geometry: .areas(outlines), crs: crs)
  }

  private static func hourColumns(of profiles: [HotspotProfile]) -> [Column] {
    let hours = profiles.map(\.hours)
    guard hours.contains(where: { $0 != nil }) else { return [] }
    return [
      Column("busiest_hours", .text(hours.map { $0?.label })),
      Column("busiest_day", .text(hours.map { $0?.dayName })),
      Column("busiest_hour", .integers(hours.map { $0?.shift.start.hour })),
      Column("busiest_length_h", .integers(hours.map { $0?.shift.hours })),
      Column("busiest_incidents", .reals(hours.map { $0?.shift.expected })),
      Column("busiest_share", .reals(hours.map { $0?.share })),
      Column("incidents_with_time", .integers(hours.map { $0?.timed ?? 0 })),
    ]
  }

  private static func categoryColumns(of profiles: [HotspotProfile]) -> [Column] {
    let most = profiles.map(\.categories.count).max() ?? 0
    return (0..<most).flatMap { place -> [Column] in
      let found = profiles.map { place < $0.categories.count ? $0.categories[place] : nil }
      let key = "category_\(place + 1)"
      return [
        Column(key, .text(found.map { $0.map { $0.name.isEmpty ? "not_recorded" : $0.name } })),
        Column("\(key)_incidents", .integers(found.map { $0?.incidents })),
        Column("\(key)_share", .reals(found.map { $0?.share })),
        Column("\(key)_study_area_share", .reals(found.map { $0?.studyAreaShare })),
        Column("\(key)_ratio", .reals(found.map { $0?.ratio })),
      ]
    }
  }
}
