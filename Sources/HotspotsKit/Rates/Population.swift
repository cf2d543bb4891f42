/// The people, or whatever else rates are of, in each area of the first layer: a table of them, one row
/// for each area.
///
///     var counts = AreaCounts()
///     counts.population = Population(ValueFile("population.csv", column: "residents"))
///
/// The table may hold anything that incidents can be divided by: residents, people at work, households,
/// licensed premises. See <doc:RatesAndDenominators>.
public struct Population: Sendable, Equatable {
  /// The table, whose values are zero or more.
  public var table: ValueFile
  /// How many of them a rate is of: 1,000.
  public var per: Double

  /// Names a table.
  ///
  /// - Parameters:
  ///   - table: The table and its columns.
  ///   - per: How many people a rate is of; above zero.
  public init(_ table: ValueFile, per: Double = 1000) {
    self.table = table
    self.per = per
  }
}
