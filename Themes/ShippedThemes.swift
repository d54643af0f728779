/// The theme files beside this one, compiled in.
public enum ShippedThemes {
  /// The YAML of each, by the file's name without its ending.
  public static let all: [(name: String, yaml: [UInt8])] = [
    ("dark", PackageResources.dark_yaml),
    ("light", PackageResources.light_yaml),
    ("high-contrast", PackageResources.high_contrast_yaml),
    ("high-contrast-light", PackageResources.high_contrast_light_yaml),
    ("color-blind", PackageResources.color_blind_yaml),
    ("color-blind-light", PackageResources.color_blind_light_yaml),
    ("gruvbox-dark", PackageResources.gruvbox_dark_yaml),
    ("gruvbox-light", PackageResources.gruvbox_light_yaml),
    ("nord", PackageResources.nord_yaml),
    ("solarized-dark", PackageResources.solarized_dark_yaml),
    ("solarized-light", PackageResources.solarized_light_yaml),
    ("terminal", PackageResources.terminal_yaml),
    ("monochrome", PackageResources.monochrome_yaml),
    ("base16", PackageResources.base16_yaml),
  ]
}
