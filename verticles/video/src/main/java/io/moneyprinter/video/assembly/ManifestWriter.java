package io.moneyprinter.video.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the manifest of a video. Pure. */
final class ManifestWriter {
  private final String tool;

  /**
   * @param tool name and version of this software
   */
  ManifestWriter(String tool) {
    this.tool = tool;
  }

  /** The manifest as JSON. */
  String write(PublishVideo request) {
    try {
      return RecordJson.wire().writerWithDefaultPrettyPrinter().writeValueAsString(of(request))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A manifest has no JSON form", e);
    }
  }

  private Manifest of(PublishVideo request) {
    Timeline timeline = request.plan().timeline();
    return new Manifest(
        Manifest.VERSION,
        tool,
        request.script().title(),
        request.script().language(),
        request.script().writer(),
        timeline.seed(),
        timeline.canvas(),
        timeline.frames(),
        rounded(request.renditions().get(0).seconds()),
        request.audio().loudness(),
        request.audio().truePeak(),
        request.plan().encoder(),
        timeline.clips().stream().map(clip -> scene(request, clip)).toList(),
        music(request),
        segments(request.segments()),
        request.brief().metadata());
  }

  private static Manifest.Scene scene(PublishVideo request, Clip clip) {
    Timeline timeline = request.plan().timeline();
    Canvas canvas = timeline.canvas();
    Scene scene = request.script().scenes().get(clip.scene());
    Speech speech = request.speech().get(clip.scene());
    SceneMaterial material = request.materials().scenes().get(clip.scene());
    return new Manifest.Scene(
        clip.scene(),
        rounded(canvas.secondsOf(clip.start())),
        rounded(canvas.secondsOf(clip.frames())),
        scene.title(),
        scene.narration(),
        new Manifest.Voice(
            speech.voice(),
            speech.provider(),
            rounded(timeline.audio().voice().get(clip.scene()).start()),
            rounded(speech.seconds()),
            speech.words().size(),
            speech.timing()),
        new Manifest.Source(
            kind(clip.picture()),
            scene.terms(),
            clip.in(),
            material.score(),
            material.provenance()));
  }

  private static String kind(Picture picture) {
    if (picture instanceof Picture.Footage) {
      return "footage";
    }
    return picture instanceof Picture.Still ? "still" : "generated";
  }

  private static Manifest.Track music(PublishVideo request) {
    return request.music().audio() == null
        ? null
        : new Manifest.Track(
            request.music().title(),
            request.plan().timeline().audio().musicDecibels(),
            request.music().provenance());
  }

  private static List<Manifest.Piece> segments(List<RenderedSegment> rendered) {
    List<RenderedSegment> sorted = new ArrayList<>(rendered);
    sorted.sort(Comparator.comparingInt(RenderedSegment::index));
    return sorted.stream()
        .map(
            s ->
                new Manifest.Piece(
                    s.index(), s.key(), s.frames(), s.reused(), rounded(s.seconds())))
        .toList();
  }

  /** To the millisecond, as people read it. */
  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
