package io.moneyprinter.speech.elevenlabs;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.Optional;

/** How ElevenLabs is reached. Without a key there is no such provider. */
public record ElevenLabsConfig(
    @Setting(doc = "Address of the service", value = "https://api.elevenlabs.io")
        Optional<String> baseUrl,
    @Setting(
            doc = "Key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Model that speaks", value = "eleven_multilingual_v2") String model,
    @Setting(
            doc = "How even the voice is, 0 (lively) to 1 (monotonous)",
            value = "0.5",
            min = 0,
            max = 1)
        double stability,
    @Setting(doc = "How close to the voice's original, 0 to 1", value = "0.75", min = 0, max = 1)
        double similarity,
    @Setting(doc = "Longest wait for one piece of speech", value = "60s") Duration timeout) {
  public ElevenLabsConfig {
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
  }
}
