package io.moneyprinter.launcher.node;

import static io.moneyprinter.codecs.config.OutsideKind.VOICES;
import static io.moneyprinter.launcher.node.OutsideRows.BASE;
import static io.moneyprinter.launcher.node.OutsideRows.KEY;

import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.speech.SpeechConfig;
import io.moneyprinter.speech.openai.OpenAiSpeechConfig;
import java.util.List;
import java.util.Optional;

/** The outside services that speak. */
final class OutsideVoices {
  private final OutsideRows rows;

  private OutsideVoices(OutsideRows rows) {
    this.rows = rows;
  }

  static void addTo(OutsideRows rows, SpeechConfig config) {
    new OutsideVoices(rows).voices(config);
  }

  private void voices(SpeechConfig speech) {
    voice(
        "elevenlabs",
        "ElevenLabs",
        KeyPlace.header("xi-api-key"),
        speech.elevenlabs().apiKey(),
        speech.elevenlabs().baseUrl().orElse("") + "/v1/voices",
        "model");
    String azure =
        speech
            .azure()
            .baseUrl()
            .orElse("https://" + speech.azure().region() + ".tts.speech.microsoft.com");
    voice(
        "azure",
        "Azure AI Speech",
        KeyPlace.header("Ocp-Apim-Subscription-Key"),
        speech.azure().apiKey(),
        azure + "/cognitiveservices/voices/list",
        "region");
    voice(
        "google",
        "Google Cloud Text-to-Speech",
        KeyPlace.header("x-goog-api-key"),
        speech.google().apiKey(),
        speech.google().baseUrl().orElse("") + "/v1/voices",
        null);
    voice(
        "gemini",
        "Google Gemini",
        KeyPlace.header("x-goog-api-key"),
        speech.gemini().apiKey(),
        speech.gemini().baseUrl().orElse("") + "/models",
        "model");
    openAiVoice("openai", "OpenAI", speech.openai(), "https://api.openai.com/v1");
    openAiVoice(
        "siliconflow", "SiliconFlow", speech.siliconflow(), "https://api.siliconflow.cn/v1");
    openAiVoice("kokoro", "Kokoro", speech.kokoro(), null);
    openAiVoice("chatterbox", "Chatterbox", speech.chatterbox(), null);
  }

  private void voice(
      String id, String title, KeyPlace place, Optional<String> key, String address, String more) {
    rows.add(
        "voices-" + id,
        VOICES,
        title,
        "speech." + id,
        more == null ? List.of(KEY, BASE) : List.of(KEY, more, BASE),
        true,
        key.map(text -> new Question(address, place, ProviderSettings.keys(text))));
  }

  /** Those without an address of their own are run by people themselves and want none. */
  private void openAiVoice(String id, String title, OpenAiSpeechConfig set, String address) {
    boolean hosted = address != null;
    Optional<String> base =
        set.baseUrl()
            .or(() -> hosted && set.apiKey().isPresent() ? Optional.of(address) : Optional.empty());
    rows.add(
        "voices-" + id,
        VOICES,
        title,
        "speech." + id,
        hosted ? List.of(KEY, "model", BASE) : List.of(BASE, "model", KEY),
        hosted,
        base.map(
            url ->
                new Question(url + "/models", KeyPlace.bearer(), OutsideRows.keys(set.apiKey()))));
  }
}
