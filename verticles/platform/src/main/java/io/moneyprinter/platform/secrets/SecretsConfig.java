package io.moneyprinter.platform.secrets;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** How secrets that settings refer to are kept up to date. */
public record SecretsConfig(
    @Setting(
            doc =
                "How often files and Vault are looked at for changed secrets while the node runs, 1s"
                    + " or more",
            value = "1m")
        Duration refresh) {
  public SecretsConfig {
    if (refresh.toSeconds() < 1) {
      throw new IllegalArgumentException("refresh must be 1s or more");
    }
  }
}
