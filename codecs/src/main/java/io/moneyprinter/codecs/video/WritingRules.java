package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import io.moneyprinter.codecs.content.PromptName;
import java.net.URI;

/** What a brief may ask of the writing of its script. */
final class WritingRules {
  private static final int LONGEST_WISH = 300;
  private static final int LONGEST_TEXT = 200_000;

  private final Faults faults;
  private final VideoBrief brief;

  WritingRules(Faults faults, VideoBrief brief) {
    this.faults = faults;
    this.brief = brief;
  }

  void check() {
    WritingBrief writing = brief.writing();
    if (writing.seconds() != null) {
      faults.range("/writing/seconds", writing.seconds(), 5, 1800, "seconds");
    }
    faults.when(
        writing.paragraphs() != null && (writing.paragraphs() < 1 || writing.paragraphs() > 60),
        "/writing/paragraphs",
        "must be 1 to 60 scenes");
    wish("style", writing.style());
    wish("tone", writing.tone());
    wish("audience", writing.audience());
    faults.when(
        writing.enhances() && blank(brief.script()),
        "/writing/enhance",
        "rewords a script, and there is none: leave it out, or give the text as script");
    faults.when(
        writing.translateTo() != null && !BriefRules.tag(writing.translateTo()),
        "/writing/translateTo",
        BriefRules.TAG);
    writing.prompts().forEach(this::prompt);
    if (brief.source() != null) {
      source(brief.source());
    }
  }

  private void prompt(PromptName name, String text) {
    faults.when(
        text.isBlank() || text.length() > PromptName.LONGEST,
        "/writing/prompts/" + name.text(),
        "must be 1 to %d characters; leave it out for the installation's own"
            .formatted(PromptName.LONGEST));
  }

  private void wish(String key, String value) {
    faults.when(
        value != null && value.length() > LONGEST_WISH,
        "/writing/" + key,
        "must be a few words, at most " + LONGEST_WISH + " characters");
  }

  private void source(SourceBrief source) {
    int given =
        (blank(source.text()) ? 0 : 1)
            + (blank(source.url()) ? 0 : 1)
            + (blank(source.encyclopedia()) ? 0 : 1);
    faults.when(given != 1, "/source", "takes exactly one of text, url and encyclopedia");
    faults.when(
        source.text() != null && source.text().length() > LONGEST_TEXT,
        "/source/text",
        "has " + length(source) + " characters; at most " + LONGEST_TEXT + " can be read");
    faults.when(
        !blank(source.url()) && !web(source.url()),
        "/source/url",
        "must be an http or https address such as https://example.org/article");
  }

  private static int length(SourceBrief source) {
    return source.text() == null ? 0 : source.text().length();
  }

  private static boolean web(String url) {
    try {
      URI parsed = URI.create(url.strip());
      return parsed.getHost() != null && String.valueOf(parsed.getScheme()).matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
