package io.moneyprinter.materials.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Takes texts apart by the rules of their language, and gives fields of an index the rules that
 * their name ends in: {@code title_de} is German. Safe to use from any thread.
 */
public final class TextAnalysis {
  /** For what is compared as it stands, whatever the language. */
  static final String PLAIN = "und";

  private static final int FEW = 2;
  private static final double ENGLISH = 0.75;

  private final Thesaurus thesaurus;
  private final StemmerOverrideMap irregular;
  private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

  /** At most one for each word of the thesaurus. */
  private final Map<String, String> stems = new ConcurrentHashMap<>();

  public TextAnalysis(Thesaurus thesaurus) {
    this.thesaurus = thesaurus;
    this.irregular = LanguageAnalyzer.irregular(thesaurus.irregular());
  }

  /**
   * A word of a text.
   *
   * @param written as it stands there
   * @param stem as it is compared
   */
  public record Token(String written, String stem) {}

  Thesaurus thesaurus() {
    return thesaurus;
  }

  /** The telling words of a text in their order. */
  public List<Token> tokens(String text, String language) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer(language).tokenStream("text", text)) {
      CharTermAttribute stem = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        tokens.add(
            new Token(text.substring(place.startOffset(), place.endOffset()), stem.toString()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot be read", e);
    }
    return tokens;
  }

  /** The stem of a single word of the thesaurus. */
  String english(String word) {
    return stems.computeIfAbsent(
        word,
        key -> {
          List<Token> tokens = tokens(key, "en");
          return tokens.isEmpty() ? key : tokens.get(0).stem();
        });
  }

  /**
   * The languages that a text without a label may be of.
   *
   * @param other what it may be of if it does not tell, besides English; BCP 47
   */
  public List<String> languages(String text, String other) {
    String guessed = TextLanguage.guess(text);
    if (!"en".equals(guessed)) {
      // One small word, such as "come" or "man", does not outweigh a title of English words; and
      // where there is nothing but small words, such as "sea", it is hardly of that language.
      return english(tokens(text, "en")) || tokens(text, guessed).isEmpty()
          ? List.of("en", guessed)
          : List.of(guessed);
    }
    String second = TextLanguage.of(other);
    return "en".equals(second) || english(tokens(text, "en"))
        ? List.of("en")
        : List.of("en", second);
  }

  /** Other languages share words with English, but hardly a whole title. */
  private boolean english(List<Token> words) {
    long known =
        words.stream()
            .filter(
                word ->
                    thesaurus.word(word.stem()) != null
                        || thesaurus.word(word.written().toLowerCase(Locale.ROOT)) != null)
            .count();
    return words.size() >= FEW && known >= ENGLISH * words.size();
  }

  private Analyzer analyzer(String language) {
    return analyzers.computeIfAbsent(language, key -> new LanguageAnalyzer(key, irregular));
  }

  /** For an index whose fields end in their language. */
  Analyzer byField() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return analyzer(field.substring(field.indexOf('_') + 1));
      }
    };
  }
}
