import CommandLineKit
import HotspotsKit
import Incidents

extension AreaProfiles {
  /// Where the victim lives.
  static let residentColumn = Option<String?>(
    "resident-column", valueName: "NAME",
    help: """
      Column that tells where the victim lives: yes and no, resident and visitor, or codes or names of \
      areas of the first layer. Adds resident_share, of the rows where it is known
      """,
    allowed: "the name of a column", where: { !$0.isEmpty })

  /// The options that are read here.
  static let specs = [AoristicHours.nightHours.spec, residentColumn.spec] + Population.specs

  /// Reads the options of a command that lists ``specs``.
  init(_ arguments: Arguments) throws(UsageError) {
    let text = try arguments.value(of: AoristicHours.nightHours)
    let night: HoursOfDay
    do throws(WeekTextError) {
      night = try HoursOfDay(text)
    } catch {
      throw .invalid(error.description, help: error.help)
    }
    self.init(
      night: night, residentColumn: try arguments.value(of: Self.residentColumn),
      population: try Population(arguments))
  }
}
