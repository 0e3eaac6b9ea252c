package io.moneyprinter.speech.openai;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteProvider;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.RemoteTraits;
import io.moneyprinter.speech.remote.VoiceBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The providers whose servers have OpenAI's form of speech. */
public final class OpenAiProviders {
  private OpenAiProviders() {}

  /** The ids of all of them. */
  public static List<String> ids() {
    return presets().stream().map(SpeechPreset::id).toList();
  }

  private static List<SpeechPreset> presets() {
    return List.of(
        SpeechPreset.OPENAI,
        SpeechPreset.KOKORO,
        SpeechPreset.CHATTERBOX,
        SpeechPreset.SILICONFLOW);
  }

  /** What has to be set before there is one; empty when nothing has. */
  public static Optional<String> missing(String id, OpenAiSpeechConfig config) {
    if (preset(id).baseUrl().isPresent()) {
      return config.apiKey().isEmpty() && config.baseUrl().isEmpty()
          ? Optional.of("speech." + id + ".api-key")
          : Optional.empty();
    }
    return config.baseUrl().isEmpty()
        ? Optional.of("speech." + id + ".base-url")
        : Optional.empty();
  }

  /** Makes the provider of that id; nothing may be {@link #missing}. */
  public static SpeechProvider open(String id, OpenAiSpeechConfig config, RemoteSpeech shared) {
    SpeechPreset preset = preset(id);
    String address = config.baseUrl().or(preset::baseUrl).orElseThrow();
    String model = config.model().orElse(preset.model());
    ProviderClient client =
        RemoteHttp.client(
            shared.node(),
            id,
            preset.title() + " at " + address,
            config.apiKey(),
            KeyPlace.bearer(),
            config.timeout());
    String version = id + "-1 " + model + (config.baseUrl().isPresent() ? " " + address : "");
    String priced = model.isEmpty() ? id : id + "/" + model;
    return new RemoteProvider(
        RemoteTraits.counting(id, priced, version, preset.limit(), preset.paid()),
        new OpenAiVoice(client, new SpeechRequests(model), address, preset.ownTimes()),
        VoiceBook.open(id, voices(preset, config)),
        shared);
  }

  private static List<Voice> voices(SpeechPreset preset, OpenAiSpeechConfig config) {
    List<Voice> voices = new ArrayList<>();
    for (String name : config.voices()) {
      voices.add(new Voice(preset.id() + ":" + name, name, LanguageTag.ANY, "unknown", false));
    }
    voices.addAll(preset.voices());
    return voices;
  }

  private static SpeechPreset preset(String id) {
    return presets().stream().filter(preset -> preset.id().equals(id)).findFirst().orElseThrow();
  }
}
