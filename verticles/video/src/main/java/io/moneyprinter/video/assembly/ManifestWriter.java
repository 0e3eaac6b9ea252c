package io.moneyprinter.video.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.SceneBrief;
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
        title(request),
        request.script() == null ? request.brief().language() : request.script().language(),
        request.script() == null ? null : request.script().writer(),
        request.script() == null ? List.of() : request.script().sources(),
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
        request.renditions().stream()
            .map(made -> new Manifest.Measured(made.name(), made.quality().checks()))
            .toList(),
        request.plan().warnings().stream().map(Violation::toString).toList(),
        request.brief().metadata(),
        Publication.LICENCES,
        Publication.CREDITS);
  }

  /** A timeline has no script: its title is that of the brief. */
  static String title(PublishVideo request) {
    return request.script() == null ? request.brief().title() : request.script().title();
  }

  private static Manifest.Scene scene(PublishVideo request, Clip clip) {
    Canvas canvas = request.plan().timeline().canvas();
    // Clips of a given timeline, and those that the brand adds, have no narration.
    boolean told = request.script() != null && clip.scene() >= 0;
    Scene scene = told ? request.script().scenes().get(clip.scene()) : null;
    return new Manifest.Scene(
        clip.scene(),
        rounded(canvas.secondsOf(clip.start())),
        rounded(canvas.secondsOf(clip.frames())),
        clip.title(),
        told ? scene.narration() : null,
        told ? voice(request, clip.scene()) : null,
        source(request, clip, scene));
  }

  private static Manifest.Voice voice(PublishVideo request, int scene) {
    Speech speech = request.speech().get(scene);
    return new Manifest.Voice(
        speech.voice(),
        speech.provider(),
        rounded(request.plan().timeline().audio().voice().get(scene).start()),
        rounded(speech.seconds()),
        speech.words().size(),
        speech.seconds() > 0 ? Math.round(60 * speech.words().size() / speech.seconds()) : 0,
        speech.timing(),
        speech.note());
  }

  private static Manifest.Source source(PublishVideo request, Clip clip, Scene scene) {
    SceneMaterial material =
        scene == null ? null : request.materials().showing(clip.scene(), clip.picture());
    // A file that the brief names goes before the one that was chosen.
    boolean chosen = material != null && !named(request, clip);
    return new Manifest.Source(
        kind(clip.picture()),
        scene == null ? List.of() : scene.terms(),
        clip.in(),
        chosen ? material.score() : 1,
        chosen ? material.provenance() : null);
  }

  private static boolean named(PublishVideo request, Clip clip) {
    List<SceneBrief> scenes = request.brief().scenes();
    return clip.scene() < scenes.size() && scenes.get(clip.scene()).media() != null;
  }

  private static String kind(Picture picture) {
    if (picture instanceof Picture.Footage) {
      return "footage";
    }
    return picture instanceof Picture.Still ? "still" : "generated";
  }

  private static Manifest.Track music(PublishVideo request) {
    return request.music() == null || request.music().audio() == null
        ? null
        : new Manifest.Track(
            request.music().title(),
            request.plan().timeline().audio().musicDecibels(),
            request.music().provenance(),
            request.music().note());
  }

  private static List<Manifest.Piece> segments(List<RenderedSegment> rendered) {
    List<RenderedSegment> sorted = new ArrayList<>(rendered);
    sorted.sort(Comparator.comparingInt(RenderedSegment::index));
    return sorted.stream()
        .map(
            s ->
                new Manifest.Piece(
                    s.index(),
                    s.key(),
                    s.frames(),
                    s.reused(),
                    rounded(s.seconds()),
                    s.encoder(),
                    s.node(),
                    s.note()))
        .toList();
  }

  /** To the millisecond, as people read it. */
  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
