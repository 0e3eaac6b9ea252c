package io.moneyprinter.materials.source;

import java.net.URI;
import java.util.Optional;

/** Checks addresses in settings. */
public final class SourceAddress {
  private SourceAddress() {}

  /** Without a slash at its end; {@code IllegalArgumentException} for what is none. */
  public static Optional<String> checked(Optional<String> written) {
    return written
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .map(
            url -> {
              URI parsed = URI.create(url);
              if (parsed.getHost() == null
                  || !String.valueOf(parsed.getScheme()).matches("https?")) {
                throw new IllegalArgumentException(
                    "base-url must be an http or https address, not " + url);
              }
              return url.replaceAll("/+$", "");
            });
  }
}
