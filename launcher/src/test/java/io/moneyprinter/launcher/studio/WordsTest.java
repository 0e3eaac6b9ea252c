package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.launcher.studio.StudioSources.Source;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The words of all pages: whole in every language, and none outside of the tables. */
class WordsTest {
  private static final List<String> LANGUAGES = List.of("en", "zh", "es", "de");
  private static final Pattern TABLE = Pattern.compile("\\{\\s*en:\\s*\\{");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern INNERMOST = Pattern.compile("\\$?\\{([^{}]*)}");
  private static final Pattern TEXT =
      Pattern.compile("(?<![=\\-])>([^<>`=;(){}']*\\p{L}{3,}[^<>`=;(){}']*)<");
  private static final Pattern SPOKEN =
      Pattern.compile("\\s(?:aria-label|placeholder|title|alt)=\"([^\"$]*\\p{L}{3,}[^\"$]*)\"");

  /** Names that are the same in every language. */
  private static final Set<String> NAMES =
      Set.of("moneyprinter", "storage.*", "webhook-id", "https://", "Ctrl+");

  @RegisterExtension static final StudioNode STUDIO = new StudioNode();

  @Test
  void everyTableHasAllLanguagesWithTheSameKeysAndPlaceholders() throws IOException {
    STUDIO.open("/account"); // an empty page of the browser's own reads literals as well
    List<String> wrong = new ArrayList<>();
    int tables = 0;
    for (Source source : StudioSources.all()) {
      for (String literal : literals(spoken(source))) {
        tables++;
        Object json =
            STUDIO
                .browser()
                .eval(
                    "((words) => {%s;return JSON.stringify(%s)})(() => null)"
                        .formatted(names(source), literal));
        compare(source.path(), new JsonObject(String.valueOf(json)), wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tables).isGreaterThan(10);
  }

  /** Without what only programmers read. */
  private static String spoken(Source source) {
    return source.text().replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "");
  }

  /** What tables of a module of words may name. */
  private static String names(Source source) {
    return source.path().matches(".*/words[^/]*\\.js")
        ? spoken(source).replaceAll("(?m)^import .*$", "").replaceAll("(?m)^export ", "")
        : "";
  }

  private static void compare(String path, JsonObject table, List<String> wrong) {
    JsonObject english = table.getJsonObject("en");
    for (String language : LANGUAGES) {
      JsonObject own = table.getJsonObject(language, new JsonObject());
      Set<String> keys = new TreeSet<>(english.fieldNames());
      keys.addAll(own.fieldNames());
      for (String key : keys) {
        if (!english.containsKey(key) || !own.containsKey(key)) {
          wrong.add(path + ": " + key + " is missing in en or " + language);
        } else if (!placeholders(english, key).equals(placeholders(own, key))) {
          wrong.add(path + ": " + key + " has other placeholders in " + language);
        }
      }
    }
  }

  private static Set<String> placeholders(JsonObject words, String key) {
    return PLACEHOLDER
        .matcher(
            String.valueOf(words.getValue(key))
                .replaceAll("\"(one|other|few|many|two|zero)\":", ""))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Object literals that begin with {@code {en: {}, up to the brace that closes them. */
  private static List<String> literals(String text) {
    List<String> found = new ArrayList<>();
    Matcher begin = TABLE.matcher(text);
    while (begin.find()) {
      found.add(text.substring(begin.start(), end(text, begin.start())));
    }
    return found;
  }

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
    throw new AssertionError("A table of words does not end");
  }

  @Test
  void noPageHasWordsOutsideOfItsTable() throws IOException {
    List<String> found = new ArrayList<>();
    for (Source source : StudioSources.all()) {
      String text = spoken(source);
      for (String literal : literals(text)) {
        text = text.replace(literal, "");
      }
      for (String part : parts(text)) {
        collect(source.path(), TEXT, part, found);
        collect(source.path(), SPOKEN, part, found);
      }
    }
    assertThat(found).isEmpty();
  }

  /** What stands in braces, from the inside out, each without what stood in braces in it. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    Matcher inner = INNERMOST.matcher(rest);
    while (inner.find()) {
      parts.add(inner.group(1));
      rest = rest.substring(0, inner.start()) + rest.substring(inner.end());
      inner = INNERMOST.matcher(rest);
    }
    parts.add(rest);
    return parts;
  }

  private static void collect(String path, Pattern pattern, String part, List<String> found) {
    pattern
        .matcher(part)
        .results()
        .map(MatchResult::group)
        .filter(words -> NAMES.stream().noneMatch(words::contains))
        .forEach(words -> found.add(path + ": " + words.strip()));
  }
}
