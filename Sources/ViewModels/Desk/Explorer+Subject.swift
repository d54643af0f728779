import OpenPayments

extension Explorer {
  /// What the inspector is about: the item under the cursor of the column that had the focus last.
  var subject: Inspector.Subject {
    if let pinned { return .init(inspection: pinned.inspection, details: pinned.details) }
    if let file { return .init(placeholder: file.line, isFile: true) }
    return switch column {
    case .countries: countrySubject
    case .cities: citySubject
    case .aspsps: aspspSubject
    }
  }

  private var countrySubject: Inspector.Subject {
    subject(of: session.directory.countries, at: countries.selectedIndex) { country in
      Details.lines(country, cities: session.directory.cities[country.isoCountryCode]?.latest?.value.count)
    }
  }

  private var citySubject: Inspector.Subject {
    let load = shownCountry.flatMap { session.directory.cities[$0] }
    return subject(of: load, at: cities.selectedIndex) { city in
      Details.lines(city, aspsps: shownCity.flatMap { session.directory.aspsps[$0]?.latest?.value.count })
    }
  }

  private var aspspSubject: Inspector.Subject {
    let load = shownCity.flatMap { session.directory.aspsps[$0] }
    let list = subject(of: load, at: aspsps.selectedIndex) { Details.lines($0) }
    guard load?.failure == nil, let bicFi = aspsps.selected?.code, let detail = session.directory.details[bicFi] else {
      return list
    }
    if let failure = detail.failure, !prefersListExchange { return subject(of: failure) }
    guard let latest = detail.latest else { return list }
    return .init(
      inspection: prefersListExchange ? list.inspection : latest.inspection,
      item: prefersListExchange ? list.item : nil, details: showsDetails ? Details.lines(latest.value) : [])
  }

  /// Every key asks for the subject; what only one page says of it is put into words for that page alone.
  private var showsDetails: Bool { inspector.page == .details }

  private func subject<Item>(
    of load: Load<[Item]>?, at index: RowList.Index?, _ details: (Item) -> [Line]
  ) -> Inspector.Subject {
    if let failure = load?.failure { return subject(of: failure) }
    guard let latest = load?.latest else { return pendingRetry(of: column).map(subject) ?? .init() }
    guard showsDetails else { return .init(inspection: latest.inspection, item: index?.number) }
    let item = index.flatMap { latest.rows.indices.contains($0) ? latest.value[$0] : nil }
    return .init(
      inspection: latest.inspection, item: index?.number,
      details: item.map(details) ?? [Line("Nothing is listed here.", .muted)])
  }

  /// The try that failed, for want of anything better.
  private func subject(of retry: PendingRetry) -> Inspector.Subject {
    .init(
      inspection: retry.inspection, item: nil,
      details: [
        Line(retry.wait.reason, .bad),
        Line("The call is made again: try \(retry.wait.nextTry) of \(retry.wait.tries). r makes it now."),
      ])
  }

  private func subject(of failure: LoadFailure) -> Inspector.Subject {
    .init(inspection: failure.inspection, item: nil, details: Details.lines(failure, width: viewport.inspectorWidth))
  }
}
