package io.moneyprinter.materials.source;

import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.settings.Setting;
import java.util.List;
import java.util.Optional;

/** How one site is reached that pictures and clips are searched at. */
public record SourceConfig(
    @Setting(doc = "Address of the service; absent for its own") Optional<String> baseUrl,
    @Setting(
            doc = "Key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(
            doc =
                "Requests an hour that all nodes together may make there, up to 1000000; 0 for what the site"
                    + " allows by its documentation",
            value = "0",
            min = 0,
            max = 1_000_000)
        int requestsPerHour) {
  public SourceConfig {
    baseUrl = SourceAddress.checked(baseUrl);
    apiKey = apiKey.map(String::strip).filter(key -> !key.isEmpty());
  }

  /** Reached at its own address without a key. */
  public static SourceConfig keyless() {
    return new SourceConfig(Optional.empty(), Optional.empty(), 0);
  }

  List<String> keys() {
    return apiKey.map(ProviderSettings::keys).orElse(List.of());
  }
}
