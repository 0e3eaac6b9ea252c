package io.moneyprinter.video;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Requests to plan, made of texts and pictures. */
public final class Briefs {
  public static final Canvas SMALL = new Canvas(270, 480, 30);
  public static final Provenance OWN = new Provenance("test", "1", null, "CC0-1.0", null);
  private static final double WORD = 0.35;
  private static final List<String> TITLES = List.of("The bean", "A legend", "Night prayers");

  private Briefs() {}

  /** A blob that nobody reads. */
  public static Blob blob(int number) {
    return new Blob("%064x".formatted(number), 1, "application/octet-stream");
  }

  /** A drawn picture; the number decides its colours. */
  public static Picture drawn(int number) {
    return new Picture.Generated(
        Picture.Generated.Style.AURORA,
        number,
        List.of("#101020", "#406080", "#A0C0E0"),
        List.of("word"));
  }

  /** A request with a word every 0.35 s, spoken by {@code voices}. */
  public static PlanVideo request(
      List<String> texts,
      List<Picture> pictures,
      TransitionStyle transition,
      Blob music,
      BiFunction<Integer, Double, Blob> voices) {
    return request(SMALL, texts, pictures, transition, music, voices);
  }

  /** The same on another canvas. */
  public static PlanVideo request(
      Canvas canvas,
      List<String> texts,
      List<Picture> pictures,
      TransitionStyle transition,
      Blob music,
      BiFunction<Integer, Double, Blob> voices) {
    List<Scene> scenes = new ArrayList<>();
    List<Speech> speech = new ArrayList<>();
    List<SceneMaterial> materials = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String title = canvas.equals(SMALL) ? null : TITLES.get(i % TITLES.size());
      scenes.add(new Scene(i, texts.get(i), List.of("thing"), title));
      List<WordTiming> words = words(texts.get(i));
      double seconds = words.get(words.size() - 1).end() + 0.1;
      speech.add(
          new Speech(
              voices.apply(i, seconds),
              seconds,
              words,
              "test:one",
              "test",
              Speech.TimingSource.EXACT));
      materials.add(new SceneMaterial(i, pictures.get(i), 0.5, List.of("fits"), OWN));
    }
    VideoBrief brief =
        VideoBrief.builder()
            .title("Test")
            .script("x")
            .canvas(canvas)
            .transition(transition)
            .seed(7L)
            .metadata(Map.of("order", "17"))
            .build();
    return new PlanVideo(
        brief,
        new Script("Test", "en", scenes, "user", 0),
        speech,
        new ChosenMaterials(materials),
        new Music(music, music == null ? 0 : 5, "Tune", OWN));
  }

  public static PlanVideo request(List<String> texts, List<Picture> pictures) {
    return request(
        texts, pictures, TransitionStyle.FADE, null, (scene, seconds) -> blob(1000 + scene));
  }

  private static List<WordTiming> words(String text) {
    List<WordTiming> words = new ArrayList<>();
    int at = 0;
    for (String word : text.split(" ")) {
      double start = words.size() * WORD;
      words.add(new WordTiming(word, at, at + word.length(), start, start + WORD - 0.05));
      at += word.length() + 1;
    }
    return words;
  }
}
