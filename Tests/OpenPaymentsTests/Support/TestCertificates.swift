import NIOSSL

/// Certificates for loopback servers, good from 2020 to 2120, and the authority that signed them. For tests alone.
enum TestCertificates {
  static let authority = """
    -----BEGIN CERTIFICATE-----
    MIIBXDCCAQOgAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJvcHggdGVz
    dCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMB0x
    GzAZBgNVBAMMEm9weCB0ZXN0IGF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49
    AwEHA0IABF1Q9Wne24N7mryXT6jpZqnwxzZX09MUaoCTrT7fDUEs+l4yv1pCBrd/
    N1fFDr3zFi/GnAycSPLaPauJnXNSKjijMjAwMA8GA1UdEwEB/wQFMAMBAf8wHQYD
    VR0OBBYEFAxk5odHjfZfYsXOSsvB3+jQumvXMAoGCCqGSM49BAMCA0cAMEQCID3/
    EIwd8GOhZNYnq/IaDHeWA6X0WTKPCZKdEuAKjOnaAiAbXs17wHC549LRhrOLU8zx
    LtechisF2LAaPexjdD9IWw==
    -----END CERTIFICATE-----
    """

  /// For `localhost` and `127.0.0.1`.
  static let loopback = """
    -----BEGIN CERTIFICATE-----
    MIIBkjCCATegAwIBAgIBAjAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJvcHggdGVz
    dCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBAx
    DjAMBgNVBAMMBWxvY2FsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErnZKxFEW
    a33k28dJMp1Grz5AKkkidVS1rMUPjjn+WdDArXOxMWRDOSwfcUmXr+1eqQX89Lj7
    jJWQ5IXqi4Ms26NzMHEwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMBMGA1Ud
    JQQMMAoGCCsGAQUFBwMBMB0GA1UdDgQWBBQBPDgHu2jqcddVz4I7CUAUu9WLDDAf
    BgNVHSMEGDAWgBQMZOaHR432X2LFzkrLwd/o0Lpr1zAKBggqhkjOPQQDAgNJADBG
    AiEA85Md4XKpwhX5QtA1LTC6WP5kbocVRVCNPfO30DkkIqUCIQDGdzjCJgQXa7ht
    uwedfuzO5XdYMbZJ6AY+KvyFY7IE0A==
    -----END CERTIFICATE-----
    """

  /// For another host.
  static let otherHost = """
    -----BEGIN CERTIFICATE-----
    MIIBjzCCATWgAwIBAgIBAzAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJvcHggdGVz
    dCBhdXRob3JpdHkwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBAx
    DjAMBgNVBAMMBW90aGVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErnZKxFEW
    a33k28dJMp1Grz5AKkkidVS1rMUPjjn+WdDArXOxMWRDOSwfcUmXr+1eqQX89Lj7
    jJWQ5IXqi4Ms26NxMG8wGAYDVR0RBBEwD4INb3RoZXIuaW52YWxpZDATBgNVHSUE
    DDAKBggrBgEFBQcDATAdBgNVHQ4EFgQUATw4B7to6nHXVc+COwlAFLvViwwwHwYD
    VR0jBBgwFoAUDGTmh0eN9l9ixc5Ky8Hf6NC6a9cwCgYIKoZIzj0EAwIDSAAwRQIh
    AOF67Vyq9CqSU3wtcv4vA5AeFvoVmOllthrOlv9sBQvTAiAJvaRuaFchlSpQEQzD
    CM8Lb9/4NtvzEYozznr1X74+Ww==
    -----END CERTIFICATE-----
    """

  /// For `localhost`, until 2021.
  static let expired = """
    -----BEGIN CERTIFICATE-----
    MIIBkjCCATegAwIBAgIBBDAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJvcHggdGVz
    dCBhdXRob3JpdHkwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjASMRAw
    DgYDVQQDDAdleHBpcmVkMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErnZKxFEW
    a33k28dJMp1Grz5AKkkidVS1rMUPjjn+WdDArXOxMWRDOSwfcUmXr+1eqQX89Lj7
    jJWQ5IXqi4Ms26NzMHEwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMBMGA1Ud
    JQQMMAoGCCsGAQUFBwMBMB0GA1UdDgQWBBQBPDgHu2jqcddVz4I7CUAUu9WLDDAf
    BgNVHSMEGDAWgBQMZOaHR432X2LFzkrLwd/o0Lpr1zAKBggqhkjOPQQDAgNJADBG
    AiEAs/cgugc0b+7xTQE5FD8wiicnjGVnt4ydqgz8JaT2A2ACIQDAlbGvV7pfGAhe
    tpCx1Spg+jKt4PD8gTf6OOYwoYmhJA==
    -----END CERTIFICATE-----
    """

  /// The private key of all three servers.
  static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKMk7Ow7cztNPIPBf
    VnesvTEPnmotFcomNzA6vJsHOqWhRANCAASudkrEURZrfeTbx0kynUavPkAqSSJ1
    VLWsxQ+OOf5Z0MCtc7ExZEM5LB9xSZev7V6pBfz0uPuMlZDkheqLgyzb
    -----END PRIVATE KEY-----
    """
}

extension TLSConfiguration {
  static func server(_ certificate: String) throws -> TLSConfiguration {
    let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
    let key = try NIOSSLPrivateKey(bytes: Array(TestCertificates.key.utf8), format: .pem)
    return .makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
  }
}
