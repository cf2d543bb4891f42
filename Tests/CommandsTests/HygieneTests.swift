import CommandLineKit
import Commands
import Foundation
import TestSupport
import Testing

@Suite struct HygieneTests {
  /// Files that may say `unsafe`: the owners of C libraries, the system's own calls, and kernels
  /// whose benchmark is named.
  static let unsafeFiles: Set<String> = [
    // Owners of C libraries and of system calls.
    "Archives/Archive.swift", "Archives/ArchiveStream.swift", "Archives/UnpackedFiles.swift",
    "WorkbookWriting/XLSXError.swift",
    "WorkbookWriting/XLSXFile.swift", "WorkbookWriting/XLSXSheet.swift", "Workbooks/CellKind.swift",
    "Workbooks/XMLAttributes.swift", "Workbooks/XMLElement.swift", "Workbooks/XMLReader.swift",
    "Incidents/Parts/FolderListing.swift", "Incidents/Parts/SheetText.swift",
    "Incidents/EndedText.swift",
    "Shapefiles/ByteFile.swift", "Shapefiles/ShapelibFiles.swift",
    "Shapefiles/ShapelibOutput.swift", "Projections/CoordinateOperation.swift",
    "Projections/ScaleGauge.swift", "Projections/CoordinateSystem.swift",
    "Projections/ObjectTransform.swift", "Projections/OperationChoice.swift",
    "Projections/OperationCandidates.swift", "Projections/ProjectionContext.swift",
    "Projections/ProjectionObject.swift", "Projections/SystemRecogniser.swift",
    "Topology/GEOSContext.swift", "Topology/GEOSGeometry.swift",
    "Topology/GEOSGeometry+Operations.swift", "Topology/GEOSParts.swift",
    "Topology/GEOSPrepared.swift",
    "Topology/GEOSTree.swift", "Topology/PreparedAreas.swift", "Incidents/ByteStream.swift",
    "Incidents/KeyRegister.swift",
    "Incidents/Features/FeatureText.swift",
    "GeoJSON/GeoJSONFile.swift", "GeoPackages/Database.swift", "GeoPackages/DatabaseFile.swift",
    "GeoPackages/Statement.swift", "Interchange/Digest.swift",
    "Interchange/FileIdentity.swift",
    "Interchange/OutputFile.swift", "Interchange/OrderedDelivery.swift",
    "CommandLineKit/Configuration/SmallFile.swift", "CommandLineKit/StandardStreams.swift",
    "CommandLineKit/TextSink.swift",
    "hotspots-bench/SeededFile.swift",
    // parse/GeoJSON, parse/GeoJSON lines
    "GeoJSON/FeatureCutter.swift", "GeoJSON/FeatureScanner.swift", "GeoJSON/LineEnds.swift",
    "GeoJSON/PlainText.swift", "Incidents/Features/FeatureRow.swift",
    "Incidents/Features/FeatureWriter.swift",
    // read/plain, read/quoted, read/malformed
    "Incidents/TextBlock.swift", "Incidents/TextBlock+LineEnds.swift",
    "Incidents/TextBlock+Features.swift", "Incidents/RowFields.swift",
    "Incidents/Features/RowWriter.swift",
    "Incidents/TextReader.swift", "Incidents/FirstRows.swift",
    "Incidents/IncidentParser+Footers.swift",
    "Incidents/QuotedText.swift",
    "Incidents/DecimalText.swift", "Incidents/CategoryDictionary.swift",
    "Incidents/FieldBytes.swift", "Incidents/LabelColumn.swift",
    "Incidents/IncidentParser.swift", "Incidents/IncidentParser+Conditions.swift",
    "Incidents/Coordinates/CoordinateScan.swift",
    "Incidents/Coordinates/IncidentParser+Coordinates.swift", "Incidents/IncidentParser+Keys.swift",
    "Incidents/IncidentParser+Notes.swift", "Incidents/IncidentParser+Rows.swift",
    "Incidents/DateOrderScan.swift", "Incidents/DateOrderFault.swift",
    "Incidents/DelimitedTable.swift", "Incidents/RowCopier.swift",
    "Incidents/Conditions/RowTest.swift", "Incidents/Conditions/FoldedText.swift",
    "Incidents/Time/DateColumnReader+Words.swift", "Incidents/FieldHash.swift",
    // project/approximate
    "Projections/ApproximateProjection.swift", "Projections/PatchFitter.swift",
    "Projections/PolynomialPatch.swift",
    "Incidents/TextKind.swift",
    // density, hotspots
    "Incidents/TextColumn.swift",
    // density
    "HotspotAnalysis/Density/KernelSpread.swift", "HotspotAnalysis/Density/KernelWindow.swift",
    "HotspotAnalysis/Density/PilotDensity.swift",
    // assign
    "Boundaries/AreaIndex+Locate.swift", "Boundaries/LargePages.swift",
  ]

  static func sources() throws -> [(name: String, text: String)] {
    let folder = ProjectFolder.path("Sources")
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map {
      ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8))
    }
  }

  @Test("unsafe code is only in the files that may have it")
  func unsafeCode() throws {
    for (name, text) in try Self.sources() where !Self.unsafeFiles.contains(name) {
      let uses = text.split(separator: "\n").filter { line in
        let code = line.split(separator: "//", omittingEmptySubsequences: false).first ?? ""
        return code.contains("unsafe ") || code.contains("Unsafe")
      }
      #expect(uses.isEmpty, "\(name): \(uses.first ?? "")")
    }
  }

  @Test("no text below the commands names an option")
  func optionNames() throws {
    // Programs and what parses their options may name them.
    let namers = ["Commands/", "CommandLineKit/", "hotspots-bench/"]
    // Custom properties of CSS look the same.
    let styles = [
      "Tasking/PageStyle.swift", "Tasking/PackStyle.swift", "Tasking/Explore/ExploreStyle.swift",
      "Tasking/Assessment/AssessmentStyle.swift", "Tasking/Assessment/AssessmentPaper.swift",
      "Tasking/Profiles/ProfileStyle.swift",
      "Cartography/FoldedLayout.swift",
    ]
    for (name, text) in try Self.sources()
    where !styles.contains(name) && !namers.contains(where: name.hasPrefix) {
      for line in text.split(separator: "\n") {
        // Two dashes are no operator: outside comments they stand in a string literal.
        let code = line.prefix(
          upTo: line.firstRange(of: /(^|[^:])\/\//)?.lowerBound ?? line.endIndex)
        #expect(!code.contains(/--[a-z]/), "\(name): \(line)")
      }
    }
  }

  @Test("no text below the commands has a line of help")
  func helpLines() throws {
    // What the console prints, and the options' own help.
    let helpers = ["Commands/", "CommandLineKit/"]
    for (name, text) in try Self.sources() where !helpers.contains(where: name.hasPrefix) {
      #expect(!text.contains("  help: "), "\(name)")
    }
  }

  @Test("the version stands in one place")
  func version() async throws {
    let version = CommandRegistry.version
    let literal = "\"\(version)\""
    let owners = try Self.sources().filter { $0.text.contains(literal) }.map(\.name)
    #expect(owners == ["HotspotsKit/Release.swift"])
    #expect(await CommandRun("--version").output == "hotspots \(version)\n")
    let changes = try String(contentsOfFile: ProjectFolder.path("CHANGELOG.md"), encoding: .utf8)
    let released = changes.matches(of: /\n## (\d+\.\d+\.\d+)/).map { String($0.1) }
    #expect(released.isEmpty || released.first == version)
  }
}
