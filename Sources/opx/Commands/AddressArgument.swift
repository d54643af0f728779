import ArgumentParser
import ViewModels

/// A place of the directory, as the explorer copies it.
struct AddressArgument: ExpressibleByArgument {
  let address: Address

  init?(argument: String) {
    guard let address = Address(argument) else { return nil }
    self.address = address
  }
}
