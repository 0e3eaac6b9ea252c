package io.moneyprinter.materials.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Cuts texts of one language into comparable words: by Unicode's rules, and by ICU's dictionaries
 * where a writing has no spaces; without the small words, without endings, without accents.
 */
final class LanguageAnalyzer extends Analyzer {
  private static final CharArraySet NONE = CharArraySet.EMPTY_SET;

  /** Lucene's own English set has but 33 words; this one, of Snowball, is in the same jar. */
  private static final CharArraySet ENGLISH = english();

  private static final CharArraySet FRENCH =
      with(
          FrenchAnalyzer.getDefaultStopSet(),
          List.of(
              "son",
              "a",
              "y",
              "tout",
              "tous",
              "sans",
              "sous",
              "plus",
              "très",
              "où",
              "être",
              "comme",
              "fait",
              "premier",
              "première",
              "toujours",
              "même"));

  private final String language;
  private final StemmerOverrideMap irregular;

  /**
   * @param language ISO 639-1; one that has no rules of its own is cut and folded only
   * @param irregular forms of English words
   */
  LanguageAnalyzer(String language, StemmerOverrideMap irregular) {
    this.language = language;
    this.irregular = irregular;
  }

  /** The words that say nothing by themselves; empty where none are known. */
  static CharArraySet stopWords(String language) {
    return switch (language) {
      case "en" -> ENGLISH;
      case "de" -> GermanAnalyzer.getDefaultStopSet();
      case "fr" -> FRENCH;
      case "es" -> SpanishAnalyzer.getDefaultStopSet();
      case "it" -> ItalianAnalyzer.getDefaultStopSet();
      case "pt" -> PortugueseAnalyzer.getDefaultStopSet();
      case "nl" -> DutchAnalyzer.getDefaultStopSet();
      case "sv" -> SwedishAnalyzer.getDefaultStopSet();
      case "ru" -> RussianAnalyzer.getDefaultStopSet();
      case "tr" -> TurkishAnalyzer.getDefaultStopSet();
      case "ar" -> ArabicAnalyzer.getDefaultStopSet();
      case "hi" -> HindiAnalyzer.getDefaultStopSet();
      default -> NONE;
    };
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    ICUTokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
    TokenStream small =
        "tr".equals(language)
            ? new TurkishLowerCaseFilter(words)
            : new ICUNormalizer2Filter(elided(words));
    TokenStream telling = new StopFilter(small, stopWords(language));
    return new TokenStreamComponents(words, new ASCIIFoldingFilter(stemmed(telling)));
  }

  private TokenStream elided(TokenStream words) {
    return switch (language) {
      case "en" -> new EnglishPossessiveFilter(words);
      case "fr" -> new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
      case "it" ->
          new ElisionFilter(
              words,
              StopFilter.makeStopSet(
                  new String[] {
                    "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl",
                    "dagl", "degl", "negl", "sugl", "un", "m", "t", "s", "v", "d", "quell"
                  },
                  true));
      default -> words;
    };
  }

  private TokenStream stemmed(TokenStream words) {
    return switch (language) {
      case "en" -> new KStemFilter(new StemmerOverrideFilter(words, irregular));
      case "de" -> new GermanLightStemFilter(new GermanNormalizationFilter(words));
      case "fr" -> new FrenchLightStemFilter(words);
      case "es" -> new SpanishLightStemFilter(words);
      case "it" -> new SnowballFilter(words, "Italian");
      case "pt" -> new PortugueseLightStemFilter(words);
      case "sv" -> new SwedishLightStemFilter(words);
      case "ru" -> new RussianLightStemFilter(words);
      case "nl" -> new SnowballFilter(words, "Dutch");
      case "tr" -> new SnowballFilter(words, "Turkish");
      case "da" -> new SnowballFilter(words, "Danish");
      case "no", "nb" -> new SnowballFilter(words, "Norwegian");
      case "fi" -> new SnowballFilter(words, "Finnish");
      case "hu" -> new SnowballFilter(words, "Hungarian");
      case "ro" -> new SnowballFilter(words, "Romanian");
      case "ar" -> new ArabicStemFilter(new ArabicNormalizationFilter(words));
      case "hi" -> new HindiStemFilter(new HindiNormalizationFilter(words));
      default -> words;
    };
  }

  private static CharArraySet english() {
    try (Reader words =
        new InputStreamReader(
            SnowballFilter.class.getResourceAsStream("english_stop.txt"), StandardCharsets.UTF_8)) {
      return with(
          WordlistLoader.getSnowballWordSet(words),
          List.of("without", "can", "will", "one", "may", "must", "every", "also", "yet", "still"));
    } catch (IOException e) {
      throw new UncheckedIOException("Lucene's list of English stop words cannot be read", e);
    }
  }

  private static CharArraySet with(CharArraySet words, List<String> more) {
    CharArraySet set = CharArraySet.copy(words);
    set.addAll(more);
    return CharArraySet.unmodifiableSet(set);
  }

  /** A map for the constructor. */
  static StemmerOverrideMap irregular(Map<String, String> forms) {
    StemmerOverrideFilter.Builder builder = new StemmerOverrideFilter.Builder(false);
    forms.forEach(builder::add);
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException("A map in memory cannot be built", e);
    }
  }
}
