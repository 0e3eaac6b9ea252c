package io.moneyprinter.studio.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of one language: each names all that its page needs, so that a browser fetches it
 * side by side and not as it comes across it.
 */
final class Documents {
  private static final String ADDRESS = "/studio/{build}/";
  private static final Pattern PAGE = Pattern.compile("pages/([^/]+)/([^/]+)-page\\.js");

  /** Of modules; what is imported on demand is called, and stands behind a bracket. */
  private static final Pattern IMPORT = Pattern.compile("(?<!\\()\"\\./([^\"/]+\\.js)\"");

  private static final Pattern SHEET =
      Pattern.compile("styles\\(import\\.meta\\.url, '([^']+\\.css)'(, \\{always: true})?\\)");
  private static final Pattern REPLACED =
      Pattern.compile(
          "(?s)  <script type=\"importmap\">.*?</script>\\n"
              + "|  <!-- Named here[^\\n]*\\n"
              + "|  <link rel=\"(?:stylesheet|modulepreload)\"[^\\n]*\\n"
              + "|  <script type=\"module\"[^\\n]*\\n");

  private final Sources sources;
  private final Path out;

  Documents(Sources sources, Path out) {
    this.sources = sources;
    this.out = out;
  }

  /** Writes one for each page into a folder, named as the page. */
  void write(Path folder, String language) throws IOException {
    Files.createDirectories(folder);
    String frame =
        REPLACED
            .matcher(sources.texts().get(Sources.INDEX))
            .replaceAll("")
            .replaceFirst(
                "<html[^>]*>", "<html lang=\"%1$s\" data-words=\"%1$s\">".formatted(language));
    for (String path : sources.onDemand()) {
      var page = PAGE.matcher(path);
      if (page.matches()) {
        Files.writeString(
            folder.resolve(page.group(2) + ".html"),
            frame.replace("</head>", head(path) + "</head>"));
      }
    }
  }

  private String head(String page) throws IOException {
    String entry = output("shell", "js");
    Set<String> modules = new LinkedHashSet<>();
    collect(entry, modules);
    collect(output(page.replaceAll(".*/|\\.js$", ""), "js"), modules);
    modules.remove(entry);
    StringBuilder head = new StringBuilder();
    sheets(page)
        .forEach(sheet -> head.append(line("<link rel=\"stylesheet\" href=\"%s\">", sheet)));
    for (String module : modules) {
      head.append(line("<link rel=\"modulepreload\" href=\"%s\">", "bundle/" + module));
    }
    return head.append(line("<script type=\"module\" src=\"%s\"></script>", "bundle/" + entry))
        .toString();
  }

  private static String line(String markup, String path) {
    return "  " + markup.formatted(ADDRESS + path) + "\n";
  }

  /** The joined sheet, those that hold on every page, and the page's own. */
  private Collection<String> sheets(String page) throws IOException {
    Set<String> sheets = new LinkedHashSet<>(Set.of("bundle/" + output("studio", "css")));
    sources.texts().forEach((path, text) -> asked(path, text, true).forEach(sheets::add));
    asked(page, sources.texts().get(page), false).forEach(sheets::add);
    return sheets;
  }

  private static Stream<String> asked(String path, String text, boolean always) {
    return SHEET
        .matcher(text)
        .results()
        .filter(sheet -> !always || sheet.group(2) != null)
        .map(sheet -> path.replaceFirst("[^/]+$", "") + sheet.group(1));
  }

  /** A module and all that it imports, before it is asked to. */
  private void collect(String module, Set<String> found) throws IOException {
    if (!found.add(module)) {
      return;
    }
    Set<String> imports =
        IMPORT
            .matcher(Files.readString(out.resolve(module)))
            .results()
            .map((MatchResult name) -> name.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (String name : imports) {
      collect(name, found);
    }
  }

  /** The file that became of an entry, by the hash that its name carries. */
  private String output(String name, String ending) throws IOException {
    Pattern file = Pattern.compile(Pattern.quote(name) + "-[A-Z0-9]{8}\\." + ending);
    return Folders.files(out).stream()
        .map(path -> path.getFileName().toString())
        .filter(path -> file.matcher(path).matches())
        .findFirst()
        .orElseThrow(() -> new IOException("esbuild made no " + name + "." + ending));
  }
}
