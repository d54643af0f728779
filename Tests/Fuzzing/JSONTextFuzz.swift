/// What libFuzzer calls with bytes of its own making; `.ci/fuzz` builds and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let broken = JSONInvariants(bytes: bytes).broken() {
    print(broken)
    preconditionFailure()
  }
  return 0
}
