/// Why a pack cannot be made in a folder.
public enum PackFolderError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Something that is no folder stands in its place.
  case notAFolder(path: String)
  /// The folder holds other things and no pack.
  case holdsOtherThings(path: String)
  /// The folder holds an earlier pack and a file that is no part of it.
  case holdsOtherFile(path: String, name: String)
  /// The system does not let the folder be made, for the reason given.
  case cannotCreate(path: String, reason: String)
  /// The system does not let the complete folder take its name, for the reason given.
  case cannotRename(path: String, reason: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .notAFolder(let path): "cannot write '\(path)': it is no folder, and a pack is one"
    case .holdsOtherThings(let path):
      "cannot write '\(path)': the folder holds other things and no pack, a pack needs a folder of "
        + "its own"
    case .holdsOtherFile(let path, let name):
      "cannot write '\(path)': the folder holds '\(name)', which is no part of the pack that would "
        + "be replaced"
    case .cannotCreate(let path, let reason): "cannot write '\(path)': \(reason)"
    case .cannotRename(let path, let reason): "cannot finish writing '\(path)': \(reason)"
    }
  }
}
