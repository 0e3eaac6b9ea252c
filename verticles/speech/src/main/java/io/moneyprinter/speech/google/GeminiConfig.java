package io.moneyprinter.speech.google;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.Optional;

/** How the voices of Google's Gemini are reached. Without a key there is no such provider. */
public record GeminiConfig(
    @Setting(
            doc = "Address of the service",
            value = "https://generativelanguage.googleapis.com/v1beta")
        Optional<String> baseUrl,
    @Setting(
            doc = "API key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Model that speaks", value = "gemini-2.5-flash-preview-tts") String model,
    @Setting(doc = "Longest wait for one piece of speech", value = "90s") Duration timeout) {
  public GeminiConfig {
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
  }
}
