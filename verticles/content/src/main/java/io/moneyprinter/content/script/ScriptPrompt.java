package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.WritingBrief;
import io.moneyprinter.content.model.ChatMessage;
import io.moneyprinter.content.text.TextForm;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts an order into words for a model. Pure. */
final class ScriptPrompt {
  /** How fast people speak before any voice was measured. */
  static final double WORDS_PER_SECOND = 2.4;

  private static final double SECONDS_PER_SCENE = 7;
  private static final int LONGEST_ARTICLE = 24_000;

  private final Prompts prompts;

  ScriptPrompt(Prompts prompts) {
    this.prompts = prompts;
  }

  /**
   * The opening of the conversation.
   *
   * @param seconds how long the script should take to say
   */
  List<ChatMessage> opening(ScriptOrder order, double seconds) {
    VideoBrief brief = order.brief();
    Map<String, String> values = new HashMap<>();
    values.put("topic", order.text().strip());
    values.put("article", TextForm.shortened(order.text(), LONGEST_ARTICLE, brief.language()));
    values.put("script", order.text().strip());
    values.put("language", language(brief.language()));
    values.put("seconds", Long.toString(Math.round(seconds)));
    values.put("words", Integer.toString(words(seconds, brief)));
    values.put("scenes", Long.toString(scenes(brief.writing(), seconds)));
    values.put("wishes", wishes(brief.writing()));
    PromptName kind =
        switch (order.kind()) {
          case TOPIC -> PromptName.SCRIPT_USER;
          case ARTICLE -> PromptName.SCRIPT_ARTICLE;
          case ENHANCE -> PromptName.SCRIPT_ENHANCE;
        };
    return List.of(
        ChatMessage.system(prompts.text(PromptName.SCRIPT_SYSTEM, values)),
        ChatMessage.user(prompts.text(kind, values)));
  }

  /** Words that take about so long at the brief's speed, before any voice was measured. */
  static int words(double seconds, VideoBrief brief) {
    return (int) Math.max(5, Math.round(seconds * WORDS_PER_SECOND * brief.rate()));
  }

  private static long scenes(WritingBrief writing, double seconds) {
    return writing.paragraphs() != null
        ? writing.paragraphs()
        : Math.max(2, Math.round(seconds / SECONDS_PER_SCENE));
  }

  private static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH) + " (" + tag + ")";
  }

  private static String wishes(WritingBrief writing) {
    return wish("Style", writing.style())
        + wish("Tone", writing.tone())
        + wish("Audience", writing.audience());
  }

  private static String wish(String name, String value) {
    return value == null || value.isBlank() ? "" : name + ": " + TextForm.onOneLine(value) + "\n";
  }

  /** Sends an answer back that cannot be read. */
  ChatMessage repair(String problem) {
    return ChatMessage.user(prompts.text(PromptName.SCRIPT_REPAIR, Map.of("problem", problem)));
  }

  /**
   * Sends an answer back that has not the right length.
   *
   * @param had words it has
   * @param wanted words it should have
   */
  ChatMessage length(int had, int wanted) {
    return ChatMessage.user(
        prompts.text(
            PromptName.SCRIPT_LENGTH,
            Map.of(
                "had", Integer.toString(had),
                "wanted", Integer.toString(wanted),
                "change", had > wanted ? "shorten" : "lengthen")));
  }
}
