package io.moneyprinter.video.assembly;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.materials.SceneMaterial;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers whose work a video shows, for machines and for people. Pure. */
final class LicenceWriter {
  private static final Provenance NAMED =
      new Provenance("own", "", null, "as agreed with whoever gave the file", null);

  private LicenceWriter() {}

  /** {@code licenses.json}. */
  static String json(PublishVideo request) {
    try {
      return RecordJson.wire().writerWithDefaultPrettyPrinter().writeValueAsString(of(request))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The licences have no JSON form", e);
    }
  }

  /** {@code credits.txt}. */
  static String credits(PublishVideo request) {
    return Credits.of(of(request));
  }

  private static Licences of(PublishVideo request) {
    Timeline timeline = request.plan().timeline();
    Map<String, List<Clip>> byFile = new LinkedHashMap<>();
    for (Clip clip : timeline.clips()) {
      byFile.computeIfAbsent(name(request, clip), first -> new ArrayList<>()).add(clip);
    }
    return new Licences(
        Licences.VERSION,
        ManifestWriter.title(request),
        rounded(timeline.canvas().secondsOf(timeline.frames())),
        byFile.values().stream().map(clips -> asset(request, clips)).toList(),
        request.music() == null || request.music().audio() == null
            ? null
            : request.music().provenance(),
        request.script() == null ? List.of() : request.script().sources());
  }

  /** Equal files of one origin are one asset. */
  private static String name(PublishVideo request, Clip clip) {
    Provenance from = provenance(request, clip);
    String file =
        blob(clip.picture()).map(Blob::key).orElseGet(() -> String.valueOf(clip.picture()));
    return from.source() + "\n" + from.id() + "\n" + file;
  }

  private static Licences.Asset asset(PublishVideo request, List<Clip> clips) {
    Canvas canvas = request.plan().timeline().canvas();
    Picture picture = clips.get(0).picture();
    Optional<Blob> blob = blob(picture);
    List<Licences.Use> uses =
        clips.stream()
            .map(
                clip ->
                    new Licences.Use(
                        clip.scene(),
                        rounded(canvas.secondsOf(clip.start())),
                        clip.in(),
                        rounded(canvas.secondsOf(clip.frames() + clip.tail()))))
            .toList();
    return new Licences.Asset(
        provenance(request, clips.get(0)),
        kind(picture),
        blob.map(Blob::key).orElse(null),
        blob.map(Blob::size).orElse(null),
        rounded(uses.stream().mapToDouble(Licences.Use::seconds).sum()),
        uses);
  }

  /** A clip whose picture is not the chosen one shows a file that the brief or the brand names. */
  private static Provenance provenance(PublishVideo request, Clip clip) {
    if (request.materials() == null || clip.scene() < 0) {
      return clip.picture() instanceof Picture.Generated ? drawn() : NAMED;
    }
    return Stream.concat(request.materials().scenes().stream(), request.materials().more().stream())
        .filter(material -> material.scene() == clip.scene())
        .filter(material -> material.picture().equals(clip.picture()))
        .map(SceneMaterial::provenance)
        .findFirst()
        .orElse(NAMED);
  }

  private static Provenance drawn() {
    return new Provenance("generated", "", "made by this software", "CC0-1.0", null);
  }

  private static Optional<Blob> blob(Picture picture) {
    if (picture instanceof Picture.Footage footage) {
      return Optional.of(footage.blob());
    }
    return picture instanceof Picture.Still still ? Optional.of(still.blob()) : Optional.empty();
  }

  private static String kind(Picture picture) {
    if (picture instanceof Picture.Footage) {
      return "footage";
    }
    return picture instanceof Picture.Still ? "still" : "generated";
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
