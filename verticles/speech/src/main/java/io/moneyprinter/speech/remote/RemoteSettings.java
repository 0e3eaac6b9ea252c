package io.moneyprinter.speech.remote;

import java.net.URI;
import java.util.Optional;

/** Checks that several providers' settings need. */
public final class RemoteSettings {
  private RemoteSettings() {}

  /** An address without a slash at its end; {@code IllegalArgumentException} for what is none. */
  public static Optional<String> address(Optional<String> written) {
    return written.map(String::strip).filter(url -> !url.isEmpty()).map(RemoteSettings::checked);
  }

  private static String checked(String url) {
    URI parsed = URI.create(url);
    if (parsed.getHost() == null || !String.valueOf(parsed.getScheme()).matches("https?|wss?")) {
      throw new IllegalArgumentException("base-url must be an http or https address, not " + url);
    }
    return url.replaceAll("/+$", "");
  }

  /** What is written, if anything is. */
  public static Optional<String> present(Optional<String> written) {
    return written.map(String::strip).filter(text -> !text.isEmpty());
  }
}
