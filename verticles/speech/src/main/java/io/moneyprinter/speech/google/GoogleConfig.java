package io.moneyprinter.speech.google;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.Optional;

/** How Google Cloud Text-to-Speech is reached. Without a key there is no such provider. */
public record GoogleConfig(
    @Setting(doc = "Address of the service", value = "https://texttospeech.googleapis.com")
        Optional<String> baseUrl,
    @Setting(
            doc = "API key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Longest wait for one piece of speech", value = "60s") Duration timeout) {
  public GoogleConfig {
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
  }
}
