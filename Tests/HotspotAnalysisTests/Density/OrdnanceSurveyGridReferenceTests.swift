import Geometry
import HotspotAnalysis
import Testing

@Suite struct OrdnanceSurveyGridReferenceTests {
  /// Ordnance Survey's worked point (A guide to coordinate systems in Great Britain, annexe C:
  /// E 651 409.903, N 313 177.270, TG 51409 13177), its examples of the National Grid (SU 387 148), Ben
  /// Nevis (NN 166 712), Sullom Voe (HU 396 753) and the false origin's square SV.
  @Test(
    "published examples",
    arguments: [
      (651_409.903, 313_177.270, 5, "TG 51409 13177"),
      (651_409.903, 313_177.270, 3, "TG 514 131"),
      (438_700, 114_800, 3, "SU 387 148"),
      (216_667, 771_288, 3, "NN 166 712"),
      (439_668, 1_175_316, 3, "HU 396 753"),
      (0, 0, 2, "SV 00 00"),
      (99_999.99, 99_999.99, 5, "SV 99999 99999"),
      (530_028.75, 180_380.09, 4, "TQ 3002 8038"),
    ])
  func published(x: Double, y: Double, figures: Int, expected: String) {
    let reference = OrdnanceSurveyGridReference(of: Point(x: x, y: y), figures: figures)
    #expect(reference?.description == expected)
  }

  /// The squares of 100 km from the south, as drawn on the Ordnance Survey's key map.
  @Test("the letters of all squares on the key map")
  func keyMap() {
    let rows = [
      "SV SW SX SY SZ TV TW", "SQ SR SS ST SU TQ TR", "SL SM SN SO SP TL TM",
      "SF SG SH SJ SK TF TG",
      "SA SB SC SD SE TA TB", "NV NW NX NY NZ OV OW", "NQ NR NS NT NU OQ OR",
      "NL NM NN NO NP OL OM",
      "NF NG NH NJ NK OF OG", "NA NB NC ND NE OA OB", "HV HW HX HY HZ JV JW",
      "HQ HR HS HT HU JQ JR",
      "HL HM HN HO HP JL JM",
    ]
    for (row, letters) in rows.enumerated() {
      for (column, pair) in letters.split(separator: " ").enumerated() {
        let place = Point(x: Double(column) * 100_000 + 12_345, y: Double(row) * 100_000 + 67_890)
        #expect(
          OrdnanceSurveyGridReference(of: place)?.description == "\(pair) 123 678")
      }
    }
  }

  @Test("places outside the lettered squares have no reference")
  func outside() {
    for (x, y) in [(-0.1, 5.0), (700_000, 5), (5, -1), (5, 1_300_000), (.nan, 5), (5, .infinity)] {
      #expect(OrdnanceSurveyGridReference(of: Point(x: x, y: y)) == nil)
    }
  }
}
