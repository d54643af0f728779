import OpenPayments

extension BrowserRoom {
  /// What the inspector is about: the item under the cursor of the column that had the focus last.
  ///
  /// - Parameters:
  ///   - showsDetails: every key asks for the subject; what only one page says of it is put into words for that page alone.
  ///   - width: of the inspector.
  func subject(in session: Session, showsDetails: Bool, width: Int, _ keys: CommandKeys) -> Subject {
    ShownSubject(browser: self, session: session, showsDetails: showsDetails, width: width, keys: keys).subject
  }
}

/// What is known of the item under the cursor.
private struct ShownSubject {
  let browser: BrowserRoom
  let session: Session
  let showsDetails: Bool
  let width: Int
  let keys: CommandKeys

  private var directory: Directory { session.directory }

  var subject: Subject {
    switch browser.column {
    case .countries: countrySubject
    case .cities: citySubject
    case .aspsps: aspspSubject
    }
  }

  private var countrySubject: Subject {
    subject(of: directory.countries, at: browser.countries.selectedIndex) { country in
      Details.lines(country, cities: directory.cities[country.isoCountryCode]?.latest?.value.count)
    }
  }

  private var citySubject: Subject {
    let load = browser.shownCountry.flatMap { directory.cities[$0] }
    return subject(of: load, at: browser.cities.selectedIndex) { city in
      Details.lines(city, aspsps: browser.shownCity.flatMap { directory.aspsps[$0]?.latest?.value.count })
    }
  }

  private var aspspSubject: Subject {
    let load = browser.shownCity.flatMap { directory.aspsps[$0] }
    let list = subject(of: load, at: browser.aspsps.selectedIndex) { Details.lines($0) }
    guard load?.failure == nil, let bicFi = browser.aspsps.selected?.code, let detail = directory.details[bicFi] else {
      return list
    }
    if let failure = detail.failure, !browser.prefersListExchange { return subject(of: failure) }
    guard let latest = detail.latest else { return list }
    return .init(
      inspection: browser.prefersListExchange ? list.inspection : latest.inspection,
      item: browser.prefersListExchange ? list.item : nil, details: showsDetails ? Details.lines(latest.value) : [])
  }

  private func subject<Item>(
    of load: Load<[Item]>?, at index: RowList.Index?, _ details: (Item) -> [Line]
  ) -> Subject {
    if let failure = load?.failure { return subject(of: failure) }
    guard let latest = load?.latest else { return browser.retry(of: browser.column, session).map(subject) ?? .init() }
    guard showsDetails else { return .init(inspection: latest.inspection, item: index?.number) }
    let item = index.flatMap { latest.rows.indices.contains($0) ? latest.value[$0] : nil }
    return .init(
      inspection: latest.inspection, item: index?.number,
      details: item.map(details) ?? [Line("Nothing is listed here.", .muted)])
  }

  /// The try that failed, for want of anything better.
  private func subject(of retry: PendingRetry) -> Subject {
    .init(
      inspection: retry.inspection, item: nil,
      details: [
        Line(retry.wait.reason, .bad),
        Line(
          sentence:
            "The call is made again: try \(retry.wait.nextTry) of \(retry.wait.tries). \(key: .refresh) makes it now."),
      ])
  }

  private func subject(of failure: LoadFailure) -> Subject {
    .init(inspection: failure.inspection, item: nil, details: Details.lines(failure, width: width, keys))
  }
}
