import Statistics
import Testing

@testable import Incidents

@Suite("Samples of different numbers")
struct DistinctSampleTests {
  /// Returns hashes of so many rows, whose references are drawn from so many.
  private func hashes(rows: Int, references: Int, seed: UInt64 = 1) -> [UInt64] {
    var random = SplitMix64(seed: seed)
    return (0..<rows).map { _ in
      FieldHash.number(of: "case \(Int(random.next() % UInt64(references)))")
    }
  }

  private func sample(_ numbers: some Sequence<UInt64>) -> DistinctSample {
    var sample = DistinctSample()
    for number in numbers { sample.add(number) }
    return sample
  }

  @Test("up to its limit a sample is exact", arguments: [1, 100, DistinctSample.limit])
  func exact(references: Int) {
    let numbers = hashes(rows: 60_000, references: references)
    let found = sample(numbers)
    #expect(found.isExact && found.count == 60_000)
    #expect(found.distinct == Set(numbers).count)
    #expect(found.repeated == 60_000 - Set(numbers).count)
  }

  @Test("nothing is nothing")
  func empty() {
    let found = DistinctSample()
    #expect(found.count == 0 && found.distinct == 0 && found.repeated == 0 && found.isExact)
    #expect(found == sample([]))
  }

  @Test(
    "beyond its limit the numbers of different and of repeated ones are right to a few per cent",
    arguments: [30_000, 400_000])
  func estimate(references: Int) {
    let numbers = hashes(rows: 500_000, references: references)
    let found = sample(numbers)
    let truth = Set(numbers).count
    #expect(!found.isExact && found.count == 500_000)
    // Four standard errors.
    #expect(abs(Double(found.distinct) / Double(truth) - 1) < 0.11)
    #expect(abs(Double(found.repeated) / Double(500_000 - truth) - 1) < 0.16)
  }

  @Test("few repeats among many references are found, and none where there are none")
  func few() {
    let references = (0..<200_000).map { FieldHash.number(of: "\($0)") }
    #expect(sample(references).repeated == 0)
    // One in fifty comes twice: 4,000 in all.
    let repeated = sample(references + references.prefix(4_000))
    #expect((3_000...5_000).contains(repeated.repeated))
  }

  @Test("samples of parts, whatever the parts, merge to the sample of the whole")
  func merges() {
    let numbers = hashes(rows: 120_000, references: 50_000, seed: 4)
    let whole = sample(numbers)
    for parts in [2, 3, 7] {
      let samples = (0..<parts).map { part in
        sample(stride(from: part, to: numbers.count, by: parts).lazy.map { numbers[$0] })
      }
      for order in [samples, samples.reversed()] {
        var merged = DistinctSample()
        for part in order { merged.merge(part) }
        #expect(merged == whole)
        #expect(merged.distinct == whole.distinct && merged.repeated == whole.repeated)
      }
    }
    let pieces = [sample(numbers.prefix(10)), sample(numbers.dropFirst(10))]
    var merged = pieces[0]
    merged.merge(pieces[1])
    #expect(merged == whole && merged != pieces[1])
  }
}
