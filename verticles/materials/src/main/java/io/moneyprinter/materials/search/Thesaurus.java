package io.moneyprinter.materials.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * English words and what they have to do with one another, taken from WordNet 3.1 (Princeton
 * University; licence in NOTICE.txt). Immutable; its lines are taken apart when they are asked for.
 */
public final class Thesaurus {
  private static final int COLUMNS = 7;

  private final Map<String, String> lines;
  private final Map<String, String> irregular;

  private Thesaurus(Map<String, String> lines, Map<String, String> irregular) {
    this.lines = lines;
    this.irregular = irregular;
  }

  /** What a word stands for. */
  public enum Kind {
    /** Something that a camera can be held at. */
    THING,
    IDEA,
    DEED,
    QUALITY,
    MANNER
  }

  /**
   * A word.
   *
   * @param count how often it was met in the texts that WordNet was tagged on
   * @param same words of the same meaning
   * @param wider what it is a kind of, nearest first
   * @param root words of the same root
   * @param near things that its definition names
   */
  public record Word(
      Kind kind,
      int count,
      List<String> same,
      List<String> wider,
      List<String> root,
      List<String> near) {}

  /** The one in the jar; reads a megabyte, so keep what it gives. */
  public static Thesaurus load() {
    return new Thesaurus(read("thesaurus.tsv"), read("irregular.tsv"));
  }

  /**
   * @param word in small letters
   * @return {@code null} for one that it does not have
   */
  public Word word(String word) {
    String line = lines.get(word);
    if (line == null) {
      return null;
    }
    String[] columns = line.split("\t", COLUMNS - 1);
    return new Word(
        kind(columns[0]),
        Integer.parseInt(columns[1]),
        words(columns, 2),
        words(columns, 3),
        words(columns, 4),
        words(columns, 5));
  }

  /** Irregular forms, such as {@code mice}, with the words that they are forms of. */
  Map<String, String> irregular() {
    return irregular;
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "C" -> Kind.THING;
      case "N" -> Kind.IDEA;
      case "V" -> Kind.DEED;
      case "A" -> Kind.QUALITY;
      default -> Kind.MANNER;
    };
  }

  private static List<String> words(String[] columns, int column) {
    return columns.length <= column || columns[column].isEmpty()
        ? List.of()
        : List.of(columns[column].split(" "));
  }

  private static Map<String, String> read(String resource) {
    Map<String, String> lines = new HashMap<>();
    try (InputStream in = Thesaurus.class.getResourceAsStream(resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        lines.put(line.substring(0, tab), line.substring(tab + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The thesaurus of this jar cannot be read", e);
    }
    return Map.copyOf(lines);
  }
}
