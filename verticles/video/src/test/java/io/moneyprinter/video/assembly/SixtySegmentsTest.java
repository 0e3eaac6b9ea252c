package io.moneyprinter.video.assembly;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AssembleVideo;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.QualityReport;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.Clicks;
import io.moneyprinter.video.Decoded;
import io.moneyprinter.video.ShippedFonts;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.audio.AudioMixer;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Errors of a fraction of a frame at each join would add up to some that are seen and heard. */
class SixtySegmentsTest {
  private static final int SEGMENTS = 60;
  private static final Canvas CANVAS = new Canvas(128, 224, 25);

  /** Of no round length in seconds. */
  private static final int FRAMES = 13;

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void sixtySegmentsHaveEveryFrameSoundToTheEndAndNoClickWhereTheyMeet() {
    Node node = test.node();
    Studio studio = new Studio(node);
    RenderPlan plan = studio.plan(timeline(node));
    List<RenderedSegment> segments = studio.renderAll(plan);
    MixedAudio audio =
        answer(
            new AudioMixer(studio.ffmpeg(), node.blobs(), node.pools(), node.data())
                .mix(new MixAudio(plan.timeline().audio(), null), new Studio.Task()),
            60);

    Rendition made =
        answer(
            new Assembler(
                    studio.ffmpeg(), node.blobs(), node.pools(), node.data(), ShippedFonts.book())
                .assemble(
                    new AssembleVideo(
                        "Sixty", plan.renditions().get(0), segments, audio, null, null),
                    new Studio.Task()),
            60);

    int frames = SEGMENTS * FRAMES;
    assertThat(plan.segments()).hasSize(SEGMENTS);
    assertThat(studio.frames(made.video(), CANVAS.width(), CANVAS.height())).hasSize(frames);
    StreamCheck.Measure found =
        answer(
            new StreamCheck(studio.ffmpeg())
                .measure(node.blobs().path(made.video()), new Studio.Task()),
            30);
    double frame = CANVAS.secondsOf(1);
    assertThat(found.videoSeconds()).isCloseTo(CANVAS.secondsOf(frames), within(0.001));
    assertThat(found.audioSeconds()).isCloseTo(found.videoSeconds(), within(frame));
    assertThat(made.quality().checks())
        .filteredOn(check -> check.name().equals("offset-at-end"))
        .extracting(QualityReport.Check::verdict)
        .containsExactly(QualityReport.Verdict.GOOD);
    Decoded sound = Decoded.of(node, made.video());
    assertThat(sound.seconds()).isCloseTo(CANVAS.secondsOf(frames), within(frame));
    assertThat(Clicks.worst(sound, joins())).isLessThan(Clicks.HEARD);
  }

  private static List<Double> joins() {
    List<Double> joins = new ArrayList<>();
    for (int i = 1; i < SEGMENTS; i++) {
      joins.add(CANVAS.secondsOf(i * FRAMES));
    }
    return joins;
  }

  private static Timeline timeline(Node node) {
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < SEGMENTS; i++) {
      int lead = i % 3 == 0 ? 0 : 4;
      int tail = i + 1 < SEGMENTS && (i + 1) % 3 != 0 ? 4 : 0;
      Picture picture = Briefs.drawn(20 + 3 * i);
      clips.add(new Clip(i, i * FRAMES, FRAMES, lead, tail, picture, 0, null, null, null));
    }
    double seconds = CANVAS.secondsOf(SEGMENTS * FRAMES);
    Blob voice = Sounds.speech(node, seconds - 2);
    Blob music = Sounds.tone(node, 2, 7, 330, 0.2);
    AudioMix mix = new AudioMix(List.of(new AudioMix.Cue(voice, 0.5)), music, -16, seconds, -14);
    return new Timeline(CANVAS, SEGMENTS * FRAMES, clips, CaptionStyle.DEFAULT, List.of(), mix, 7);
  }
}
