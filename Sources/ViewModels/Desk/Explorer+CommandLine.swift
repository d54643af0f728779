import ExplorerStorage
import OpenPayments

extension Explorer {
  mutating func openCommandLine() { overlay = .prompt(Prompt(.command)) }

  /// Carries out what was typed after `:`; what it doesn't know it says, and lets it be mended.
  mutating func runCommandLine(_ text: String) -> [Effect] {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let name = words.first else { return [] }
    let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
    if words.count == 1 || text.contains("/"), let address = Address(text.trimmed) { return jump(to: address) }
    guard let verb = Verb.all.first(where: { $0.name == name }) else {
      if name.contains(where: { "/@".contains($0) }) {
        return mend(text, "That is no place; one is like se/stockholm/HANDSESS@profile.")
      }
      let nearest = Spelling.nearest(to: String(name), among: Verb.all.map(\.name))
      return mend(text, "There is no \(name.prefix(20)). Did you mean \(nearest)? Tab completes, ? lists all.")
    }
    switch verb.meaning {
    case .command where !argument.isEmpty: return mend(text, "Nothing follows \(name).")
    case .command(let command): return runVerb(command)
    case .get where argument.isEmpty: return mend(text, "A path follows, such as \(knownPaths[0]). Tab offers more.")
    case .get where argument.first != "/": return mend(text, "A path begins with a slash; the profile has the host.")
    case .get: return call(CallRequest(path: String(argument)))
    }
  }

  /// What has its keys in a menu can be asked for without it.
  private mutating func runVerb(_ command: Command) -> [Effect] {
    overlay = nil
    guard CommandList.isUsable(command, in: context, contexts) else {
      notice = notice(of: command)
      return []
    }
    return run(command)
  }

  private mutating func mend(_ text: String, _ problem: String) -> [Effect] {
    overlay = .prompt(Prompt(.command, text: text, problem: problem))
    return []
  }

  /// Puts the next text in place that begins, or else goes on somewhere, with what was typed.
  mutating func completePrompt() {
    guard case .prompt(var prompt) = overlay, prompt.purpose == .command else { return }
    // The only one there is is as good as typed, and may go on.
    let several = prompt.completion.flatMap { $0.count > 1 ? $0 : nil }
    let (typed, position) = several.map { ($0.typed, $0.position + 1) } ?? (prompt.text, 0)
    let found = completions(of: typed)
    guard !found.isEmpty else {
      prompt.problem = "Nothing known begins so; ? lists all commands."
      overlay = .prompt(prompt)
      return
    }
    prompt.take(
      found[position % found.count], as: .init(typed: typed, position: position % found.count, count: found.count))
    overlay = .prompt(prompt)
  }

  private func completions(of typed: String) -> [String] {
    let lines = knownPaths.map { "get \($0)" }
    let words = Verb.all.filter { $0.name.count > 1 }.map { $0.name + ($0.argument == nil ? "" : " ") }
    let starting = (words + (typed.hasPrefix("get ") ? lines : [])).filter { $0.hasPrefix(typed) && $0 != typed }
    guard typed.hasPrefix("get ") else { return starting + (typed.isEmpty ? [] : addresses(from: typed)) }
    guard starting.isEmpty else { return starting }
    let part = typed.dropFirst(4).lowercased()
    return lines.filter { $0.lowercased().contains(part) }
  }

  /// What a country or city is asked for by; nil where the platform sent nothing.
  private static func named(_ row: Row?) -> String? { row.flatMap { $0.id.isEmpty ? nil : $0.id } }

  /// The paths of the dialect, filled in with what is selected.
  var knownPaths: [String] {
    let (code, city) = (Self.named(countries.selected), Self.named(cities.selected))
    switch profile.dialect {
    case .psd2:
      let paths = [
        PSD2.countries().path, code.map { PSD2.country($0).path }, PSD2.cities().path,
        code.map { PSD2.cities(isoCountryCodes: [$0]).path }, city.map { PSD2.city($0).path }, PSD2.aspsps().path,
        code.map { PSD2.aspsps(isoCountryCodes: [$0]).path }, city.map { PSD2.aspsps(cityIds: [$0]).path },
        aspsps.selected.flatMap { $0.code.isEmpty ? nil : PSD2.aspsp($0.code).path },
      ]
      return paths.compactMap { $0 }
    case .seed:
      let cities = code.map { Seed.cities(in: $0).path }
      let aspsps = code.flatMap { code in city.map { Seed.aspsps(in: code, cityId: $0).path } }
      return [Seed.countries.path, cities, aspsps].compactMap { $0 }
    }
  }
}
