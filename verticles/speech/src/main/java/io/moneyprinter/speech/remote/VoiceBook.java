package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.LanguageTag;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The voices of a provider, as far as they are known. Safe to use from any thread. */
public interface VoiceBook {
  /** All voices, the best of each language first. */
  List<Voice> all();

  /** A voice by its id; some providers have more than they list. */
  default Optional<Voice> named(String id) {
    return all().stream().filter(voice -> voice.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The usual voice of a language: one of just this region before one of any. */
  default Optional<Voice> forLanguage(String language) {
    String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
    return all().stream()
        .filter(voice -> voice.language().toLowerCase(Locale.ROOT).equals(tag))
        .findFirst()
        .or(
            () ->
                all().stream()
                    .filter(voice -> LanguageTag.speaks(voice.language(), language))
                    .findFirst());
  }

  /** Brings the list up to date where the provider has one. */
  default Future<Void> refresh() {
    return Future.succeededFuture();
  }

  /** A list that does not change. */
  static VoiceBook of(List<Voice> voices) {
    List<Voice> all = List.copyOf(voices);
    return () -> all;
  }

  /**
   * A list beside which any other name may be right as well: the user's own voices.
   *
   * @param provider the first part of the ids
   */
  static VoiceBook open(String provider, List<Voice> voices) {
    List<Voice> all = List.copyOf(voices);
    return new VoiceBook() {
      @Override
      public List<Voice> all() {
        return all;
      }

      @Override
      public Optional<Voice> named(String id) {
        return VoiceBook.super.named(id).or(() -> Optional.of(unlisted(provider, id)));
      }
    };
  }

  /** A voice of which only the name is known. */
  static Voice unlisted(String provider, String id) {
    String name = id.substring(provider.length() + 1);
    return new Voice(provider + ":" + name, name, LanguageTag.ANY, "unknown", false);
  }
}
