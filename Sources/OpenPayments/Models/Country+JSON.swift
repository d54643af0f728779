import JSONText

extension Country {
  init(seed json: JSONValue) {
    var members = MemberReader(json)
    self.init(
      isoCountryCode: members.text("isoCountryCode") ?? "", name: members.text("country") ?? "",
      additional: members.additional)
  }

  init(psd2 json: JSONValue) {
    var members = MemberReader(json)
    self.init(
      isoCountryCode: members.text("isoCountryCode") ?? "", name: members.text("name") ?? "",
      id: members.text("id"), additional: members.additional)
  }
}
