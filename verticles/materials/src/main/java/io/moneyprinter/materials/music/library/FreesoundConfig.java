package io.moneyprinter.materials.music.library;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** How Freesound is reached. Without a key there is no such source. */
public record FreesoundConfig(
    @Setting(doc = "Address of the service", value = "https://freesound.org") String baseUrl,
    @Setting(
            doc = "API key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Longest wait for one answer", value = "20s") Duration timeout) {
  public FreesoundConfig {
    apiKey = apiKey.map(String::strip).filter(text -> !text.isEmpty());
  }
}
