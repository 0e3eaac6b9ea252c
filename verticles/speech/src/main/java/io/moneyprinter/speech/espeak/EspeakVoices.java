package io.moneyprinter.speech.espeak;

import io.moneyprinter.codecs.speech.Voice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The voices in espeak-ng's data, whose file names are what the library knows them by. Each is
 * offered twice, as it is and with a woman's voice.
 */
final class EspeakVoices {
  private record Language(String tag, int priority) {}

  private record Entry(String file, String name, String gender, List<Language> languages) {}

  private record Match(Entry entry, int priority) {}

  /** The variant of all voices that sounds most like a woman. */
  private static final String FEMALE = "+f3";

  private static final String LIST = "voices.tsv";
  private static final int USUAL_PRIORITY = 5;

  private static final Map<String, String> USUAL =
      Map.of("en", "en-us", "zh-hk", "yue", "zh-mo", "yue", "iw", "he", "in", "id");

  private final List<Entry> entries;

  private EspeakVoices(List<Entry> entries) {
    this.entries = entries;
  }

  /** Reads the list that is carried. */
  static EspeakVoices read() {
    try (InputStream in = EspeakVoices.class.getResourceAsStream(LIST)) {
      return new EspeakVoices(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(EspeakVoices::entry)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The list of voices cannot be read", e);
    }
  }

  /** All voices by language. */
  List<Voice> all() {
    return entries.stream()
        .flatMap(entry -> List.of(voice(entry, ""), voice(entry, FEMALE)).stream())
        .toList();
  }

  /** The usual voice of a language, by its most exact tag that any voice has. */
  Optional<Voice> forLanguage(String language) {
    String asked = language.toLowerCase(Locale.ROOT).replace('_', '-');
    String tag = USUAL.getOrDefault(asked, asked);
    while (!tag.isEmpty()) {
      Optional<Entry> best = best(tag);
      if (best.isPresent()) {
        return best.map(entry -> voice(entry, ""));
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    return Optional.empty();
  }

  private Optional<Entry> best(String tag) {
    return entries.stream()
        .flatMap(
            entry ->
                entry.languages().stream()
                    .filter(language -> language.tag().equals(tag))
                    .map(language -> new Match(entry, language.priority())))
        .min(
            Comparator.comparingInt(Match::priority)
                .thenComparingInt(match -> match.entry().file().length()))
        .map(Match::entry);
  }

  private static Voice voice(Entry entry, String variant) {
    return new Voice(
        EspeakProvider.ID + ":" + entry.file() + variant,
        variant.isEmpty() ? entry.name() : entry.name() + ", woman",
        Locale.forLanguageTag(entry.languages().get(0).tag()).toLanguageTag(),
        variant.isEmpty() ? entry.gender() : "female",
        true);
  }

  private static Entry entry(String line) {
    String[] columns = line.split("\t");
    List<Language> languages =
        Arrays.stream(columns[3].split(" ")).map(EspeakVoices::language).toList();
    return new Entry(columns[0], columns[1], columns[2], languages);
  }

  private static Language language(String tagAndPriority) {
    String[] parts = tagAndPriority.split(":");
    return new Language(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : USUAL_PRIORITY);
  }
}
