package io.moneyprinter.speech.openai;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A server that speaks as OpenAI's does. What is absent follows from {@link SpeechPreset}. */
public record OpenAiSpeechConfig(
    @Setting(doc = "Address up to and with /v1; absent for the provider's own, if it has one")
        Optional<String> baseUrl,
    @Setting(
            doc =
                "Key, or several separated by commas, written env:NAME or file:/path; absent where"
                    + " none is needed",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Name of the model as the server knows it; absent for the usual one")
        Optional<String> model,
    @Setting(doc = "Names of voices to list beside the known ones; any other may be asked for too")
        List<String> voices,
    @Setting(doc = "Longest wait for one piece of speech", value = "60s") Duration timeout) {
  public OpenAiSpeechConfig {
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
    model = RemoteSettings.present(model);
    voices = List.copyOf(voices);
  }
}
