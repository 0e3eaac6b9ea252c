package io.moneyprinter.gateway.limit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The script that Redis runs for each request.
 *
 * @param digest the name by which Redis keeps it
 */
public record TokenScript(String text, String digest) {
  private static final String SCRIPT = "/lua/token-buckets.lua";

  /** Reads it from the class path; blocks shortly. */
  public static TokenScript load() {
    try (InputStream in = TokenScript.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new FileNotFoundException("Missing from the jar: " + SCRIPT);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new TokenScript(text, sha1(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name by which Redis keeps a script. */
  private static String sha1(String text) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }
}
