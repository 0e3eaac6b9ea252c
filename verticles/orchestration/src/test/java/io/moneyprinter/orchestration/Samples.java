package io.moneyprinter.orchestration;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.List;
import java.util.stream.IntStream;

/** A small video of three scenes and two segments, as the services would answer for it. */
final class Samples {
  static final Blob FILE = new Blob("ab".repeat(32), 1234, "application/octet-stream");
  static final int SCENES = 3;
  static final int SEGMENTS = 2;

  static final Script SCRIPT =
      new Script(
          "Coffee",
          "en",
          IntStream.range(0, SCENES)
              .mapToObj(i -> new Scene(i, "Scene " + i, List.of("coffee"), null))
              .toList(),
          "user",
          42);

  static final Speech SPEECH =
      new Speech(FILE, 2.5, List.of(), "anna", "test", Speech.TimingSource.EXACT);

  private static final Picture PICTURE =
      new Picture.Generated(
          Picture.Generated.Style.WAVES, 5, List.of("#000000", "#777777", "#ffffff"), List.of());
  private static final Provenance PROVENANCE =
      new Provenance("generated", "waves", null, "CC0-1.0", null);

  static final ChosenMaterials MATERIALS =
      new ChosenMaterials(
          IntStream.range(0, SCENES)
              .mapToObj(i -> new SceneMaterial(i, PICTURE, 1, List.of("test"), PROVENANCE))
              .toList());

  static final Music MUSIC = new Music(FILE, 20, "Test", PROVENANCE);

  private static final Clip CLIP = new Clip(0, 0, 30, 0, 0, PICTURE, 0, null, null, null);

  static final Timeline TIMELINE =
      new Timeline(
          Canvas.PORTRAIT,
          30,
          List.of(CLIP),
          CaptionStyle.DEFAULT,
          List.of(),
          new AudioMix(List.of(), FILE, -16, 1, -14),
          7);

  static final RenderPlan PLAN =
      new RenderPlan(
          new Timeline(
              Canvas.PORTRAIT,
              60,
              List.of(CLIP),
              CaptionStyle.DEFAULT,
              List.of(),
              new AudioMix(List.of(), FILE, -16, 2, -14),
              7),
          IntStream.range(0, SEGMENTS)
              .mapToObj(
                  i ->
                      Segment.of(Canvas.PORTRAIT, CLIP, null, CaptionStyle.DEFAULT, List.of())
                          .named("key" + i, i))
              .toList(),
          "x264");

  static final MixedAudio AUDIO = new MixedAudio(FILE, 2, -14, -1);

  static final Rendition RENDITION =
      new Rendition(FILE, FILE, FILE, FILE, FILE, Canvas.PORTRAIT, 60, 2, -14, null, null, null);

  static final Publication PUBLICATION =
      new Publication("Coffee", 2, List.of(new Publication.File(Publication.VIDEO, FILE)));

  private Samples() {}

  static RenderedSegment rendered(int index) {
    return new RenderedSegment("key" + index, index, FILE, 30, index == 1, index == 1 ? 0 : 1.5);
  }

  static VideoBrief brief(String script) {
    return VideoBrief.builder().script(script).build();
  }

  /** What the task at an address answers. */
  static Record answer(String address, int part) {
    return switch (address) {
      case "content.write-script" -> SCRIPT;
      case "speech.synthesize" -> SPEECH;
      case "materials.choose" -> MATERIALS;
      case "materials.compose-music" -> MUSIC;
      case "video.plan" -> PLAN;
      case "video.render-segment" -> rendered(part);
      case "video.mix-audio" -> AUDIO;
      case "video.assemble" -> RENDITION;
      case "video.publish" -> PUBLICATION;
      default -> throw new IllegalArgumentException(address);
    };
  }
}
