package io.moneyprinter.launcher.benchmark;

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
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * The video that all are measured on: scenes of five seconds, a fade of half a second between them,
 * captions that mark each word, a voice, music.
 */
final class BenchmarkVideo {
  /** Frames of a scene, at 30 a second. */
  static final int SCENE_FRAMES = 150;

  private static final String[] WORDS =
      ("the quiet river carries light across the valley while early birds call over still fields"
              + " and slow clouds drift above green hills")
          .split(" ");
  private static final double WORD_SECONDS = 0.31;
  private static final Provenance OWN = new Provenance("benchmark", "1", null, "CC0-1.0", null);

  private final List<Scenery.Source> sources;
  private final List<Blob> footage;
  private final Sounds sounds;
  private final String opening;

  /** The stored voice and music. */
  interface Sounds {
    Blob voice(double seconds);

    Blob music(double seconds);
  }

  /**
   * @param opening word that every scene begins with: another one makes another video
   */
  BenchmarkVideo(List<Scenery.Source> sources, List<Blob> footage, Sounds sounds, String opening) {
    this.opening = opening;
    this.sources = sources;
    this.footage = footage;
    this.sounds = sounds;
  }

  /**
   * The request to plan it.
   *
   * @param edited scene of which one caption reads otherwise; -1 for none
   */
  PlanVideo request(int scenes, VideoCodec codec, int edited) {
    List<Scene> texts = new ArrayList<>();
    List<Speech> speech = new ArrayList<>();
    List<SceneMaterial> materials = new ArrayList<>();
    for (int i = 0; i < scenes; i++) {
      double seconds = spoken(i, scenes);
      List<WordTiming> words = words(i, seconds, i == edited);
      texts.add(new Scene(i, text(words), List.of("valley"), null));
      Blob voice = sounds.voice(seconds);
      speech.add(new Speech(voice, seconds, words, "benchmark", "none", Speech.TimingSource.EXACT));
      Scenery.Source source = sources.get(i % sources.size());
      Picture picture =
          new Picture.Footage(
              footage.get(i % footage.size()), source.width(), source.height(), source.seconds());
      materials.add(new SceneMaterial(i, picture, 1, List.of(), OWN));
    }
    VideoBrief brief =
        VideoBrief.builder()
            .title("Benchmark")
            .scenes(texts.stream().map(BenchmarkVideo::filled).toList())
            .transition(TransitionStyle.FADE)
            .output(new OutputBrief(null, codec, null, null, null, null))
            .seed(7L)
            .build();
    double length = scenes * SCENE_FRAMES / 30.0;
    return new PlanVideo(
        brief,
        new Script("Benchmark", "en", texts, "benchmark", 0),
        speech,
        new ChosenMaterials(materials),
        new Music(
            sounds.music(length + opening.length()), length + opening.length(), "Benchmark", OWN));
  }

  /** Cut to fill the canvas, whatever its shape: a blurred edge would be other work. */
  private static SceneBrief filled(Scene scene) {
    return new SceneBrief(
        scene.narration(),
        scene.terms(),
        null,
        null,
        null,
        null,
        null,
        new Fit(Fit.Mode.COVER, null, null, null),
        null,
        null,
        null);
  }

  /** So long that the planner's pauses make every scene five seconds. */
  private static double spoken(int scene, int scenes) {
    int before = scene == 0 ? 8 : 7;
    int after = scene == scenes - 1 ? 24 : 11;
    return (SCENE_FRAMES - before - after) / 30.0;
  }

  private List<WordTiming> words(int scene, double seconds, boolean edited) {
    List<WordTiming> words = new ArrayList<>();
    int at = 0;
    for (double start = 0; start + WORD_SECONDS <= seconds; start += WORD_SECONDS) {
      String word = WORDS[(scene * 5 + words.size()) % WORDS.length];
      if (words.isEmpty()) {
        word = opening;
      } else if (edited && words.size() == 4) {
        word = "changed";
      }
      words.add(new WordTiming(word, at, at + word.length(), start, start + WORD_SECONDS - 0.03));
      at += word.length() + 1;
    }
    return words;
  }

  private static String text(List<WordTiming> words) {
    return String.join(" ", words.stream().map(WordTiming::text).toList());
  }
}
