/// The theme files beside this one, compiled in.
public enum ShippedThemes {
  /// The YAML of each, by name.
  public static let all: [(name: String, yaml: [UInt8])] = [
    ("dark", PackageResources.dark_yaml),
    ("light", PackageResources.light_yaml),
    ("monochrome", PackageResources.monochrome_yaml),
  ]
}
