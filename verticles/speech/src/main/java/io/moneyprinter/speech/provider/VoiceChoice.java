package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may speak, in the order of trying. */
public final class VoiceChoice {
  /** The voice name that leaves the choice to the service. */
  public static final String AUTO = "auto";

  private static final int NAMED_IN_REFUSAL = 4;
  private static final String HOW_TO_LIST = "\"moneyprinter voices\" or GET /v1/voices lists all";

  private final ProviderRegistry registry;
  private final boolean fallBack;

  /**
   * @param fallBack whether others may speak for a voice that was named and fails
   */
  public VoiceChoice(ProviderRegistry registry, boolean fallBack) {
    this.registry = registry;
    this.fallBack = fallBack;
  }

  /**
   * The voice asked for first, then the voice of every other provider that speaks the language and
   * is chosen unasked, a woman's for a woman's. A voice whose provider is not set up here is left
   * out, which the choice notes.
   *
   * @param written an id, or a name that another program has for it; see {@link VoiceName}
   * @throws ServiceFailure {@code INVALID} when the voice or the language is unknown, they do not
   *     fit, or nobody may speak for a voice that is not there
   */
  public Choice choose(String written, String language) {
    if (written.equals(AUTO)) {
      return new Choice(nonEmpty(others("unknown", language, null), language), null);
    }
    VoiceName name = VoiceName.of(written);
    boolean alone = name.pinned() || !fallBack;
    Optional<String> missing = registry.missing(name.provider());
    if (missing.isPresent()) {
      String why = "The voice %s is not there: %s".formatted(name.id(), missing.get());
      if (alone) {
        throw ServiceFailure.invalid("/voice", why);
      }
      return new Choice(nonEmpty(others(name.gender(), language, null), language), why);
    }
    Candidate named = named(name.id(), language);
    List<Candidate> candidates = new ArrayList<>(List.of(named));
    if (!alone) {
      String gender = named.voice().gender();
      candidates.addAll(
          others(gender.equals("unknown") ? name.gender() : gender, language, named.provider()));
    }
    return new Choice(candidates, null);
  }

  private List<Candidate> others(String gender, String language, SpeechProvider except) {
    List<Candidate> candidates = new ArrayList<>();
    for (SpeechProvider provider : registry.inOrder()) {
      if (provider != except) {
        provider
            .voiceFor(language)
            .map(usual -> alike(provider, usual, gender))
            .ifPresent(voice -> candidates.add(new Candidate(provider, voice)));
      }
    }
    return candidates;
  }

  /** The voice of the gender that speaks just as the usual one does, if there is any. */
  private static Voice alike(SpeechProvider provider, Voice usual, String gender) {
    if (gender.equals("unknown") || usual.gender().equals(gender)) {
      return usual;
    }
    return provider.voices().stream()
        .filter(voice -> voice.gender().equals(gender))
        .filter(voice -> voice.language().equals(usual.language()))
        .findFirst()
        .orElse(usual);
  }

  private static List<Candidate> nonEmpty(List<Candidate> candidates, String language) {
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
    if (!LanguageTag.speaks(voice.language(), language)) {
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
