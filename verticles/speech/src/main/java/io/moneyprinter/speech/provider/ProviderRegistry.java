package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Voice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The providers of this node: all that may be asked for, and those that are chosen unasked. */
public final class ProviderRegistry {
  private final Map<String, SpeechProvider> all = new LinkedHashMap<>();
  private final List<SpeechProvider> inOrder;
  private final Map<String, String> missing;
  private final Comparator<SpeechProvider> preference;

  /**
   * @param inOrder those that are chosen unasked, best first
   * @param others those that speak only when they are asked for
   * @param missing providers that are not there, by id, each with what has to be set for it
   * @param preference decides before the order does; of equal ones the order decides
   */
  public ProviderRegistry(
      List<SpeechProvider> inOrder,
      List<SpeechProvider> others,
      Map<String, String> missing,
      Comparator<SpeechProvider> preference) {
    this.inOrder = List.copyOf(inOrder);
    this.missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    this.preference = preference;
    inOrder.forEach(provider -> all.put(provider.id(), provider));
    others.forEach(provider -> all.putIfAbsent(provider.id(), provider));
  }

  /** Providers that are all chosen unasked, in that order. */
  public ProviderRegistry(List<SpeechProvider> inOrder) {
    this(inOrder, List.of(), Map.of(), (one, other) -> 0);
  }

  /** Everybody who may be asked for. */
  public List<SpeechProvider> all() {
    return List.copyOf(all.values());
  }

  /**
   * Those that are chosen unasked: the healthy before those that are left alone at present, then by
   * preference, then in their order.
   */
  public List<SpeechProvider> inOrder() {
    List<SpeechProvider> sorted = new ArrayList<>(inOrder);
    sorted.sort(Comparator.comparing(SpeechProvider::resting).thenComparing(preference));
    return sorted;
  }

  /** The provider whose word the voice id begins with. */
  public Optional<SpeechProvider> ofVoice(String voiceId) {
    int colon = voiceId.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.ofNullable(all.get(voiceId.substring(0, colon).toLowerCase(Locale.ROOT)));
  }

  /** A voice by its id; letter case does not matter. */
  public Optional<Voice> voice(String id) {
    return ofVoice(id).flatMap(provider -> provider.voice(id));
  }

  /** What has to be set before a provider is there; empty for one that is, or that nobody knows. */
  public Optional<String> missing(String provider) {
    return Optional.ofNullable(missing.get(provider));
  }

  /** Providers that are not there, by id, each with what has to be set for it. */
  public Map<String, String> missing() {
    return missing;
  }

  /** The voices of a language, those of the first provider first; all of them for {@code null}. */
  public List<Voice> voices(String language) {
    return all.values().stream()
        .flatMap(provider -> provider.voices().stream())
        .filter(voice -> language == null || LanguageTag.speaks(voice.language(), language))
        .toList();
  }
}
