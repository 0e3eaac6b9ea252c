package io.moneyprinter.studio.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The studio's files as they were written, by their paths.
 *
 * <p>They are bundled from a copy with small changes, none of which moves a line, so that the maps
 * fit the originals: tables of words keep one language, addresses of files stay those of the
 * module's own folder, and what is fetched on demand counts as having the shell, so that all the
 * shell needs becomes one file.
 */
record Sources(Map<String, String> texts) {
  static final String INDEX = "index.html";
  static final String ENTRY = "core/shell.js";

  /** All sheets that the index names. */
  static final String STYLE = "studio.css";

  /** The name that esbuild replaces by the language. */
  static final String LANGUAGE = "BUNDLED_LANGUAGE";

  private static final Pattern ON_DEMAND =
      Pattern.compile("pages/[^/]+/(?:[^/]+-page|sections/[^/]+)\\.js");
  private static final Pattern TABLE = Pattern.compile("\\{\\s*en:\\s*\\{");
  private static final Pattern PACKAGE = Pattern.compile("(?:from|import) '(lit(?:/[^']+)?)'");
  private static final Pattern SHEET =
      Pattern.compile("<link rel=\"stylesheet\" href=\"/studio/\\{build}/([^\"]+)\">");

  static Sources read(Path studio) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : Folders.files(studio)) {
      String path = Folders.below(studio, file);
      if (path.matches(".+\\.(js|css|html)") && !path.startsWith("bundle/")) {
        texts.put(path, Files.readString(file));
      }
    }
    return new Sources(texts);
  }

  /** Modules that are fetched when they are needed. */
  List<String> onDemand() {
    return texts.keySet().stream().filter(path -> ON_DEMAND.matcher(path).matches()).toList();
  }

  /** Writes the copy that is bundled. */
  void stage(Path folder) throws IOException {
    for (Map.Entry<String, String> one : texts.entrySet()) {
      Path file = folder.resolve(one.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          one.getKey().endsWith(".js") ? staged(one.getKey(), one.getValue()) : one.getValue());
    }
    String sheets =
        SHEET
            .matcher(texts.get(INDEX))
            .results()
            .map(sheet -> "@import \"./" + sheet.group(1) + "\";\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(STYLE), sheets);
  }

  private String staged(String path, String text) {
    String up = "../".repeat(path.split("/").length - 1);
    String changed =
        oneLanguage(text)
            .replace("import.meta.url", "new URL('../" + path + "', import.meta.url).href");
    if (path.equals(ENTRY)) {
      return imports(shared(), up) + changed;
    }
    return ON_DEMAND.matcher(path).matches() ? imports(List.of(ENTRY), up) + changed : changed;
  }

  private static String imports(Collection<String> modules, String up) {
    return modules.stream()
        .map(module -> "import '" + (module.startsWith("lit") ? "" : up) + module + "';")
        .collect(Collectors.joining());
  }

  /** What most pages need comes with the shell: a file of its own for each would cost more. */
  private Collection<String> shared() {
    Stream<String> own =
        texts.keySet().stream()
            .filter(path -> path.matches("(?:core|parts)/[^/]+\\.js") && !path.equals(ENTRY));
    Stream<String> packages =
        texts.values().stream()
            .flatMap(text -> PACKAGE.matcher(text).results())
            .map(found -> found.group(1));
    return Stream.concat(own, packages).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Turns each table {@code {en: …, de: …}} into that of the language alone, still by its name. */
  private static String oneLanguage(String text) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    Matcher table = TABLE.matcher(text);
    while (table.find(from)) {
      int end = end(text, table.start());
      out.append(text, from, table.start())
          .append("{[" + LANGUAGE + "]: ")
          .append(text, table.start(), end)
          .append("[" + LANGUAGE + "]}");
      from = end;
    }
    return out.append(text, from, text.length()).toString();
  }

  /** Behind the brace that closes the one at an index. */
  private static int end(String text, int begin) {
    int depth = 0;
    char quote = 0;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"' || c == '`') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException("A table of words does not end");
  }
}
