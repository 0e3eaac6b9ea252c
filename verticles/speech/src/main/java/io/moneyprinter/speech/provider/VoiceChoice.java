package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who may speak, in the order of trying. */
public final class VoiceChoice {
  /** The voice name that leaves the choice to the service. */
  public static final String AUTO = "auto";

  private static final int NAMED_IN_REFUSAL = 4;
  private static final String HOW_TO_LIST = "\"moneyprinter voices\" or GET /v1/voices lists all";

  private final ProviderRegistry registry;

  public VoiceChoice(ProviderRegistry registry) {
    this.registry = registry;
  }

  /**
   * The voice asked for first, then every other provider that speaks the language; never empty.
   *
   * @throws ServiceFailure {@code INVALID} when the voice or the language is unknown, or they do
   *     not fit
   */
  public List<Candidate> candidates(String voiceId, String language) {
    List<Candidate> candidates = new ArrayList<>();
    if (!voiceId.equals(AUTO)) {
      candidates.add(named(voiceId, language));
    }
    for (SpeechProvider provider : registry.all()) {
      boolean named = !candidates.isEmpty() && candidates.get(0).provider() == provider;
      if (!named) {
        provider
            .voiceFor(language)
            .ifPresent(voice -> candidates.add(new Candidate(provider, voice)));
      }
    }
    if (candidates.isEmpty()) {
      throw ServiceFailure.invalid(
          "/language",
          "No voice speaks the language \"%s\"; give a BCP 47 tag such as \"en\" or \"pt-BR\". %s"
              .formatted(language, HOW_TO_LIST));
    }
    return candidates;
  }

  private Candidate named(String voiceId, String language) {
    Voice voice = registry.voice(voiceId).orElseThrow(() -> unknown(voiceId, language));
    if (!LanguageTag.sameLanguage(voice.language(), language)) {
      throw ServiceFailure.invalid(
          "/voice",
          "The voice %s speaks %s, but the text is in %s; %s"
              .formatted(voice.id(), voice.language(), language, suggestion(language)));
    }
    return new Candidate(registry.ofVoice(voice.id()).orElseThrow(), voice);
  }

  private ServiceFailure unknown(String voiceId, String language) {
    return ServiceFailure.invalid(
        "/voice", "There is no voice \"%s\"; %s".formatted(voiceId, suggestion(language)));
  }

  private String suggestion(String language) {
    String some =
        registry.voices(language).stream()
            .limit(NAMED_IN_REFUSAL)
            .map(Voice::id)
            .collect(Collectors.joining(", "));
    String forLanguage =
        some.isEmpty() ? "none speaks " + language : "for " + language + " there are " + some;
    return "%s, or \"%s\". %s".formatted(forLanguage, AUTO, HOW_TO_LIST);
  }
}
