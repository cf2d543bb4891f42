/// Which release of the library this is.
public enum Release {
  /// The version, as manifests give it.
  public static let version = "0.1.0"
}
