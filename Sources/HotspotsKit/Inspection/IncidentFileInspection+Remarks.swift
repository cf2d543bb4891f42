import Incidents

extension IncidentFileInspection {
  /// What people should know who want to use the file.
  public var remarks: [InspectionRemark] {
    (columnRemarks + columns.notes.map { .columnNote($0) } + rowRemarks + dateRemarks
      + positionRemarks).compactMap(\.self)
      + (assignment?.remarks ?? [])
  }

  private var columnRemarks: [InspectionRemark?] {
    let limit = IncidentStream.categoryLimit
    return [
      columns.coordinateKind == nil ? .noCoordinateColumns : nil,
      columns.areDegreesByValue ? .degreesInMetreColumns : nil,
      columns[.category] != nil && categories.count > limit
        ? .tooManyCategories(limit: limit) : nil,
      found.textKind == .windows1252 ? .notUTF8 : nil,
    ]
  }

  private var rowRemarks: [InspectionRemark?] {
    let share = Double(withoutCoordinates) / Double(max(1, tally.read))
    return [
      rejected > 0 ? .rejectedRows(rejected) : nil,
      share >= 0.05 ? .rowsWithoutCoordinates(share) : nil,
      ids.repeated > 0 ? .repeatedReferences(rows: ids.repeated) : nil,
    ]
  }

  private var dateRemarks: [InspectionRemark?] {
    let times = found.times
    let isMonthly = times.granularity == .month
    let unusable = times.absent + times.unreadable - times.undecided
    return [
      columns.time == nil ? .noDateColumn : nil,
      dateOrderError.map { error in
        if case .yearOrDay = error {
          .yearOrDayFirst(error.description)
        } else {
          .contradictoryDateOrder(error.description)
        }
      },
      dateOrderError == nil && times.undecided > 0 ? .undecidedDates(rows: times.undecided) : nil,
      isMonthly ? .monthsOnly : nil,
      !isMonthly && times.months > 0 ? .monthsAmongDays(rows: times.months) : nil,
      columns.time != nil && unusable > 0 ? .unusableDates(rows: unusable) : nil,
      times.unreadableEnds > 0 ? .unusableEnds(rows: times.unreadableEnds) : nil,
      times.notes.reversed > 0 ? .reversedWindows(rows: times.notes.reversed) : nil,
      times.times >= 100 && times.midnights * 5 > times.times
        ? .midnights(Double(times.midnights) / Double(times.times)) : nil,
      times.emptyMonths.isEmpty ? nil : .emptyMonths(times.emptyMonths),
    ]
  }

  private var positionRemarks: [InspectionRemark?] {
    [
      SourcePositions(rows: places.fields, places: places.distinct, in: [columns]).map {
        .sourcePositions($0)
      }
    ]
  }
}
