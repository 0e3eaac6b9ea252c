package io.moneyprinter.gateway.firewall;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text with percent-encoding (RFC 3986 §2.1), read strictly. */
final class PercentText {
  private PercentText() {}

  /**
   * Decodes once.
   *
   * @param plus whether {@code +} stands for a space, as in queries
   * @return empty when an escape is cut off or the bytes are no UTF-8; overlong forms are none
   */
  static Optional<String> decode(String text, boolean plus) {
    if (isPlain(text, plus)) {
      return Optional.of(text);
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
        if (low < 0) {
          return Optional.empty();
        }
        bytes.put((byte) (high * 16 + low));
        i += 2;
      } else {
        char plain = plus && c == '+' ? ' ' : c;
        bytes.put(String.valueOf(plain).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether decoding changes nothing, as of nearly every path. */
  private static boolean isPlain(String text, boolean plus) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || plus && c == '+' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /** Whether something is still encoded after it was decoded once. */
  static boolean encodedAgain(String decoded) {
    for (int i = decoded.indexOf('%'); i >= 0; i = decoded.indexOf('%', i + 1)) {
      if (i + 2 < decoded.length()
          && Character.digit(decoded.charAt(i + 1), 16) >= 0
          && Character.digit(decoded.charAt(i + 2), 16) >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
