import JSONText

extension ASPSP {
  init(seed json: JSONValue) {
    var members = MemberReader(json)
    self.init(
      bicFi: members.text("bicFi") ?? "", name: members.text("name") ?? "", id: members.text("id"),
      logoUrl: members.text("logoUrl"), websiteUrl: members.text("websiteUrl"), phone: members.text("phone"),
      companyNumber: members.text("companyId"),
      postalAddresses: members.objects("postalAddress", PostalAddress.init(seed:)) ?? [])
    additional = members.additional
  }

  init(psd2 json: JSONValue) {
    var members = MemberReader(json)
    let address = PostalAddress(
      streetAddress: members.text("streetAddress"), postalCode: members.text("postalCode"),
      city: members.text("city"), isoCountryCode: members.text("isoCountryCode") ?? members.text("countryCode"),
      country: members.text("country"))
    self.init(
      bicFi: members.text("bicFi") ?? "", name: members.text("name") ?? "", id: members.text("id"),
      logoUrl: members.text("logoUrl"), websiteUrl: members.text("websiteUrl"), phone: members.text("phone"),
      companyNumber: members.text("companyNumber"), postalAddresses: address.isEmpty ? [] : [address],
      globalPaymentProducts: members.texts("globalPaymentProducts"),
      paymentProducts: members.texts("paymentProducts"),
      supportedAuthorizationMethods: members.objects("supportedAuthorizationMethods", AuthorizationMethod.init(json:)),
      affiliatedAspsps: members.objects("affiliatedAspsps", AffiliatedASPSP.init(json:)))
    additional = members.additional
  }
}

extension PostalAddress {
  fileprivate init(seed json: JSONValue) {
    var members = MemberReader(json)
    self.init(
      streetAddress: members.text("streetAddress"), postalCode: members.text("postalCode"), city: members.text("city"),
      cityId: members.text("cityId"), isoCountryCode: members.text("isoCountryCode"), country: members.text("country"))
    additional = members.additional
  }
}

extension AuthorizationMethod {
  fileprivate init(json: JSONValue) {
    var members = MemberReader(json)
    self.init(name: members.text("name") ?? "", uri: members.text("uri") ?? "")
    additional = members.additional
  }
}

extension AffiliatedASPSP {
  fileprivate init(json: JSONValue) {
    var members = MemberReader(json)
    self.init(id: members.text("id") ?? "", name: members.text("name") ?? "")
    additional = members.additional
  }
}
