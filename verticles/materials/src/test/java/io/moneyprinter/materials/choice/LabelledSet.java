package io.moneyprinter.materials.choice;

import io.moneyprinter.materials.search.SearchEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Sentences and library entries with a person's judgement of which show what a sentence speaks of.
 * A line {@code S language|sentence|terms|subject} begins a sentence; the lines {@code +} after it
 * fit, the lines {@code -} are there to mislead: they share words with it. A line {@code =} names
 * the title of an entry elsewhere that fits too. Sentences of the same subject share what fits. An
 * entry is {@code [language:]title|tags|description}.
 */
record LabelledSet(List<Sentence> sentences, List<SearchEntry> entries) {
  record Sentence(
      String file, String language, String text, List<String> terms, Set<String> fitting) {}

  static LabelledSet read() {
    List<Sentence> sentences = new ArrayList<>();
    List<SearchEntry> entries = new ArrayList<>();
    Map<String, Set<String>> subjects = new HashMap<>();
    Map<String, List<Set<String>>> also = new HashMap<>();
    for (String file : List.of("labelled-1.txt", "labelled-2.txt", "labelled-3.txt")) {
      Set<String> fitting = Set.of();
      for (String line : lines(file)) {
        String rest = line.substring(2);
        if (line.startsWith("S ")) {
          String[] parts = rest.split("\\|", -1);
          fitting =
              parts.length < 4
                  ? new HashSet<>()
                  : subjects.computeIfAbsent(parts[3], subject -> new HashSet<>());
          List<String> terms =
              parts.length < 3 || parts[2].isEmpty() ? List.of() : List.of(parts[2].split(", *"));
          sentences.add(new Sentence(file, parts[0], parts[1], terms, fitting));
        } else if (line.startsWith("= ")) {
          also.computeIfAbsent(rest, title -> new ArrayList<>()).add(fitting);
        } else {
          SearchEntry entry = entry("e" + entries.size(), rest);
          entries.add(entry);
          if (line.startsWith("+ ")) {
            fitting.add(entry.id());
          }
        }
      }
    }
    for (String line : lines("others.txt")) {
      entries.add(entry("e" + entries.size(), line));
    }
    for (SearchEntry entry : entries) {
      also.getOrDefault(entry.title(), List.of()).forEach(fitting -> fitting.add(entry.id()));
    }
    return new LabelledSet(sentences, entries);
  }

  /**
   * Sentences about the same entries that nothing was ever tuned on: lines {@code
   * language|sentence|terms|title}, where the entry of that title fits, and whatever fits the
   * sentences that it fits.
   */
  List<Sentence> heldOut() {
    Map<String, String> ids = new HashMap<>();
    entries.forEach(entry -> ids.putIfAbsent(entry.title(), entry.id()));
    List<Sentence> held = new ArrayList<>();
    for (String line : lines("held-out.txt")) {
      String[] parts = line.split("\\|", -1);
      String id = Objects.requireNonNull(ids.get(parts[3]), () -> "No entry " + parts[3]);
      Set<String> fitting = new HashSet<>(Set.of(id));
      sentences.stream()
          .map(Sentence::fitting)
          .filter(other -> other.contains(id))
          .forEach(fitting::addAll);
      List<String> terms = parts[2].isEmpty() ? List.of() : List.of(parts[2].split(", *"));
      held.add(new Sentence("held-out.txt", parts[0], parts[1], terms, fitting));
    }
    return held;
  }

  private static SearchEntry entry(String id, String line) {
    boolean foreign = line.length() > 3 && line.charAt(2) == ':';
    String[] parts = (foreign ? line.substring(3) : line).split("\\|", -1);
    List<String> tags =
        parts.length < 2 || parts[1].isEmpty() ? List.of() : List.of(parts[1].split(", *"));
    String description = parts.length < 3 ? "" : parts[2];
    List<String> languages = List.of(foreign ? line.substring(0, 2) : "en");
    return new SearchEntry(id, languages, parts[0], tags, description, Set.of());
  }

  private static List<String> lines(String file) {
    try (InputStream in = LabelledSet.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
