package io.moneyprinter.materials.asset;

import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.TextLanguage;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts as the full-text types of PostgreSQL (chapter 12 of its manual). The words and their stems
 * come from Lucene's rules for each language rather than from the server's own, so that what is
 * found depends on neither the locale nor the dictionaries of a server. Writing without spaces is
 * cut into pairs of characters, as Lucene's CJKBigramFilter does. It computes in the media pool,
 * for some rules are read from the jar at first use; safe from any thread.
 */
public final class SearchWords {
  private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";
  private static final Pattern WORD =
      Pattern.compile(
          "(?<unspaced>[" + UNSPACED + "]+)|[\\p{L}\\p{M}\\p{N}&&[^" + UNSPACED + "]]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** What a question of a word or two may be written in, when it does not tell. */
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "tr");

  /** PostgreSQL keeps no greater position. */
  private static final int LAST_POSITION = 16_383;

  private static final int LONGEST = 100;

  private final TextAnalysis analysis;
  private final WorkerPools pools;

  public SearchWords(TextAnalysis analysis, WorkerPools pools) {
    this.analysis = analysis;
    this.pools = pools;
  }

  /** A {@code tsvector}: what counts most first. */
  Future<String> vector(String title, List<String> tags, String description, String fileName) {
    return pools.run(Pool.MEDIA, () -> vectorOf(title, tags, description, fileName));
  }

  private String vectorOf(String title, List<String> tags, String description, String fileName) {
    StringBuilder out = new StringBuilder();
    int at = append(out, title, 'A', 1);
    at = append(out, String.join(" ", tags), 'B', at);
    at = append(out, description, 'C', at);
    append(out, fileName, 'D', at);
    return out.toString();
  }

  private int append(StringBuilder out, String text, char weight, int from) {
    int at = from;
    String language = TextLanguage.guess(text == null ? "" : text);
    for (String word : words(text == null ? "" : text, true)) {
      if (at > LAST_POSITION) {
        break;
      }
      for (String form : forms(word, new LinkedHashSet<>(List.of("en", language)))) {
        out.append(quoted(form)).append(':').append(at).append(weight).append(' ');
      }
      at++;
    }
    return at;
  }

  /**
   * A {@code tsquery} of all telling words, each in any form, or as the beginning of one; empty for
   * a text without a word.
   */
  Future<String> query(String text) {
    return pools.run(Pool.MEDIA, () -> allOf(text));
  }

  private String allOf(String text) {
    return telling(text).stream()
        .map(word -> quoted(folded(word)) + ":* | " + any(forms(word, questionsIn(text))))
        .collect(Collectors.joining(") & (", "(", ")"))
        .replace("()", "");
  }

  /** A {@code tsquery} of any of the telling words; empty for a text without a word. */
  Future<String> anyOf(String text) {
    return pools.run(
        Pool.MEDIA,
        () -> {
          Set<String> forms = new LinkedHashSet<>();
          telling(text).forEach(word -> forms.addAll(forms(word, questionsIn(text))));
          return any(forms);
        });
  }

  private static Set<String> questionsIn(String text) {
    Set<String> languages = new LinkedHashSet<>(LANGUAGES);
    languages.add(TextLanguage.guess(text));
    return languages;
  }

  private static String any(Collection<String> forms) {
    return forms.stream().map(SearchWords::quoted).collect(Collectors.joining(" | "));
  }

  /** Without the small words, unless there are no others. */
  private List<String> telling(String text) {
    String language = TextLanguage.guess(text);
    List<String> all = words(text, false).stream().distinct().toList();
    List<String> telling =
        all.stream().filter(word -> !analysis.tokens(word, language).isEmpty()).toList();
    return telling.isEmpty() ? all : telling;
  }

  /** A word as it stands, and its stems. */
  private Set<String> forms(String word, Collection<String> languages) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded(word));
    for (String language : languages) {
      analysis.tokens(word, language).forEach(token -> forms.add(token.stem()));
    }
    return forms;
  }

  private static String folded(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * @param ends whether the last character of writing without spaces is a word, too
   */
  private static List<String> words(String text, boolean ends) {
    List<String> words = new ArrayList<>();
    Matcher found = WORD.matcher(text);
    while (found.find()) {
      String word = found.group().substring(0, Math.min(LONGEST, found.group().length()));
      if (found.group("unspaced") == null || word.length() == 1) {
        words.add(word);
      } else {
        for (int i = 0; i + 2 <= word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
        if (ends) { // so that every character begins something
          words.add(word.substring(word.length() - 1));
        }
      }
    }
    return words;
  }

  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
