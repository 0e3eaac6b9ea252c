package io.moneyprinter.users.totp;

/** Base32 (RFC 4648 §6) without padding, as authenticator apps read it. */
final class Base32 {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int MASK = 31;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xFF);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(LETTERS.charAt((buffer >> bits) & MASK));
      }
      buffer &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(LETTERS.charAt((buffer << (BITS - bits)) & MASK));
    }
    return text.toString();
  }
}
