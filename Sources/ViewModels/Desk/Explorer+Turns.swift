import ExplorerStorage
import OpenPayments

/// What comes of turns: work goes out, outcomes become calls of other rooms.
extension Explorer {
  /// Says what there is to say and sends the work out.
  ///
  /// - Returns: what the owner has to know; nil if nobody took care of it.
  private mutating func settle<Work, Call, Outcome>(
    _ turn: Turn<Work, Call, Outcome>?, _ effect: (Work) -> Effect, _ call: (Call) -> PlatformCall
  ) -> [Outcome]? {
    guard let turn else { return nil }
    if let said = turn.notice { notice = said }
    outbox += turn.work.map(effect)
    outbox += turn.calls.map { .platform(call($0.call), as: $0.caller) }
    return turn.outcomes
  }

  private static func none(_ never: Never) -> PlatformCall {}
  private static func nothing(_ never: Never) -> Effect {}

  @discardableResult
  mutating func take(_ turn: BrowserRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.browser, PlatformCall.browser) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .focus(let column): focus(on: column)
      case .opened:
        focus = .inspector
        inspector.turn(to: .details)
      case .arrived(let column): arrive(at: column)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: Inspector.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.inspector, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .focused: focus = .inspector
      case .left: if !refuses(.back) { back() }
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: RequestForm.Turn?) -> Bool {
    guard let outcomes = settle(turn, Self.nothing, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .closed: layers.close(.request)
      case .send(let request): take(call.send(request, in: world))
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: CallRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.call, PlatformCall.call) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .show(let inspection): pin(inspection, madeUnder: CallOrigin(caller))
      case .missed(let words):
        let isKept = history.settings.keeps(profile.name)
        let place: Sentence =
          page == .history ? "The call is in this list." : "The call is in the history (\(key: .history))."
        notice = Notice(isKept ? "\(words) \(place)" : "\(words) It is kept nowhere: ask again to see it.")
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: CommandLineRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Self.nothing, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .closed:
        commandLine = nil
        layers.close(.commandLine)
      case .run(let command): runVerb(command)
      case .call(let request): take(call.send(request, in: world))
      case .go(let address): jump(to: address)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: CommandList.Turn?) -> Bool {
    guard let outcomes = settle(turn, Self.nothing, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .closed:
        commandList = nil
        layers.close(.commands)
      case .run(let command): carryOut(command)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: ComparisonRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.comparison, PlatformCall.comparison) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .choosing:
        focus = .inspector
        layers.push(.compareMenu)
      case .chosen: layers.close(.compareMenu)
      case .shown:
        layers.closeAll()
        browser.isTypingFilter = false
        focus = .inspector
      // What was compared in the history is left for it.
      case .closed: if inspector.pinned?.origin == .history { leaveInspector() }
      case .copy(let clipping): take(copying.copy(clipping))
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: CopyingRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.copying, PlatformCall.copying) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .ask(let question): ask(question, .copying)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: Finder.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.finder, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .go(let address): jump(to: address)
      case .read: take(browser.beginWalk(session.directory, in: world))
      case .closed: layers.close(.finder)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: EntryForm.Turn?) -> Bool {
    guard let outcomes = settle(turn, Self.nothing, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .closed:
        layers.close(.form)
        // Another process may have changed the file meanwhile.
        if overlay == .profiles { outbox.append(.profiles(.read)) }
      case .filledIn(.profile(let change)): outbox.append(.profiles(.change(change)))
      case .filledIn(.application(let draft)): outbox.append(.guide(.portal(.register(draft))))
      case .filledIn(.testUser(let draft)): outbox.append(.guide(.portal(.addTestUser(draft))))
      case .filledIn(.signIn(let application, let email, let password)):
        layers.close(.form)
        take(guide.signIn(to: application, email, password, in: world))
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: Guide.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.guide, PlatformCall.guide) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .fillIn(let form): fillIn(entryForm(form))
      case .show(let inspection): pin(inspection, madeUnder: CallOrigin(caller), origin: .guide)
      case .copy(let clipping): take(copying.copy(clipping))
      case .ask(let question): ask(question, .guide)
      case .secretShown: show(.newApplication)
      case .codeShown: show(.code)
      case .secretClosed: layers.close(.newApplication)
      case .codeClosed: layers.close(.code)
      case .closed: layers.close(.guide)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: HistoryRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.history, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .filtering: layers.push(.historyFilter)
      case .filtered: layers.close(.historyFilter)
      case .show(let taken): pin(taken.inspection, madeUnder: .named(taken.profile), origin: .history)
      case .compare(let earlier, let later):
        pin(later.inspection, madeUnder: .named(later.profile), origin: .history)
        take(
          comparison.compare(
            earlier.inspection, of: earlier.profile, later.inspection, of: later.profile, in: world))
      case .save(let exchanges): take(saving.open(.exchanges(exchanges), in: world))
      case .ask(let question): ask(question, .history)
      case .closed: layers.close(.history)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: LookRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.look, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .choosing: layers.push(.themes)
      case .closed: layers.close(.themes)
      case .useMouse(let isOn): outbox.append(.useMouse(isOn))
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: PlacesRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.places, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .choosing: layers.push(.mark)
      case .closed: layers.close(.mark)
      case .go(let address): jump(to: address)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: ProfilesRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.profiles, PlatformCall.profiles) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .choosing: show(.profiles)
      case .trying: show(.profileTest)
      case .enter(let profile): enter(profile)
      case .compare(let profiles): take(comparison.compare(subjectToCompare, as: profiles.map(caller), in: world))
      case .fillIn(let profile, let isNew): fillIn(.profile(profile, isNew: isNew))
      case .show(let inspection, let origin): pin(inspection, madeUnder: origin)
      case .closed: layers.close(.profiles)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: SavingRoom.Turn?) -> Bool {
    guard let outcomes = settle(turn, Effect.saving, Self.none) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .typing: layers.push(.saving)
      case .closed: layers.close(.saving)
      }
    }
    return true
  }

  @discardableResult
  mutating func take(_ turn: TokenRoom.Turn?) -> Bool {
    let caller = caller
    guard let outcomes = settle(turn, { .token($0, of: caller) }, PlatformCall.token) else { return false }
    for outcome in outcomes {
      switch outcome {
      case .show(let inspection): pin(inspection, madeUnder: CallOrigin(caller))
      case .copy(let clipping): take(copying.copy(clipping))
      case .closed: layers.close(.token)
      }
    }
    return true
  }
}
