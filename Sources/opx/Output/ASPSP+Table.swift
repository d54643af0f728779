import OpenPayments

extension ASPSP {
  /// Everything about it, a row for each member that was sent, under the names that `--json` uses.
  var table: Table<[[String]]> {
    let address = postalAddresses.first
    var rows = [("bicFi", bicFi), ("name", name)]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { rows.append((name, value)) }
    }
    add("id", id)
    add("logoUrl", logoUrl)
    add("streetAddress", address?.streetAddress)
    add("postalCode", address?.postalCode)
    add("city", address?.city)
    add("cityId", address?.cityId)
    add("country", address?.country)
    add("isoCountryCode", address?.isoCountryCode)
    add("companyNumber", companyNumber)
    add("phone", phone)
    add("websiteUrl", websiteUrl)
    for product in globalPaymentProducts ?? [] { add("globalPaymentProducts", product) }
    for product in paymentProducts ?? [] { add("paymentProducts", product) }
    for method in supportedAuthorizationMethods ?? [] {
      add("supportedAuthorizationMethods", [method.name, method.uri].filter { !$0.isEmpty }.joined(separator: " "))
    }
    for affiliated in affiliatedAspsps ?? [] {
      add("affiliatedAspsps", [affiliated.id, affiliated.name].filter { !$0.isEmpty }.joined(separator: " "))
    }
    for further in postalAddresses.dropFirst() {
      let parts = [further.streetAddress, further.postalCode, further.city, further.country, further.isoCountryCode]
      add("postalAddresses", parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    for member in additional + (address?.additional ?? []) {
      add("additional.\(member.name)", member.value.description)
    }
    return Table(titles: ["MEMBER", "VALUE"], rows: rows.map { [$0.0, $0.1] })
  }
}
