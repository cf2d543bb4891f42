import Cartography
import Tables

/// A figure of a few numbers in the colours of the page, with all of them in words for those who cannot
/// see it.
protocol SmallFigure {
  /// The figure as SVG.
  var svg: String { get }
}

/// Incidents by day and hour: a row for each day, a column for each hour, darker for more.
struct WeekGrid: SmallFigure {
  private let table: HourTable

  init(_ table: HourTable) { self.table = table }

  /// How many shades there are.
  private static let shades = 5
  /// The size of a cell, and the room for labels.
  private static let (width, height, left, bottom) = (12, 13, 34, 14)

  var svg: String {
    let hours = table.hoursFromDayStart
    let most = table.cells.joined().max() ?? 0
    // One path for each shade: a hundred and sixty-eight rectangles would be many times as long.
    var paths = [String](repeating: "", count: Self.shades + 1)
    for day in 0..<7 {
      for (column, hour) in hours.enumerated() {
        let part = most > 0 ? table.cells[hour][day] / most : 0
        let shade = part > 0 ? max(1, Int((part * Double(Self.shades)).rounded(.up))) : 0
        paths[min(shade, Self.shades)] +=
          "M\(Self.left + column * Self.width) \(day * Self.height)h11v12h-11z"
      }
    }
    let (width, height) = (Self.left + 24 * Self.width, 7 * Self.height + Self.bottom)
    var svg =
      "<svg class=\"week\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\""
      + "\(XMLText.escaped(label))\" xmlns=\"http://www.w3.org/2000/svg\">"
    for (shade, path) in paths.enumerated() where !path.isEmpty {
      let opacity = shade == 0 ? "0.08" : "\(Double(2 * shade) / 10)"
      svg += "<path fill=\"currentColor\" fill-opacity=\"\(opacity)\" d=\"\(path)\"/>"
    }
    for day in 0..<7 {
      svg +=
        "<text x=\"\(Self.left - 5)\" y=\"\(day * Self.height + 10)\" text-anchor=\"end\">"
        + "\(HourTable.dayNames[day])</text>"
    }
    for column in stride(from: 0, to: 24, by: 6) {
      svg +=
        "<text x=\"\(Self.left + column * Self.width)\" y=\"\(7 * Self.height + 11)\">"
        + "\(HourTable.hourNames[hours[column]])</text>"
    }
    return svg + "</svg>\n"
  }

  /// The totals of the days and the busiest hour.
  private var label: String {
    let places = NumberWords.placesForWeights(upTo: table.cells.joined().max() ?? 0)
    let days = zip(HourTable.dayNames, table.dayTotals).map {
      "\($0) \(NumberWords.decimal($1, places: places))"
    }
    let peak = table.peak.map {
      "; most in one hour: \(HourChartWords.countedTime(hour: $0.hour, day: $0.day, in: table)), "
        + NumberWords.decimal(table.cells[$0.hour][$0.day], places: places)
    }
    return "By day: \(days.joined(separator: ", "))\(peak ?? "")"
  }
}

/// Incidents by month: a column for each, filled where the ground held at least twice its share by area.
struct MonthBars: SmallFigure {
  private let months: [CloseUpContents.Month]
  private let places: Int

  init(_ months: [CloseUpContents.Month], places: Int) {
    (self.months, self.places) = (months, places)
  }

  /// The width of a month, of its column, and the height of the longest.
  private static let (step, width, height) = (30, 20, 74)

  var svg: String {
    let most = months.map(\.incidents).max() ?? 0
    var svg =
      "<svg class=\"months\" viewBox=\"0 0 \(max(1, months.count) * Self.step) 116\" role=\"img\" "
      + "aria-label=\"\(XMLText.escaped(label))\" xmlns=\"http://www.w3.org/2000/svg\">"
    for (place, month) in months.enumerated() {
      let length = most > 0 ? Int((month.incidents / most * Double(Self.height)).rounded()) : 0
      let (left, top) = (place * Self.step + 5, 16 + Self.height - length)
      let fill = month.isHeld ? "currentColor" : "none"
      if length > 0 {
        svg +=
          "<rect x=\"\(left)\" y=\"\(top)\" width=\"\(Self.width)\" height=\"\(length)\" "
          + "fill=\"\(fill)\" fill-opacity=\"0.6\" stroke=\"currentColor\"/>"
      }
      svg +=
        "<text x=\"\(left + 10)\" y=\"\(top - 4)\" text-anchor=\"middle\">"
        + "\(NumberWords.decimal(month.incidents, places: places))</text>"
        + "<text x=\"\(left + 10)\" y=\"\(Self.height + 30)\" text-anchor=\"middle\">"
        + "\(XMLText.escaped(month.shortLabel))</text>"
    }
    return svg + "</svg>\n"
  }

  private var label: String {
    months.map { month in
      "\(month.label) \(NumberWords.decimal(month.incidents, places: places))"
        + (month.isHeld ? " (at least twice its share)" : "")
    }.joined(separator: ", ")
  }
}
