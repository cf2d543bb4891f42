import Foundation
import TestSupport
import Testing

@Suite("Several datasets on the command line")
struct DatasetOptionsTests {
  private static let wards = [
    "profile", "--boundaries", ProjectFolder.path("boundaries/wards.shp"),
  ]

  private static func dataset(_ name: String, _ file: String? = nil) -> [String] {
    ["--dataset", "\(name)=\(ProjectFolder.path("samples/\(file ?? name).csv"))"]
  }

  /// Coefficient and p-value are those of `scipy.stats.spearmanr` (SciPy 1.17.1) of counts by GeoPandas.
  @Test("four datasets are profiled, compared, drawn and recorded, each reconciled by itself")
  func four() async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      words: Self.wards + Self.dataset("police", "incidents") + Self.dataset("ambulance")
        + Self.dataset("fire") + Self.dataset("noise at night", "noise") + [
          "--output", folder.path("p.json"), "--agreement", folder.path("a.json"), "--chart",
          folder.path("c.svg"), "--manifest", folder.path("m.json"),
        ])
    guard run.status == 0 else {
      Issue.record("\(run.messages)")
      return
    }
    for words in [
      "police: wards, 20,000 rows read: 19,584 assigned",
      "ambulance: wards, 1,600 rows read: 1,574 assigned, 12 outside, 14 without coordinates",
      "fire: wards, 2,400 rows read: 2,357 assigned, 43 without coordinates",
      "noise at night: wards, 2,200 rows read: 2,126 assigned, 74 without coordinates",
    ] { #expect(run.messages.contains(words), "\(words)") }

    let agreement = try folder.objects("a.json")
    #expect(agreement.count == 6 * 3)
    let first = agreement[0]
    #expect(
      first["dataset_1"] as? String == "police" && first["dataset_2"] as? String == "ambulance")
    #expect(first["of"] as? String == "areas" && first["n"] as? Int == 18)
    #expect(abs(try #require(first["spearman"] as? Double) - 0.9566120807003533) < 1e-9)
    #expect(abs(try #require(first["p"] as? Double) / 5.50982480908693e-10 - 1) < 1e-6)

    let areas = try folder.objects("p.json")
    let centre = try #require(areas.first { $0["name"] as? String == "Candlemarket" })
    #expect(
      (centre["issues"] as? String ?? "").hasPrefix("police; ambulance; fire; noise at night; "))
    #expect(centre["incidents"] as? Int == 6977, "the first dataset is profiled")

    let manifest = try folder.object("m.json")
    let inputs = (manifest["inputs"] as? [[String: Any]] ?? []).filter {
      ($0["path"] as? String ?? "").hasSuffix(".csv")
    }
    #expect(inputs.compactMap { $0["rows"] as? Int } == [20_000, 1_600, 2_400, 2_200])
    #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    let chosen = try #require(manifest["chosen"] as? [String: Any])
    let datasets = try #require(chosen["datasets"] as? [[String: Any]])
    let rows = datasets.compactMap { $0["reconciliation"] as? [String: Any] }
    #expect(rows.compactMap { $0["assigned"] as? Int } == [19_584, 1_574, 2_357, 2_126])
    let drawn = try String(contentsOfFile: folder.path("c.svg"), encoding: .utf8)
    #expect(drawn.contains("ambulance: wards, 1,600 rows read"))
    #expect(drawn.contains("Noise at night"))
  }

  @Test("--incidents beside datasets is the dataset incidents, and files of one name are joined")
  func incidents() async throws {
    let folder = TemporaryFolder()
    let extra = try folder.file(
      "a = b.csv", "Longitude,Latitude,ChiefComplaint\n-1.19607,52.10655,Assault\n")
    let run = await CommandRun(
      words: Self.wards + [
        "--incidents", ProjectFolder.path("samples/incidents.csv"), "--agreement",
        folder.path("a.csv"),
      ] + Self.dataset("ambulance") + ["--dataset", "ambulance=\(extra)"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("incidents: wards, 20,000 rows read"))
    #expect(run.messages.contains("ambulance: wards, 1,601 rows read: 1,575 assigned"))
    // The joined file has no dates, so that the dataset tells no hours.
    #expect(run.messages.contains("ambulance: nothing is said of its hours"))
  }

  @Test("columns are those of the first dataset, or of the one that they name")
  func columns() async throws {
    let folder = TemporaryFolder()
    let odd = try folder.file(
      "odd.csv", "Q1,Q2,Q3\n52.10655,-1.19607,Assault\n52.10655,-1.19607,Fall\n")
    let words =
      Self.wards + Self.dataset("police", "incidents") + ["--dataset", "odd=\(odd)"]
    let named = await CommandRun(
      words: words + ["--columns", "category=Crime type,odd:latitude=Q1,odd:longitude=Q2"])
    #expect(named.status == 0, "\(named.messages)")
    #expect(named.messages.contains("odd: wards, 2 rows read: 2 assigned"))
    let unnamed = await CommandRun(words: words)
    #expect(unnamed.status == 65 && unnamed.messages.contains("odd.csv"))
    let unknown = await CommandRun(words: words + ["--columns", "even:latitude=Q1"])
    #expect(unknown.status == 64)
    #expect(
      unknown.messages.contains("--columns names the dataset 'even', which is not given")
        && unknown.messages.contains("the datasets are police, odd"))
    let single = await CommandRun(
      words: [
        "areas", "--boundaries", ProjectFolder.path("boundaries/wards.shp"), "--incidents", odd,
        "--columns", "odd:latitude=Q1,odd:longitude=Q2", "--output", folder.path("o.csv"),
      ])
    #expect(single.status == 64 && single.messages.contains("'odd:latitude'"))
  }

  @Test("what cannot be compared is refused in a line, with what is allowed")
  func refusals() async throws {
    let cases: [([String], Int32, String)] = [
      ([], 64, "neither --incidents nor --dataset is given"),
      (["--dataset", "fire"], 64, "a name and a file, such as fire=fire.csv"),
      (["--dataset", "=fire.csv"], 64, "a name and a file"),
      (["--dataset", "fire="], 64, "a name and a file"),
      (Self.dataset("fire") + Self.dataset("FIRE", "noise"), 64, "apart"),
      (Self.dataset("a;b", "fire"), 64, "without semicolons"),
      (Self.dataset("fire") + ["--agreement", "a.csv"], 64, "only the dataset 'fire' is given"),
      (Self.dataset("fire") + ["--chart", "a.svg"], 64, "only the dataset 'fire' is given"),
      (Self.dataset("fire") + Self.dataset("engines", "fire"), 65, "hold the same rows"),
      (
        Self.dataset("fire") + ["--dataset", "noise=\(ProjectFolder.path("samples/none.csv"))"], 66,
        "none.csv"
      ),
    ]
    for (words, status, said) in cases {
      let run = await CommandRun(words: Self.wards + words)
      #expect(run.status == status, "\(words): \(run.messages)")
      #expect(run.messages.contains(said), "\(words): \(run.messages)")
    }
  }

  @Test("an output never overwrites a dataset, and paths in a configuration are beside it")
  func files() async throws {
    let folder = TemporaryFolder()
    let rows = "X,Y,Type\n455686,245856,A\n456305,244866,A\n"
    _ = try folder.file("fire.csv", rows)
    _ = try folder.file("noise.csv", rows + "456305,244866,B\n")
    let run = await CommandRun(
      words: Self.wards + [
        "--dataset", "fire=\(folder.path("fire.csv"))", "--output", folder.path("fire.csv"),
      ])
    #expect(run.status == 64 || run.status == 73, "\(run.messages)")
    #expect(try String(contentsOfFile: folder.path("fire.csv"), encoding: .utf8) == rows)
    let options = try folder.file(
      "options.json",
      """
      {"boundaries": ["\(ProjectFolder.path("boundaries/wards.shp"))"],
       "dataset": ["fire=fire.csv", "noise=noise.csv"], "agreement": "a.json"}
      """)
    let configured = await CommandRun(words: ["profile", "--config", options])
    #expect(configured.status == 0, "\(configured.messages)")
    #expect(try folder.objects("a.json").count == 3)
  }
}
