import Synchronization
import Testing

@testable import Interchange

@Suite("Ordered delivery")
struct OrderedDeliveryTests {
  private final class Box: Sendable {
    let items = Mutex<[Int]>([])
    let next = Mutex(0)
    let busy = Mutex(0)
    var all: [Int] { items.withLock { $0 } }
  }

  private struct Refusal: Error, Equatable {}

  @Test("items come out in the order of their numbers, whichever order they come in")
  func order() throws {
    let box = Box()
    let delivery = OrderedDelivery<Int>(limit: 100) { item in
      box.items.withLock { $0.append(item) }
    }
    for number in [3, 1, 2] { delivery.bring(number * 10, number: number) }
    #expect(box.all.isEmpty)
    delivery.bring(0, number: 0)
    #expect(box.all == [0, 10, 20, 30])
    delivery.bring(40, number: 4)
    #expect(box.all == [0, 10, 20, 30, 40])
    try delivery.check()
  }

  @Test("many workers bring each number once, and few items wait", arguments: [1, 2, 7])
  func workers(limit: Int) async throws {
    let box = Box()
    let delivery = OrderedDelivery<Int>(limit: limit) { item in
      #expect(
        box.busy.withLock { count in
          count += 1
          return count
        } == 1)
      box.items.withLock { $0.append(item) }
      box.busy.withLock { $0 -= 1 }
    }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          while true {
            let number = box.next.withLock { next in
              next += 1
              return next - 1
            }
            if number >= 2000 { return }
            delivery.bring(number, number: number)
          }
        }
      }
    }
    #expect(box.all == Array(0..<2000))
    try delivery.check()
  }

  @Test("after a failure nothing is handed on, nobody waits, and the failure is told")
  func failure() async throws {
    let box = Box()
    let delivery = OrderedDelivery<Int>(limit: 2) { item in
      if item == 3 { throw Refusal() }
      box.items.withLock { $0.append(item) }
    }
    #expect(!delivery.hasFailed)
    for number in 0..<50 { delivery.bring(number, number: number) }
    // Far ahead, and nobody will ever bring what is missing.
    delivery.bring(1000, number: 1000)
    #expect(delivery.hasFailed && box.all == [0, 1, 2])
    #expect(throws: Refusal.self) { try delivery.check() }
  }

  @Test("an item in parts comes out whole, in its place", arguments: [1, 3, 50])
  func parts(limit: Int) async throws {
    let box = Box()
    let delivery = OrderedDelivery<Int>(limit: limit) { item in
      box.items.withLock { $0.append(item) }
    }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          while true {
            let number = box.next.withLock { next in
              next += 1
              return next - 1
            }
            if number >= 500 { return }
            let parts = number % 3 + 1
            for part in 1...parts {
              delivery.bring(number * 10 + part, number: number, isLast: part == parts)
            }
          }
        }
      }
    }
    var expected: [Int] = []
    for number in 0..<500 {
      for part in 1...number % 3 + 1 { expected.append(number * 10 + part) }
    }
    #expect(box.all == expected)
    try delivery.check()
  }
}
