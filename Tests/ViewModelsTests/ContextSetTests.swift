import Testing
import ViewModels

struct ContextSetTests {
  @Test("It holds what a set of contexts holds", arguments: Context.allCases)
  func members(context: Context) {
    let some: Set<Context> = [.columns, .body, .themes, context]
    let other: Set<Context> = [.body, .history, .marks]
    func bits(_ set: Set<Context>) -> ContextSet { ContextSet(set) }
    #expect(Context.allCases.filter(bits(some).contains) == Context.allCases.filter(some.contains))
    #expect(bits(some).union(bits(other)) == bits(some.union(other)))
    #expect(bits(some).intersection(bits(other)) == bits(some.intersection(other)))
    #expect(bits(some).subtracting(bits(other)) == bits(some.subtracting(other)))
    #expect(bits(some).symmetricDifference(bits(other)) == bits(some.symmetricDifference(other)))
    var set = bits(other)
    let isNew = set.insert(context).inserted
    #expect(isNew == !other.contains(context) && set.contains(context))
    #expect(set.remove(context) == context && set.remove(context) == nil && !set.contains(context))
  }
}
