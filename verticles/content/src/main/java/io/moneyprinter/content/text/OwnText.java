package io.moneyprinter.content.text;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.speech.NarrationMarks;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;

/** Makes a script of the user's own words, every one of which is kept. */
public final class OwnText {
  private static final int LONGEST_TITLE = 60;

  private OwnText() {}

  /** The script of a brief that has scenes or a script text. A long text takes a while. */
  public static Script script(VideoBrief brief) {
    return brief.scenes().isEmpty() ? cut(brief) : asGiven(brief);
  }

  private static Script cut(VideoBrief brief) {
    List<String> parts = new SceneCutter(brief.language()).cut(brief.script());
    List<SceneBrief> scenes =
        marks(brief).continued(parts).stream()
            .map(part -> new SceneBrief(part, null, null))
            .toList();
    return script(brief, scenes);
  }

  private static Script asGiven(VideoBrief brief) {
    List<SceneBrief> scenes =
        brief.scenes().stream()
            .map(
                s ->
                    new SceneBrief(
                        TextForm.onOneLine(said(s)),
                        given(s),
                        title(s),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        s.voice(),
                        s.delivery()))
            .toList();
    Script script = script(brief, scenes);
    List<Scene> marked =
        script.scenes().stream()
            .map(scene -> marked(scene, brief.scenes().get(scene.index()).narration()))
            .toList();
    return script.with(marked);
  }

  /** Markup is for the voice: everything else sees what is said. */
  private static String said(SceneBrief scene) {
    return SpeechMarkup.is(scene.narration())
        ? SpeechMarkup.parse(scene.narration()).plain()
        : scene.narration();
  }

  private static Scene marked(Scene scene, String narration) {
    return SpeechMarkup.is(narration)
        ? new Scene(
            scene.index(),
            scene.narration(),
            scene.terms(),
            scene.title(),
            scene.visual(),
            scene.voice(),
            scene.delivery(),
            narration)
        : scene;
  }

  private static NarrationMarks marks(VideoBrief brief) {
    return new NarrationMarks(brief.narration().voices().keySet());
  }

  private static List<String> given(SceneBrief scene) {
    return scene.terms().stream().map(TextForm::onOneLine).filter(t -> !t.isEmpty()).toList();
  }

  private static String title(SceneBrief scene) {
    return scene.title() == null || scene.title().isBlank()
        ? null
        : TextForm.onOneLine(scene.title());
  }

  private static Script script(VideoBrief brief, List<SceneBrief> scenes) {
    String title = brief.title() == null ? "" : TextForm.onOneLine(brief.title());
    if (title.isEmpty()) {
      String plain = marks(brief).plain(scenes.get(0).narration());
      String first = new SceneCutter(brief.language()).firstSentence(plain);
      title = shortTitle(first, brief.language());
    }
    return new Script(
        title, brief.language(), numbered(scenes, brief.language(), marks(brief)), "user", 0);
  }

  /** Scenes with their places; those without terms get what their words show. */
  public static List<Scene> numbered(List<SceneBrief> scenes, String language) {
    return numbered(scenes, language, new NarrationMarks(List.of()));
  }

  private static List<Scene> numbered(
      List<SceneBrief> scenes, String language, NarrationMarks marks) {
    List<List<String>> picked =
        new TermPicker(language)
            .pick(scenes.stream().map(scene -> marks.plain(scene.narration())).toList());
    List<Scene> numbered = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) {
      SceneBrief scene = scenes.get(i);
      List<String> terms = scene.terms().isEmpty() ? picked.get(i) : scene.terms();
      numbered.add(
          new Scene(
              i, scene.narration(), terms, scene.title(), null, scene.voice(), scene.delivery()));
    }
    return List.copyOf(numbered);
  }

  /** A sentence as a title: without its full stop, and not too long. */
  public static String shortTitle(String sentence, String language) {
    String plain = TextForm.onOneLine(sentence).replaceAll("(?<!\\.)[.。]$", "");
    return TextForm.shortened(plain, LONGEST_TITLE, language);
  }
}
