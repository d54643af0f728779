extension Explorer {
  /// Whether something was asked for that is still to come. Reading the whole directory goes on in the background.
  public var isBusy: Bool {
    held.isEmpty && (!directory.loading.isEmpty || call != nil || visibleCheck != nil || isPreparingFinder)
  }

  private var isPreparingFinder: Bool { if case .finder(let finder) = overlay { finder.isPreparing } else { false } }
}

extension Overlay {
  /// How many rows there are to choose from.
  public var rowCount: Int {
    switch self {
    case .profiles(let switcher): switcher.list.count
    default: typedList?.list.count ?? 0
    }
  }
}
