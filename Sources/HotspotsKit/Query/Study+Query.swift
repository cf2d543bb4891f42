import Incidents

extension Study {
  /// Counts the incidents that a query selects.
  ///
  /// An empty result is no error; a file of which no row can be read is one. The study's
  /// ``StudyOptions/bounds`` do not apply.
  ///
  /// - Parameters:
  ///   - query: The incidents.
  ///   - grouping: What they are counted by.
  /// - Returns: A result with a table: a row for each group, the most frequent category first, months
  ///   and areas in order, and incidents without a month or area at the end. The columns are those
  ///   that name the group, `incidents`, `share`, and with hours `expected`.
  /// - Throws: ``QueryAreaError``; ``InputError`` for unusable inputs; `ConditionError` for a
  ///   condition on columns that are not there; the errors of file readers, such as
  ///   `IncidentError`.
  /// - Complexity: O(*n*) for *n* bytes of incidents, divided among the threads; memory does not grow
  ///   with *n*.
  public func count(
    _ query: IncidentQuery, by grouping: QueryGrouping = .all
  ) async throws -> QueryResult {
    var needs = StudyNeeds()
    needs.positions = query.area != nil || grouping == .area ? .required : .unread
    needs.category = grouping == .category ? .required : .none
    needs.months = grouping == .month
    let pass = try await QueryPass(query, in: self, needs, readsLayers: grouping == .area)
    return try await pass.count(by: grouping)
  }

  /// Writes the rows of the incidents that a query selects, in the order of the input.
  ///
  /// Rows are written as they are read; the file gets its name when it is complete and no input has
  /// changed.
  ///
  /// - Parameters:
  ///   - query: The incidents.
  ///   - output: The file.
  ///   - watch: The watch over the inputs; `nil` to begin one.
  /// - Returns: A result without a table.
  /// - Throws: What ``count(_:by:)`` throws; ``Interchange/OutputError``; ``ChangedInput``.
  /// - Complexity: O(*n*) for *n* bytes of incidents, divided among the threads; memory does not grow
  ///   with *n*.
  public func write(
    _ query: IncidentQuery, to output: RowOutput, watch: InputWatch? = nil
  ) async throws -> QueryResult {
    let watch = watch ?? InputWatch(options, digests: false)
    var needs = StudyNeeds()
    needs.positions =
      query.area != nil || output.format.hasGeometry
      ? .required : output.convertsCoordinates ? .whereKnown : .unread
    needs.rewritesDates = output.format.hasGeometry
    let pass = try await QueryPass(query, in: self, needs, readsLayers: false)
    return try await pass.write(to: output, watch)
  }
}
