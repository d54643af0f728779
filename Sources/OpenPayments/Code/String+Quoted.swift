extension String {
  /// In double quotes, as most languages read it; `escape` writes what a source text should not hold as it is.
  func quoted(escape: (Unicode.Scalar) -> String) -> String {
    let escaped = unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case _ where scalar.properties.isPlainText: String(scalar)
      default: escape(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension Unicode.Scalar.Properties {
  /// Neither a control character nor one that hides or reorders what stands beside it.
  fileprivate var isPlainText: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: !isDefaultIgnorableCodePoint
    }
  }
}
