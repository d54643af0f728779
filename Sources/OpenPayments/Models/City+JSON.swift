import JSONText

extension City {
  init(seed json: JSONValue, isoCountryCode: String) {
    var members = MemberReader(json)
    self.init(
      cityId: members.text("id") ?? "", name: members.text("city") ?? "", isoCountryCode: isoCountryCode,
      additional: members.additional)
  }

  /// - Parameter isoCountryCode: the country asked for, where the item doesn't say.
  init(psd2 json: JSONValue, isoCountryCode: String?) {
    var members = MemberReader(json)
    self.init(
      cityId: members.text("cityId") ?? "", name: members.text("name") ?? "",
      isoCountryCode: members.text("isoCountryCode") ?? isoCountryCode, countryId: members.text("countryId"),
      additional: members.additional)
  }
}
