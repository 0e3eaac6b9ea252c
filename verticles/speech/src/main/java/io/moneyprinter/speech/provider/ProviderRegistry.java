package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Voice;
import java.util.List;
import java.util.Optional;

/** The providers of this node, in the order in which they are tried. */
public final class ProviderRegistry {
  private final List<SpeechProvider> providers;

  public ProviderRegistry(List<SpeechProvider> inOrder) {
    this.providers = List.copyOf(inOrder);
  }

  public List<SpeechProvider> all() {
    return providers;
  }

  /** The provider whose word the voice id begins with. */
  public Optional<SpeechProvider> ofVoice(String voiceId) {
    return providers.stream()
        .filter(
            provider ->
                voiceId.regionMatches(true, 0, provider.id() + ":", 0, provider.id().length() + 1))
        .findFirst();
  }

  /** A voice by its id; letter case does not matter. */
  public Optional<Voice> voice(String id) {
    return ofVoice(id).flatMap(provider -> provider.voice(id));
  }

  /** The voices of a language, those of the first provider first; all of them for {@code null}. */
  public List<Voice> voices(String language) {
    return providers.stream()
        .flatMap(provider -> provider.voices().stream())
        .filter(voice -> language == null || LanguageTag.speaks(voice.language(), language))
        .toList();
  }
}
