package io.moneyprinter.materials.meaning;

import io.moneyprinter.materials.source.SourceAddress;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service is reached that tells what texts mean. */
public record EmbeddingsConfig(
    @Setting(
            doc =
                "Address up to and with /v1 of a service that speaks like OpenAI's, such as"
                    + " http://localhost:11434/v1; absent for OpenAI's own")
        Optional<String> baseUrl,
    @Setting(
            doc =
                "Key, or several separated by commas, written env:NAME or file:/path. Without key"
                    + " and address, clips are matched by their words alone",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Model", value = "text-embedding-3-small") String model,
    @Setting(doc = "Longest wait for one answer", value = "20s") Duration timeout) {
  public EmbeddingsConfig {
    baseUrl = SourceAddress.checked(baseUrl);
    apiKey = apiKey.map(String::strip).filter(key -> !key.isEmpty());
  }

  /** As it is where nothing is set. */
  public static EmbeddingsConfig unset() {
    return new EmbeddingsConfig(
        Optional.empty(), Optional.empty(), "text-embedding-3-small", Duration.ofSeconds(20));
  }

  /** Whether there is a service to be asked. */
  public boolean set() {
    return baseUrl.isPresent() || apiKey.isPresent();
  }

  /** The keys, in turn. */
  List<String> keys() {
    return apiKey.map(ProviderSettings::keys).orElse(List.of());
  }
}
