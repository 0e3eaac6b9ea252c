package io.moneyprinter.content.model;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** One of several language models. What is absent comes from the preset. */
public record ModelConfig(
    @Setting(
            doc =
                "Which known provider this is; absent where the name itself is one, or where"
                    + " base-url is an OpenAI-compatible server")
        Optional<String> preset,
    @Setting(doc = "Its address, up to and with /v1; absent for the preset's")
        Optional<String> baseUrl,
    @Setting(
            doc =
                "Its key, or several separated by commas that are used in turn, written env:NAME or"
                    + " file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Name of the model as the server knows it; absent for the preset's")
        Optional<String> model,
    @Setting(doc = "Longest wait for one answer; absent for content.llm.timeout")
        Optional<Duration> timeout) {
  /** Leaves the key out. */
  @Override
  public String toString() {
    return model.orElse("") + " at " + baseUrl.or(() -> preset).orElse("");
  }
}
