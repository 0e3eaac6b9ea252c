package io.moneyprinter.platform.sealing;

/**
 * A data key that only the holder of another key can read.
 *
 * @param keyId of the key that wraps it
 * @param bytes never changed
 */
public record WrappedKey(String keyId, byte[] bytes) {}
