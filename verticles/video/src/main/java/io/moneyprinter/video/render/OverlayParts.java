package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.frames.FrameSource;
import io.moneyprinter.video.frames.RoundMask;
import io.moneyprinter.video.frames.StillFrame;
import io.moneyprinter.video.frames.StillImage;
import io.moneyprinter.video.grade.GradeChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes ready what the overlays of a segment need, in its folder. */
final class OverlayParts {
  /** A drawing is made for a canvas, which has at least this side. */
  private static final int LEAST_SIDE = 128;

  private static final int MOST_SIDE = 4096;

  private final Canvas canvas;
  private final ClipSources sources;
  private final Function<Blob, Path> files;
  private final Path folder;

  OverlayParts(Canvas canvas, ClipSources sources, Function<Blob, Path> files, Path folder) {
    this.canvas = canvas;
    this.sources = sources;
    this.files = files;
    this.folder = folder;
  }

  /** Those that show in the segment, lowest first. Blocks. */
  List<OverlayPart> draw(Segment segment) throws IOException {
    List<OverlayPart> parts = new ArrayList<>();
    for (Overlay overlay : segment.overlays()) {
      int first = Math.max(0, overlay.start());
      int end = Math.min(segment.frames(), overlay.start() + overlay.frames());
      if (first < end) {
        parts.add(part(overlay, first, end - first, "overlay-" + parts.size()));
      }
    }
    return parts;
  }

  private OverlayPart part(Overlay overlay, int first, int count, String name) throws IOException {
    OverlayBox box = OverlayBox.of(overlay, canvas, shape(overlay.picture()));
    GradeChain grade = GradeChain.of(overlay.grade(), files, folder.resolve(name + ".cube"));
    RawFrames frames = drawn(overlay, box, first - overlay.start(), count);
    Path drawnFile = frames == null ? null : frames.writeTo(folder.resolve(name + ".raw"));
    boolean opaque = frames != null || !transparent(overlay.picture());
    Path mask =
        overlay.radius() != null && overlay.radius() > 0 || box.moving() && opaque
            ? mask(overlay, box, folder.resolve(name + ".mask"))
            : null;
    Path fading = box.path().fades() ? fading(box.path(), folder, name) : null;
    return new OverlayPart(overlay, box, first, count, grade, frames, drawnFile, mask, fading);
  }

  private Size shape(Picture picture) {
    if (picture instanceof Picture.Footage footage) {
      return new Size(footage.width(), footage.height());
    }
    return picture instanceof Picture.Still still
        ? new Size(still.width(), still.height())
        : new Size(canvas.width(), canvas.height());
  }

  private static boolean transparent(Picture picture) {
    return picture instanceof Picture.Footage footage
        ? Boolean.TRUE.equals(footage.alpha())
        : picture instanceof Picture.Still still && decoded(still);
  }

  /** FFmpeg reads PNG files itself, with what is transparent in them; a camera writes none. */
  private static boolean decoded(Picture.Still still) {
    return "image/png".equals(still.blob().mediaType());
  }

  private RawFrames drawn(Overlay overlay, OverlayBox box, int from, int count) {
    if (overlay.picture() instanceof Picture.Still still) {
      if (decoded(still)) {
        return null;
      }
      int wanted = Math.max(box.picture().width(), box.picture().height());
      StillImage image = StillImage.read(files.apply(still.blob()), "of an overlay", wanted);
      return new RawFrames(new StillFrame(image), 0, 1);
    }
    if (overlay.picture() instanceof Picture.Generated generated) {
      Clip clip = new Clip(0, 0, overlay.frames(), 0, 0, generated, 0, null, null, null);
      FrameSource source = sources.open(clip, canvasOf(box.picture()));
      return new RawFrames(source, from, from + count);
    }
    return null;
  }

  /** A canvas of an overlay's shape. */
  private Canvas canvasOf(Size size) {
    double up = Math.max(1, (double) LEAST_SIDE / Math.min(size.width(), size.height()));
    return new Canvas(
        Math.min(MOST_SIDE, Size.even(size.width() * up)),
        Math.min(MOST_SIDE, Size.even(size.height() * up)),
        canvas.fps());
  }

  private static Path mask(Overlay overlay, OverlayBox box, Path file) throws IOException {
    byte[] mask =
        RoundMask.draw(
            box.box().width(),
            box.box().height(),
            box.left(),
            box.top(),
            box.picture().width(),
            box.picture().height(),
            overlay.radius() == null ? 0 : overlay.radius());
    return Files.write(file, mask);
  }

  /** Sets the opacity anew in every frame; the filter has the overlay's name. */
  private Path fading(OverlayPath path, Path folder, String name) throws IOException {
    String opacity = path.expression(Keyframe::opacity, "(T*" + canvas.fps() + ")");
    return Files.writeString(
        folder.resolve(name + ".commands"),
        "0-1000000 [expr] colorchannelmixer@%s aa 'clip(%s,0,1)';\n".formatted(name, opacity));
  }
}
