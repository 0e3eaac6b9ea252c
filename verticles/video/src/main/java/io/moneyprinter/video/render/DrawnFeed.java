package io.moneyprinter.video.render;

import io.moneyprinter.video.ffmpeg.MediaInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How drawn frames reach FFmpeg, which has one standard input: all of one size go through it, one
 * shot after the other, and the graph takes them apart; those of other sizes come from files.
 */
final class DrawnFeed {
  private final List<RawFrames> shots;

  /** For each shot its file, {@code null} for what is piped. */
  private final List<Path> files;

  private DrawnFeed(List<RawFrames> shots, List<Path> files) {
    this.shots = shots;
    this.files = files;
  }

  /**
   * Chooses the size that is piped, that of most bytes, and draws the rest into a folder. Blocks.
   *
   * @param shots in the order in which they show
   */
  static DrawnFeed of(List<RawFrames> shots, Path folder) throws IOException {
    Map<Size, Long> bytes = new LinkedHashMap<>();
    shots.forEach(shot -> bytes.merge(shot.size(), shot.bytes(), Long::sum));
    Size most =
        bytes.keySet().stream().max(Comparator.comparing(bytes::get)).orElse(new Size(0, 0));
    List<Path> files = new ArrayList<>();
    for (RawFrames shot : shots) {
      files.add(
          shot.size().equals(most)
              ? null
              : shot.writeTo(folder.resolve("shot-" + files.size() + ".raw")));
    }
    return new DrawnFeed(List.copyOf(shots), files);
  }

  private boolean piped(int shot) {
    return files.get(shot) == null;
  }

  /** Whether anything goes through the standard input. */
  boolean piping() {
    return files.contains(null);
  }

  /** Draws and writes what goes through it. Blocks. */
  void writeTo(OutputStream out) throws IOException {
    for (int i = 0; i < shots.size(); i++) {
      if (piped(i)) {
        shots.get(i).writeTo(out);
      }
    }
  }

  /**
   * Opens the inputs.
   *
   * @param chains takes what divides the standard input
   * @return for each shot the beginning of its chain: a pad, and filters that end with a comma
   */
  List<String> open(GraphInputs inputs, int fps, List<String> chains) {
    long sharing = files.stream().filter(file -> file == null).count();
    List<String> heads = new ArrayList<>();
    StringBuilder division = new StringBuilder();
    int pipe = -1;
    int at = 0;
    for (int i = 0; i < shots.size(); i++) {
      RawFrames shot = shots.get(i);
      if (!piped(i)) {
        heads.add("[" + inputs.add(shot.input(fps, MediaInput.name(files.get(i)))) + ":v]");
        continue;
      }
      pipe = pipe < 0 ? inputs.add(shot.input(fps, "pipe:0")) : pipe;
      heads.add(
          sharing == 1
              ? "[" + pipe + ":v]"
              : "[fed%d]trim=start_frame=%d:end_frame=%d,setpts=PTS-STARTPTS,"
                  .formatted(i, at, at + shot.count()));
      division.append("[fed").append(i).append(']');
      at += shot.count();
    }
    if (sharing > 1) {
      chains.add("[" + pipe + ":v]split=" + sharing + division);
    }
    return heads;
  }
}
