package io.moneyprinter.config;

import io.moneyprinter.platform.settings.Setting;
import java.util.Optional;

/** Settings of the config service itself. */
public record ConfigConfig(
    @Setting(
            doc = "Versions of each setting that are kept, the newest included; 1 to 100000.",
            value = "1000",
            min = 1,
            max = 100_000)
        int history,
    @Setting(
            doc =
                "What keys entered in the studio are encrypted with in the database, at least 16"
                    + " characters, the same on all nodes; absent for a key made on this machine,"
                    + " which is enough for a single node",
            secret = true)
        Optional<String> secretKey) {
  private static final int SHORTEST = 16;

  public ConfigConfig {
    secretKey = secretKey.map(String::strip).filter(key -> !key.isEmpty());
    if (secretKey.isPresent() && secretKey.get().length() < SHORTEST) {
      throw new IllegalArgumentException(
          "secret-key must have at least " + SHORTEST + " characters");
    }
  }
}
