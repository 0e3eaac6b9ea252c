package io.moneyprinter.speech.azure;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.Optional;

/** How Azure AI Speech is reached. Without a key there is no such provider. */
public record AzureConfig(
    @Setting(doc = "Region of the resource", value = "eastus") String region,
    @Setting(doc = "Address of the service; absent for that of the region")
        Optional<String> baseUrl,
    @Setting(doc = "Key of the resource, written env:NAME or file:/path", secret = true)
        Optional<String> apiKey,
    @Setting(doc = "How long one piece of speech may take", value = "60s") Duration timeout) {
  public AzureConfig {
    if (!region.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("region must be a name such as eastus, not " + region);
    }
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
  }

  /**
   * Where the service is, without a slash at its end; China's regions have a domain of their own.
   */
  String address() {
    String domain = region.startsWith("china") ? "azure.cn" : "microsoft.com";
    return baseUrl.orElse("https://" + region + ".tts.speech." + domain);
  }

  /** Leaves the key out. */
  @Override
  public String toString() {
    return "Azure at " + address();
  }
}
