/// A platform of a handful of entries in both dialects.
enum SmallPlatform {
  static func reply(to request: ScriptedServer.Request) -> ScriptedServer.Reply {
    for (beginning, json) in answers where request.target.hasPrefix(beginning) { return .json(json) }
    return .status(404, body: [])
  }

  /// By the beginning of the target; the first that fits answers.
  private static let answers = [
    ("/connect/token", #"{"access_token":"\#(ScriptedServer.token)","expires_in":3600,"token_type":"Bearer"}"#),
    ("/psd2/aspspinformation/v1/countries", #"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#),
    (
      "/psd2/aspspinformation/v1/cities",
      #"{"cities":[{"cityId":"c-1","name":"Malmö","isoCountryCode":"SE"},"#
        + #"{"cityId":"c-2","name":"Göteborg","isoCountryCode":"SE"}]}"#
    ),
    (
      "/psd2/aspspinformation/v1/aspsps?",
      #"{"aspsps":[{"bicFi":"SWEDSESS","name":"Swedbank","logoUrl":""},{"bicFi":"HANDSESS","name":"Handelsbanken","logoUrl":""}]}"#
    ),
    (
      "/psd2/aspspinformation/v1/aspsps/",
      #"{"bicFi":"SWEDSESS","name":"Swedbank","streetAddress":"Landsvägen 40","city":"Stockholm"}"#
    ),
    ("/aspspinformation/v1/aspsps/countries", #"{"data":[{"isoCountryCode":"SE","country":"Sweden"}],"time":"1"}"#),
    (
      "/aspspinformation/v1/aspsps/SE/cities/",
      #"{"data":{"id":"b/1","bicFi":"SWEDSESS","name":"Swedbank"},"time":"1"}"#
    ),
    ("/aspspinformation/v1/aspsps/SE/cities", #"{"data":[{"id":"c/1 å","city":"Malmö"}],"time":"1"}"#),
  ]
}
