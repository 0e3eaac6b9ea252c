package io.moneyprinter.video.render;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.grade.GradeChain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is made ready for a segment, for its graph to read.
 *
 * @param shots what it takes of its clips
 * @param drawn the frames of the drawn ones of all shots, in order
 * @param feed brings those to FFmpeg
 * @param grades of all shots, in order
 * @param overlays lowest first
 * @param strips texts to lay over those, lowest first
 */
record SegmentParts(
    Shots shots,
    List<RawFrames> drawn,
    DrawnFeed feed,
    List<GradeChain> grades,
    List<OverlayPart> overlays,
    List<TextStrips.Timed> strips) {

  /** Draws everything but what is piped into a folder. Blocks. */
  static SegmentParts draw(
      Segment segment,
      ClipSources sources,
      TextStrips texts,
      Function<Blob, Path> files,
      Path folder)
      throws IOException {
    Shots shots = Shots.of(segment);
    List<RawFrames> drawn = new ArrayList<>();
    List<GradeChain> grades = new ArrayList<>();
    for (Shot shot : shots.all()) {
      Path cube = folder.resolve("shot-" + grades.size() + ".cube");
      grades.add(GradeChain.of(shot.clip().grade(), files, cube));
      if (shot.drawn()) {
        drawn.add(
            new RawFrames(
                sources.open(shot.clip(), segment.canvas()),
                shot.from(),
                shot.from() + shot.length()));
      }
    }
    return new SegmentParts(
        shots,
        drawn,
        DrawnFeed.of(drawn, folder),
        grades,
        new OverlayParts(segment.canvas(), sources, files, folder).draw(segment),
        texts.draw(segment, folder));
  }
}
