package io.moneyprinter.speech.text;

import io.moneyprinter.codecs.speech.WordTiming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How words are to be said that a voice would read wrong. A text is spelled anew before it is
 * spoken; the times of what was spoken are told of the words as they are written. Immutable.
 */
public final class Lexicon {
  private static final int MOST_WORDS = 6;
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}+#]+$");

  private static final Pattern BARE =
      Pattern.compile("([^\\p{L}\\p{N}]*)(.*?)([^\\p{L}\\p{N}+#]*)", Pattern.DOTALL);

  private final Map<List<String>, String> entries = new HashMap<>();

  /**
   * @param entries how to read it, by the written word or words; letter case does not matter
   */
  public Lexicon(Map<String, String> entries) {
    entries.forEach(
        (written, said) ->
            this.entries.put(
                WrittenWords.of(written).stream().map(word -> bare(word.text())).toList(), said));
  }

  /**
   * A stretch of a text and what stands for it.
   *
   * @param words how many written words
   * @param from first character in the new text, inclusive
   * @param to last character in the new text, exclusive
   */
  private record Piece(int words, int from, int to) {}

  /** A text spelled as it is to be said. */
  public static final class Spelled {
    private final String text;
    private final List<WrittenWord> written;
    private final List<Piece> pieces;

    private Spelled(String text, List<WrittenWord> written, List<Piece> pieces) {
      this.text = text;
      this.written = written;
      this.pieces = pieces;
    }

    public String text() {
      return text;
    }

    /** The times of the written words, from those of the words of {@link #text}. */
    public List<WordTiming> asWritten(List<WordTiming> spoken) {
      List<WordTiming> times = new ArrayList<>();
      int next = 0;
      double at = 0;
      for (Piece piece : pieces) {
        double start = next < spoken.size() ? spoken.get(next).start() : at;
        double end = start;
        while (next < spoken.size() && spoken.get(next).from() < piece.to()) {
          end = spoken.get(next++).end();
        }
        share(written.subList(times.size(), times.size() + piece.words()), start, end, times);
        at = end;
      }
      return times;
    }

    /** Words that are said together share the time by their letters. */
    private static void share(
        List<WrittenWord> words, double start, double end, List<WordTiming> times) {
      double total = words.stream().mapToInt(word -> word.text().length()).sum();
      double at = start;
      for (WrittenWord word : words) {
        double until = Math.min(end, at + (end - start) * word.text().length() / total);
        until = words.size() == 1 ? end : until;
        times.add(new WordTiming(word.text(), word.from(), word.to(), at, Math.max(at, until)));
        at = Math.max(at, until);
      }
    }
  }

  /** The text with every known word as it is to be said, punctuation kept. */
  public Spelled spell(String text) {
    List<WrittenWord> words = WrittenWords.of(text);
    var spelled = new StringBuilder();
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (int i = 0; i < words.size(); ) {
      int count = known(words, i);
      int last = i + Math.max(1, count) - 1;
      int from = words.get(i).from();
      int to = words.get(last).to();
      spelled.append(text, done, from);
      int begin = spelled.length();
      String stretch = text.substring(from, to);
      spelled.append(count == 0 ? stretch : replaced(stretch, words.subList(i, last + 1)));
      pieces.add(new Piece(last - i + 1, begin, spelled.length()));
      done = to;
      i = last + 1;
    }
    spelled.append(text.substring(done));
    return new Spelled(spelled.toString(), words, pieces);
  }

  /** How many words from here on are an entry, the longest one; 0 for none. */
  private int known(List<WrittenWord> words, int from) {
    if (entries.isEmpty()) {
      return 0;
    }
    for (int count = Math.min(MOST_WORDS, words.size() - from); count > 0; count--) {
      if (entries.containsKey(key(words.subList(from, from + count)))) {
        return count;
      }
    }
    return 0;
  }

  private String replaced(String stretch, List<WrittenWord> words) {
    var parts = BARE.matcher(stretch);
    String said = entries.get(key(words));
    return parts.matches() ? parts.group(1) + said + parts.group(3) : said;
  }

  private static List<String> key(List<WrittenWord> words) {
    return words.stream().map(word -> bare(word.text())).toList();
  }

  private static String bare(String word) {
    return AROUND.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
