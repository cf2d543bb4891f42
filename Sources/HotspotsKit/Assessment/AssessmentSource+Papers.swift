import Tasking

/// The papers and tables that the sections of an assessment follow.
extension AssessmentSource {
  private static func paper(_ text: String, doi: String) -> AssessmentSource {
    AssessmentSource(text, address: "https://doi.org/\(doi)")
  }

  static let benjamini = paper(
    "Benjamini & Hochberg (1995). Controlling the false discovery rate. Journal of the Royal Statistical "
      + "Society B 57.", doi: "10.1111/j.2517-6161.1995.tb02031.x")
  static let bernasco = paper(
    "Bernasco & Steenbeek (2017). More places than crimes. Journal of Quantitative Criminology 33.",
    doi: "10.1007/s10940-016-9324-7")
  static let brantingham = AssessmentSource(
    "Brantingham & Brantingham (1998). Mapping crime for analytic purposes: location quotients, counts, "
      + "and rates. Crime Prevention Studies 8.")
  static let haberman = paper(
    "Haberman (1973). The analysis of residuals in cross-classified tables. Biometrics 29.",
    doi: "10.2307/2529686")
  static let heeks = AssessmentSource(
    "Heeks, Reed, Tafsiri & Prince (2018). The economic and social costs of crime, second edition. Home "
      + "Office, Research Report 99.")
  static let krishnamoorthy = paper(
    "Krishnamoorthy & Thomson (2004). A more powerful test for comparing two Poisson means. Journal of "
      + "Statistical Planning and Inference 119.", doi: "10.1016/S0378-3758(02)00408-1")
  static let lex = paper(
    "Lex et al. (2014). UpSet: visualization of intersecting sets. IEEE Transactions on Visualization and "
      + "Computer Graphics 20.", doi: "10.1109/TVCG.2014.2346248")
  static let ratcliffe = paper(
    "Ratcliffe (2002). Aoristic signatures and the spatio-temporal analysis of high volume crime patterns. "
      + "Journal of Quantitative Criminology 18.", doi: "10.1023/A:1013240828824")
  static let sherman = paper(
    "Sherman, Gartin & Buerger (1989). Hot spots of predatory crime. Criminology 27.",
    doi: "10.1111/j.1745-9125.1989.tb00862.x")
  static let shermanHarm = paper(
    "Sherman, Neyroud & Neyroud (2016). The Cambridge Crime Harm Index. Policing 10(3).",
    doi: "10.1093/police/paw003")
  static let silverman = paper(
    "Silverman (1986). Density estimation for statistics and data analysis.",
    doi: "10.1201/9781315140919")
  static let spearman = paper(
    "Spearman (1904). The proof and measurement of association between two things. American Journal of "
      + "Psychology 15.", doi: "10.2307/1412159")
}
