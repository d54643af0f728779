import Screens
import ShippedThemes

extension ThemeSource {
  static let shipped = ShippedThemes.all.map {
    ThemeSource(name: $0.name, yaml: String(decoding: $0.yaml, as: UTF8.self))
  }
}
