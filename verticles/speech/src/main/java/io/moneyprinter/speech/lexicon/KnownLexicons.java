package io.moneyprinter.speech.lexicon;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.GetLexicon;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.PutLexicon;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.scene.Lexicons;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Answers for the tenants' lexicons. */
public final class KnownLexicons implements Lexicons {
  private static final int MOST_ENTRIES = 5000;
  private static final int LONGEST = 200;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final LexiconStore store;

  public KnownLexicons(LexiconStore store) {
    this.store = store;
  }

  @Override
  public Future<Map<String, String>> of(String tenant, String language) {
    return store.entries(tenant, List.of(Lexicon.ALL_LANGUAGES, LanguageTag.group(language)));
  }

  /** The caller's entries of a language alone. */
  public Future<Lexicon> get(GetLexicon asked) {
    String language = LanguageTag.group(asked.language());
    return store
        .entries(CallContext.currentOrSystem().tenant(), List.of(language))
        .map(entries -> new Lexicon(language, entries));
  }

  public Future<Lexicon> put(PutLexicon change) {
    Lexicon given = change.lexicon();
    var lexicon = new Lexicon(LanguageTag.group(given.language()), given.entries());
    try {
      check(lexicon);
    } catch (ServiceFailure refusal) {
      return Future.failedFuture(refusal);
    }
    return store.replace(CallContext.currentOrSystem().tenant(), lexicon);
  }

  private static void check(Lexicon lexicon) {
    if (!LANGUAGE.matcher(lexicon.language()).matches()) {
      throw ServiceFailure.invalid(
          "/language", "The language has to be a tag such as en or de, or mul for all languages");
    }
    if (lexicon.entries().size() > MOST_ENTRIES) {
      throw ServiceFailure.invalid(
          "/entries", "A lexicon holds at most %d words; leave some out".formatted(MOST_ENTRIES));
    }
    lexicon
        .entries()
        .forEach(
            (word, said) -> {
              boolean wrong =
                  word.codePoints().noneMatch(Character::isLetterOrDigit)
                      || said.isBlank()
                      || word.length() > LONGEST
                      || said.length() > LONGEST;
              if (wrong) {
                throw ServiceFailure.invalid(
                    "/entries",
                    "'%s' needs a way to read it, both of 1 to %d letters"
                        .formatted(word, LONGEST));
              }
            });
  }
}
