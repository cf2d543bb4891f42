import Glibc
import Projections
import Statistics

/// A file of seeded incidents that exists in memory only.
final class SeededFile {
  /// A name by which it can be opened, any number of times.
  let path: String
  private let descriptor: Int32

  /// The kinds of rows.
  enum Kind: String, CaseIterable {
    /// As data.police.uk writes them, without quotes.
    case plain
    /// Every text field in quotes.
    case quoted
    /// Coordinates of 17 digits, as programming languages write them.
    case longDecimals = "17 digits"
    /// Nothing but rows whose coordinates are not numbers.
    case malformed
    /// Nothing but rows that end after three fields.
    case short
    /// All incidents in one place.
    case onePlace = "one place"
    /// Features of GeoJSON, one on each line.
    case geoJSONLines = "GeoJSON lines"
    /// The same features in one collection, all on one line.
    case geoJSON = "GeoJSON"

    /// Whether incidents are features.
    var isFeatures: Bool { self == .geoJSON || self == .geoJSONLines }
  }

  /// Makes a file of eight columns and about 160 bytes a row.
  init(rows: Int, kind: Kind) throws {
    path = "/dev/shm/hotspots-bench-\(getpid())-\(rows)-\(kind.rawValue).csv"
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    precondition(descriptor >= 0, "SeededFile: no space in memory")
    var text = "Crime ID,Month,Longitude,Latitude,Location,Crime type,From,To\n"
    if kind.isFeatures { text = "" }
    if kind == .geoJSON { text = #"{"type":"FeatureCollection","features":["# }
    let layer = SeededLayer(vertices: 20_000)
    var (x, y) = layer.points(rows)
    let plan = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
    try plan.makeOperation().transform(x: &x, y: &y, direction: .inverse)
    let categories = [
      "Anti-social behaviour", "Bicycle theft", "Burglary", "Drugs", "Other theft", "Robbery",
      "Shoplifting", "Vehicle crime", "Violence and sexual offences",
    ]
    var random = SplitMix64(seed: 13)
    let quote = kind == .quoted ? "\"" : ""
    for row in 0..<rows {
      let id = String(repeating: String(random.next(), radix: 16), count: 5).prefix(64)
      let month = 1 + Int(random.next() % 12)
      let day = 1 + Int(random.next() % 28)
      let hour = Int(random.next() % 24)
      let date = "2023-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let time = "T\(hour < 10 ? "0" : "")\(hour):15:00"
      let place = kind == .onePlace ? 0 : row
      func degrees(_ value: Double) -> String {
        switch kind {
        case .malformed: "somewhere"
        case .longDecimals: "\(value)"
        default: "\((value * 1e6).rounded() / 1e6)"
        }
      }
      if kind.isFeatures {
        if row > 0 { text += kind == .geoJSON ? "," : "\n" }
        text +=
          #"{"type":"Feature","properties":{"Crime ID":"\#(id)","Month":"\#(date.prefix(7))","#
        text += #""Location":"On or near Street \#(random.next() % 20_000)","#
        text += #""Crime type":"\#(categories[Int(random.next() % 9)])","From":"\#(date)\#(time)","#
        text += #""To":"\#(date)\#(time)"},"geometry":{"type":"Point","coordinates":"#
        text += "[\(degrees(x[place])),\(degrees(y[place]))]}}"
        if text.utf8.count > 1 << 20 { try flush(&text) }
        continue
      }
      text += "\(quote)\(id)\(quote),\(date.prefix(7)),"
      if kind == .short {
        text += "\(degrees(x[place]))\n"
        continue
      }
      text += "\(degrees(x[place])),\(degrees(y[place])),"
      text += "\(quote)On or near Street \(random.next() % 20_000)\(quote),"
      text +=
        "\(quote)\(categories[Int(random.next() % 9)])\(quote),\(date)\(time),\(date)\(time)\n"
      if text.utf8.count > 1 << 20 {
        try flush(&text)
      }
    }
    if kind == .geoJSON { text += "]}" }
    try flush(&text)
  }

  deinit {
    close(descriptor)
    unsafe unlink(path)
  }

  private func flush(_ text: inout String) throws {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      start += unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
    }
    text = ""
  }
}
