import Foundation
import Statistics
import Synchronization
import TestSupport
import Testing

@testable import Incidents

/// Adds up which rows count.
private struct RowAdder: IncidentConsumer {
  private var rows: [Int] = []

  mutating func consume(_ table: inout IncidentTable) { rows += table.x.map { Int($0) } }

  func finish() -> [Int] { rows }
}

@Suite("Keys that count once")
struct KeyRegisterTests {
  private let folder = TemporaryFolder()

  /// What is left of rows, found by looking at them one after the other.
  private struct Oracle {
    var kept: [Int] = []
    var counts: [RowReason: Int] = [:]
    private var placed: Set<String> = []
    private var seen: Set<String> = []

    /// Takes the next row; the number stands in its place.
    mutating func take(_ number: Int, key: String, _ reason: RowReason?) {
      if let reason, reason.outcome != .withoutCoordinates {
        counts[reason, default: 0] += 1
      } else if !key.isEmpty && (reason == nil ? placed : seen).contains(key) {
        counts[.repeated, default: 0] += 1
      } else {
        if let reason { counts[reason, default: 0] += 1 } else { kept.append(number) }
      }
      if reason?.outcome == .rejected || reason?.outcome == .filtered { return }
      seen.insert(key)
      if reason == nil { placed.insert(key) }
    }
  }

  private func run(
    _ names: [String], threads: Int
  ) async throws -> IncidentStream.Outcome<[Int]> {
    let sources = try names.map { try IncidentSource(path: folder.path($0)) }
    var request = IncidentRequest(
      category: true, filter: IncidentFilter(excludedCategories: ["Arson"]))
    request.uniqueColumns = sources.map { $0.columns[.id] ?? -1 }
    return try await IncidentStream(sources: sources, request: request, threads: threads)
      .run { RowAdder() }
  }

  @Test("of each key the first good row counts, for any number of threads and over files")
  func first() async throws {
    var random = SplitMix64(seed: 3)
    var oracle = Oracle()
    var names: [String] = []
    // Beyond 180, so that nothing looks like degrees.
    let start = 1000
    var number = start
    for (file, rows) in [40_000, 3, 0, 30_000].enumerated() {
      var text = "id,easting,northing,category\n"
      for _ in 0..<rows {
        number += 1
        let draw = Int(random.next() % 100)
        // About every second key has come before, in this file or an earlier one.
        let key = draw == 0 ? "" : "C\(Int(random.next() % 40_000))"
        switch Int(random.next() % 100) {
        case 0..<10:
          text += "\(key),x,1,Theft\n"
          oracle.take(number, key: key, .coordinateNotANumber)
        case 10..<20:
          text += "\(key),\(number),900,Arson\n"
          oracle.take(number, key: key, .category)
        case 20..<30:
          text += "\(key),,,Theft\n"
          oracle.take(number, key: key, .coordinatesEmpty)
        case 30..<35:
          text += "\(key),0,0,Theft\n"
          oracle.take(number, key: key, .coordinatesZero)
        case 35..<50:
          text += "\" \(key) \",\(number),900,Theft\r\n"
          oracle.take(number, key: key, nil)
        default:
          text += "\(key),\(number),900,Theft\n"
          oracle.take(number, key: key, nil)
        }
      }
      names.append("\(file).csv")
      try folder.write(text.utf8, to: names[file])
    }
    try #require(oracle.counts.values.allSatisfy { $0 > 100 } && oracle.counts.count == 5)
    for threads in [1, 2, 5] {
      let outcome = try await run(names, threads: threads)
      #expect(outcome.tally.read == number - start)
      for reason in RowReason.allCases {
        #expect(outcome.tally[reason] == oracle.counts[reason, default: 0], "\(reason)")
      }
      let isRight = outcome.shares.flatMap(\.result).sorted() == oracle.kept
      #expect(isRight)
    }
  }

  @Test("a row that is set aside hides none, one without coordinates none that has some")
  func hiding() async throws {
    try folder.write(
      Array(
        """
        id,easting,northing,category
        a,x,1,Theft
        a,1,1,Arson
        a,,,Theft
        a,2,1,Theft
        a,3,1,Theft
        a,,,Theft
        b,,,Theft
        b,,,Theft
        ,4,1,Theft
         ,5,1,Theft
        A,6,1,Theft

        """.utf8), to: "rows.csv")
    let outcome = try await run(["rows.csv"], threads: 2)
    #expect(outcome.shares.flatMap(\.result).sorted() == [2, 4, 5, 6])
    #expect(outcome.tally.reasons(.rejected) == ["coordinate_not_a_number": 1])
    #expect(outcome.tally.reasons(.filtered) == ["category": 1, "repeated": 3])
    #expect(outcome.tally.reasons(.withoutCoordinates) == ["coordinates_empty": 2])
    let example = outcome.examples.first { $0.reason == .repeated }?.message
    #expect(example?.hasPrefix("\(folder.path("rows.csv")):6: ") == true)
    #expect(outcome.tally.samples.keys?.count == 3)
  }

  @Test("where reading fails on the way, nobody waits for a batch that never comes")
  func failure() async throws {
    let good = (0..<60_000).map { "c\($0),1,1,Theft\n" }.joined()
    try folder.write(
      ("id,easting,northing,category\n" + good + "\"d,1,1,Theft\n" + good).utf8, to: "bad.csv")
    for threads in [1, 2, 5] {
      await #expect(throws: IncidentError.self) { try await run(["bad.csv"], threads: threads) }
    }
  }

  @Test("keys are told apart as far as memory goes")
  func many() {
    let register = KeyRegister()
    register.takeTurn(0) { register in
      for number in 0..<50_000 {
        let key = FieldKey(of: Array("\(number)".utf8).span)
        #expect(!register.isRepeated(key, isPlaced: true))
      }
      for number in 0..<50_000 {
        let key = FieldKey(of: Array("\(number)".utf8).span)
        #expect(register.isRepeated(key, isPlaced: true))
      }
    }
    #expect(register.count == 50_000)
    // Between a third and three quarters full.
    #expect((21.0...48.0).contains(Double(register.byteCount) / 50_000))
  }

  @Test("a batch in parts keeps its turn until the last of them")
  func parts() {
    let register = KeyRegister()
    let turns = Turns()
    let done = DispatchSemaphore(value: 0)
    // A thread, not a task: whoever waits for its turn must not keep the other's thread.
    Thread {
      register.takeTurn(1) { _ in turns.note(1) }
      done.signal()
    }.start()
    for _ in 0..<200 { register.takeTurn(0, isLast: false) { _ in turns.note(0) } }
    register.takeTurn(0) { _ in turns.note(0) }
    done.wait()
    #expect(turns.all == Array(repeating: 0, count: 201) + [1])
  }

  /// Which numbers had their turn.
  private final class Turns: Sendable {
    private let numbers = Mutex<[Int]>([])
    var all: [Int] { numbers.withLock { $0 } }
    func note(_ number: Int) { numbers.withLock { $0.append(number) } }
  }
}
