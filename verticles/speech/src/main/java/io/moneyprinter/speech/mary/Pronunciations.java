package io.moneyprinter.speech.mary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marytts.fst.FSTLookup;

/**
 * Which words the engine would say wrong, and how to say them, in its own phones (SAMPA with stress
 * marks). An acronym is spelled when the engine's lexicon does not know it as a word. Safe to use
 * from any thread.
 */
final class Pronunciations {
  /**
   * A stretch of text to speak.
   *
   * @param phones how, or {@code null} to leave it to the engine
   */
  record Piece(String text, String phones) {}

  private static final String LEXICON = "/marytts/language/en_US/lexicon/cmudict.fst";
  private static final String LIST = "pronunciations.txt";
  private static final Pattern WORD =
      Pattern.compile(
          "(?<!\\p{L})(?<core>[AaPp]\\.[Mm]\\.|\\p{Lu}{2,}(?=s(?!\\p{L}))|\\p{L}{2,})"
              + "(?<plural>(?<=\\p{Lu})s|'s)?(?![\\p{L}'])");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]{2,6}");

  private static final Set<String> ALWAYS_SPELLED =
      Set.of(
          "AI", "US", "IT", "UN", "EV", "ID", "TV", "PC", "UK", "EU", "USA", "CIA", "SEO", "LED");
  private static final Set<String> SAID_AS_WORDS =
      Set.of(
          "JSON", "COVID", "FIFA", "OPEC", "ASAP", "YOLO", "LEGO", "IKEA", "NAFTA", "ASCII",
          "UNICEF", "SCUBA", "YAML", "BIOS", "CRISPR", "ISIS", "LIDAR", "SONAR", "JAVA", "LINUX",
          "AM", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "IF", "IN", "IS", "ME", "MY", "NO",
          "OF", "OH", "ON", "OR", "SO", "TO", "UP", "WE", "HI", "OK");

  private static final String[] LETTERS = {
    "' EI", "' b i", "' s i", "' d i", "' i", "' E f", "' dZ i", "' EI tS", "' AI", "' dZ EI",
    "' k EI", "' E l", "' E m", "' E n", "' @U", "' p i", "' k j u", "' A r", "' E s", "' t i",
    "' j u", "' v i", "' d V - b @ l - j u", "' E k s", "' w AI", "' z i"
  };

  private static final Map<String, String> AMERICAN =
      Map.of(
          "our", "or",
          "is(e|ed|es|er|ing|ation|ations)$", "iz$1",
          "ys(e|ed|es|ing)$", "yz$1",
          "tre(s?)$", "ter$1",
          "ogue(s?)$", "og$1",
          "ll(ed|ing|er|ers)$", "l$1");

  private final FSTLookup lexicon;
  private final Map<String, String> said;

  Pronunciations() {
    try (InputStream words = Pronunciations.class.getResourceAsStream(LEXICON);
        InputStream list = Pronunciations.class.getResourceAsStream(LIST)) {
      lexicon = new FSTLookup(words, LEXICON);
      said = entries(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The lexicon of the English voice cannot be read", e);
    }
  }

  private static Map<String, String> entries(String list) {
    return list.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" \\| ", 2))
        .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
  }

  /** Cuts a spoken form into pieces; joined by spaces they are all that is to be said. */
  List<Piece> pieces(String spoken) {
    List<Piece> pieces = new ArrayList<>();
    Matcher word = WORD.matcher(spoken);
    int from = 0;
    while (word.find()) {
      String phones = phones(word.group("core"));
      if (phones != null) {
        addPlain(spoken.substring(from, word.start()), pieces);
        String plural = word.group("plural") == null ? "" : " z";
        pieces.add(new Piece(word.group(), phones + plural));
        from = word.end();
      }
    }
    addPlain(spoken.substring(from), pieces);
    return pieces;
  }

  private static void addPlain(String text, List<Piece> pieces) {
    boolean besideAcronym = !pieces.isEmpty() && text.startsWith("-");
    String rest = besideAcronym ? text.substring(1) : text;
    if (!rest.isBlank()) {
      pieces.add(new Piece(rest.strip(), null));
    }
  }

  private String phones(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (said.containsKey(lower)) {
      return said.get(lower);
    }
    if (CAPITALS.matcher(word).matches() && isSpelled(word)) {
      return String.join(" - ", word.chars().mapToObj(letter -> LETTERS[letter - 'A']).toList());
    }
    return known(lower).length > 0 ? null : american(lower);
  }

  /** British spellings are not in the lexicon, which is American. */
  private String american(String british) {
    for (var ending : AMERICAN.entrySet()) {
      String[] phones = known(british.replaceFirst(ending.getKey(), ending.getValue()));
      if (phones.length > 0) {
        return phones[0];
      }
    }
    return null;
  }

  private boolean isSpelled(String capitals) {
    if (ALWAYS_SPELLED.contains(capitals)) {
      return true;
    }
    return !SAID_AS_WORDS.contains(capitals)
        && (capitals.length() == 2 || known(capitals.toLowerCase(Locale.ROOT)).length == 0);
  }

  /** The lexicon's automaton changes state while it is asked. */
  private synchronized String[] known(String word) {
    return lexicon.lookup(word);
  }
}
