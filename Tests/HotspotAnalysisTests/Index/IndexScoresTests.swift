import Testing

@testable import HotspotAnalysis

@Suite struct IndexScoresTests {
  @Test("values are told against their mean, and the index is the mean of these")
  func worked() throws {
    // Means 4 and 10: 50, 100, 150 and 200, 50, 50.
    let found = try IndexScores([([2, 4, 6], false), ([20, 5, 5], false)])
    #expect(found.means == [4, 10])
    #expect(found.scores == [[50, 100, 150], [200, 50, 50]])
    #expect(found.index == [125, 75, 100] && found.ranks == [1, 3, 2])
  }

  @Test("a respect in which low is bad is turned round at the mean")
  func turned() throws {
    let found = try IndexScores([([2, 4, 6, 0, 8], true)])
    #expect(found.scores == [[150, 100, 50, 200, 0]])
    #expect(found.ranks == [2, 3, 4, 1, 5])
    // More than twice the mean lies below zero, as far as it must for the mean to stay 100.
    let third = 200 - 100.0 / 3
    let expected: [[Double?]] = [[-100, third, third, third]]
    #expect(try IndexScores([([9, 1, 1, 1], true)]).scores == expected)
  }

  @Test("an area without one of the values has no index, and does not count in that mean")
  func absent() throws {
    let found = try IndexScores([([1, nil, 3], false), ([5, 5, 5], false)])
    #expect(found.means == [2, 5])
    #expect(found.scores[0] == [50, nil, 150] && found.scores[1] == [100, 100, 100])
    #expect(found.index == [75, nil, 125] && found.ranks == [2, nil, 1])
  }

  @Test("equal indices share a rank, and the next one is left out")
  func ties() throws {
    let third = try IndexScores([
      ([1, 2, 2, 0], false), ([3, 3, 3, 3], false), ([7, 7, 7, 7], false),
    ])
    #expect(third.ranks == [3, 1, 1, 4])
  }

  @Test(
    "a mean of zero or below, or none, is refused", arguments: [[0, 0], [-3, 1], [nil, nil]])
  func noMean(values: [Double?]) {
    #expect(throws: IndexScores.Fault.self) {
      try IndexScores([([1, 1], false), (values, false)])
    }
  }

  @Test("the published order of wards is that of their index")
  func published() throws {
    // Church Street, Queen's Park, Churchill, Harrow Road, St James's, West End, Regent's Park.
    let wards: [Double?] = [126, 125, 102, 101, 95, 79, 63]
    #expect(try IndexScores([(wards, false)]).ranks == [1, 2, 3, 4, 5, 6, 7])
  }
}
