package io.guanxi.customer.file.domain;

/**
 * A contact value that only the holder of the customer's key can read.
 *
 * @param keyId which key sealed it; not the key
 * @param cipher nonce, ciphertext and tag in Base64
 * @param fingerprint keyed hash of the plain value; two values sealed under one key are equal exactly if their
 *     fingerprints are, although their ciphers differ
 */
public record SealedValue(String keyId, String cipher, String fingerprint) {}
