import Testing

@testable import ViewModels

/// The stack of what is open.
struct LayersTests {
  private func layers(_ names: Layer...) -> Layers {
    var layers = Layers()
    for name in names { layers.push(name) }
    return layers
  }

  @Test("The topmost has the keyboard; a page is no overlay")
  func top() {
    #expect(layers().top == nil && layers().page == nil && layers().overlay == nil)
    #expect(layers(.history).top == .history && layers(.history).overlay == nil)
    let over = layers(.history, .finder)
    #expect(over.top == .finder && over.overlay == .finder && over.page == .history)
  }

  @Test("What was opened over a layer closes with it; what lies below stays")
  func closing() {
    var layers = layers(.guide, .form, .question)
    layers.close(.form)
    #expect(layers == self.layers(.guide))
    layers.close(.finder)
    #expect(layers == self.layers(.guide))
  }

  @Test("The topmost of two of the same name is closed")
  func twice() {
    var layers = layers(.token, .question, .token)
    #expect(layers.count(of: .token) == 2)
    layers.close(.token)
    #expect(layers == self.layers(.token, .question))
  }

  @Test("Pages stay where all overlays close")
  func overlays() {
    var layers = layers(.commands, .history, .finder, .question)
    layers.closeOverlays()
    #expect(layers == self.layers(.history))
    layers.closeAll()
    #expect(layers.top == nil && !layers.contains(.history))
  }
}
