package io.moneyprinter.content.script;

import io.moneyprinter.content.text.SceneCutter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a script that was written as plain text although JSON was asked for: with scenes under
 * headings where there are any, else cut like a text of the user's.
 */
final class ProseReader {
  private static final Pattern FENCE = Pattern.compile("(?m)^\\s*```\\w*\\s*$");
  private static final Pattern CHATTER =
      Pattern.compile(
          "(?i)^(?:sure|certainly|of course|absolutely|okay|ok|great|here(?:['’]s| is| are)|below is)\\b.*[:!.]$");
  private static final Pattern FAREWELL =
      Pattern.compile(
          "(?i)^(?:let me know|i hope|would you like|feel free|enjoy|is there anything|note:|word count|\\(?\\d+ words).*");
  private static final Pattern SCENE =
      Pattern.compile("(?i)^\\W*(?:scene|part|segment|szene|escena|scène)\\s*\\d+\\W*(.*)$");
  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)^\\W*(title|visuals?|image|footage|terms|search terms|keywords|on-?screen(?: text)?|narration|narrator|voice-?over|text)\\**\\s*[:：]\\**\\s*(.*)$");
  private static final Pattern RULE = Pattern.compile("^[-*_=]{3,}$");
  private static final int FEWEST_WORDS = 8;

  private final SceneCutter cutter;
  private final List<Draft.Part> parts = new ArrayList<>();
  private final StringBuilder told = new StringBuilder();
  private List<String> terms = List.of();
  private String visual;
  private String sceneTitle;
  private String title = "";
  private boolean headings;

  private ProseReader(String language) {
    this.cutter = new SceneCutter(language);
  }

  /** The script in a text. */
  static Draft read(String text, String language) throws UnusableAnswer {
    String plain = FENCE.matcher(text).replaceAll("").strip();
    if (plain.isEmpty()) {
      throw new UnusableAnswer("it is empty");
    }
    if (Refusals.refuses(plain)) {
      throw new UnusableAnswer(
          "it declines instead of writing: " + plain.lines().findFirst().orElse(""));
    }
    Draft draft = new ProseReader(language).lines(plain, language);
    if (draft.scenes().isEmpty() || shorter(draft.narration())) {
      throw new UnusableAnswer("it holds no JSON object with a list of scenes");
    }
    return draft;
  }

  private static boolean shorter(String narration) {
    boolean apart = narration.codePoints().filter(Character::isIdeographic).count() > FEWEST_WORDS;
    return !apart && narration.split("\\s+").length < FEWEST_WORDS;
  }

  private Draft lines(String text, String language) {
    List<String> lines = text.lines().map(String::strip).toList();
    int from = 0;
    int to = lines.size();
    while (from < to
        && (lines.get(from).isEmpty()
            || CHATTER.matcher(lines.get(from)).matches() && from + 1 < to)) {
      from++;
    }
    while (to > from
        && (lines.get(to - 1).isEmpty() || FAREWELL.matcher(lines.get(to - 1)).matches())) {
      to--;
    }
    lines.subList(from, to).forEach(this::line);
    endScene();
    if (headings || parts.isEmpty()) {
      return new Draft(title, parts);
    }
    List<Draft.Part> cut =
        cutter.cut(String.join("\n\n", parts.stream().map(Draft.Part::narration).toList())).stream()
            .map(narration -> new Draft.Part(narration, List.of(), null, null))
            .toList();
    return new Draft(title, cut);
  }

  private void line(String line) {
    Matcher scene = SCENE.matcher(line);
    Matcher field = FIELD.matcher(line);
    if (scene.matches() && (line.length() < 80 || scene.group(1).isEmpty())) {
      endScene();
      headings = true;
      heading(scene.group(1));
    } else if (field.matches()) {
      field(field.group(1).toLowerCase(Locale.ROOT), field.group(2));
    } else if (line.matches("#{1,2} .*") && title.isEmpty() && told.isEmpty() && parts.isEmpty()) {
      title = SpokenText.of(line);
    } else if (!RULE.matcher(line).matches()) {
      told.append(line).append('\n');
      if (line.isEmpty() && !headings) {
        endScene();
      }
    }
  }

  /** What stands behind {@code Scene 3:} is a heading when short, else what is said. */
  private void heading(String rest) {
    String plain = SpokenText.of(rest.replaceAll("^[\\W_]+", ""));
    if (plain.split("\\s+").length > 5 || plain.matches(".*[.!?]$")) {
      told.append(plain).append('\n');
    } else if (!plain.isEmpty()) {
      sceneTitle = plain;
    }
  }

  private void field(String name, String value) {
    String plain = SpokenText.of(value.replaceAll("\\*+$", ""));
    if (name.startsWith("title")) {
      title = title.isEmpty() ? plain : title;
    } else if (name.startsWith("visual") || name.equals("image") || name.equals("footage")) {
      visual = plain;
    } else if (name.contains("terms") || name.equals("keywords")) {
      terms =
          Stream.of(plain.split("[,;、]"))
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .limit(5)
              .toList();
    } else if (name.startsWith("on")) {
      sceneTitle = plain;
    } else {
      told.append(plain).append('\n');
    }
  }

  private void endScene() {
    String narration = SpokenText.of(told.toString());
    if (SpokenText.sayable(narration)) {
      parts.add(new Draft.Part(narration, terms, visual, sceneTitle));
      terms = List.of();
      visual = null;
      sceneTitle = null;
    }
    told.setLength(0);
  }
}
