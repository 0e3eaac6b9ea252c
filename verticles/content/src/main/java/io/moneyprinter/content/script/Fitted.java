package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.text.OwnText;
import io.moneyprinter.content.text.TextForm;
import java.util.ArrayList;
import java.util.List;

/**
 * A draft of the right length.
 *
 * @param rate speed of the voice that makes it so; {@code null} for the brief's
 * @param notes what was doubtful about it
 */
record Fitted(Draft draft, Double rate, List<String> notes) {
  /** The script that it becomes. */
  Script script(ScriptOrder order, Conversation conversation) {
    VideoBrief brief = order.brief();
    String title = brief.title() == null || brief.title().isBlank() ? draft.title() : brief.title();
    if (title.isBlank()) {
      title = OwnText.shortTitle(order.text(), brief.language());
    }
    List<String> all = new ArrayList<>(conversation.notes());
    all.addAll(notes);
    return new Script(
        TextForm.onOneLine(title),
        brief.language(),
        scenes(brief.language()),
        conversation.writer(),
        conversation.tokens(),
        rate,
        order.sources(),
        all,
        null);
  }

  private List<Scene> scenes(String language) {
    List<SceneBrief> parts =
        draft.scenes().stream()
            .map(part -> new SceneBrief(part.narration(), part.terms(), part.title()))
            .toList();
    List<Scene> scenes = new ArrayList<>();
    for (Scene scene : OwnText.numbered(parts, language)) {
      scenes.add(
          new Scene(
              scene.index(),
              scene.narration(),
              scene.terms(),
              scene.title(),
              draft.scenes().get(scene.index()).visual()));
    }
    return List.copyOf(scenes);
  }
}
