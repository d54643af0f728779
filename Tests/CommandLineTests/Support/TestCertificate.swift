import NIOSSL

/// A certificate for 127.0.0.1 that nobody trusts unless told to; its key guards nothing.
enum TestCertificate {
  static func identity() throws -> (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) {
    (
      [try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem)],
      try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
    )
  }

  static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBXDCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAkxMjcuMC4w
    LjEwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
    CTEyNy4wLjAuMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABFGHL0vIizkHKZcu
    EtWPQM1sKGkxiapuKDQLweOM+3ir1L68vMM/u08obXyBvaeXJyBikaxCJlaPOeYi
    INW+aiGjQzBBMA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAdBgNV
    HQ4EFgQUgzyCTYjRU/8S7D5Ltiy+SJAgOywwCgYIKoZIzj0EAwIDSAAwRQIgKoaF
    zZBzlMG+rOG4cTbANvtmQ86Ty6qKJVjx4oH/nBkCIQD+USuD53sHtrIqvWxdVdJ4
    A4oYO9XKVxVjkVI1oIgFtw==
    -----END CERTIFICATE-----
    """

  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgvYY+qNtL2Cdg2NS8
    GkK+J6j7yTOOvO8dvahCmi/xG0ChRANCAARRhy9LyIs5BymXLhLVj0DNbChpMYmq
    big0C8HjjPt4q9S+vLzDP7tPKG18gb2nlycgYpGsQiZWjznmIiDVvmoh
    -----END PRIVATE KEY-----
    """
}
