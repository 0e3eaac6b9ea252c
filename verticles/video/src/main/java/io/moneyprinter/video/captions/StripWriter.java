package io.moneyprinter.video.captions;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Writes a {@link StripTrack}: each picture once, then the list of when it shows. */
public final class StripWriter {
  private record Entry(String file, int frames) {}

  private final Path folder;
  private final String name;
  private final Rectangle region;
  private final int fps;
  private final Set<String> drawn = new HashSet<>();
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @param folder where all files go; must exist
   * @param name what their names begin with
   * @param region of the canvas; all four numbers even
   */
  public StripWriter(Path folder, String name, Rectangle region, int fps) {
    this.folder = folder;
    this.name = name;
    this.region = new Rectangle(region);
    this.fps = fps;
  }

  /**
   * Shows a picture for a while, after all shown before.
   *
   * @param state names the picture; one named before is not drawn again
   * @param picture called only for a new name; must have the size of the region
   */
  public StripWriter show(String state, int frames, Supplier<BufferedImage> picture) {
    if (frames < 1) {
      return this;
    }
    String file = name + "-" + state + ".png";
    if (drawn.add(file)) {
      try {
        PngStrip.write(picture.get(), folder.resolve(file));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write " + folder.resolve(file), e);
      }
    }
    entries.add(new Entry(file, frames));
    return this;
  }

  /** Shows nothing for a while. */
  public StripWriter showNothing(int frames) {
    return show(
        "none",
        frames,
        () -> new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB));
  }

  /** Writes the list. */
  public StripTrack finish() {
    StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
    int frame = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      int frames = entry.frames();
      if (i == entries.size() - 1 && frames > 1) {
        // The demuxer plays the last file for one frame, whatever its duration says: so the last
        // picture is listed twice, the second time for the one frame at the very end.
        append(list, entry.file(), frame, frame + frames - 1);
        frame += frames - 1;
        frames = 1;
      }
      append(list, entry.file(), frame, frame + frames);
      frame += frames;
    }
    Path file = folder.resolve(name + ".ffconcat");
    try {
      Files.writeString(file, list);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
    return new StripTrack(file, region.x, region.y, region.width, region.height);
  }

  /** Durations are the differences of rounded times, so that their rounding does not add up. */
  private void append(StringBuilder list, String file, int from, int to) {
    long duration = micros(to) - micros(from);
    list.append("file ").append(file).append('\n');
    list.append("option framerate ").append(fps).append('\n');
    list.append(String.format(Locale.ROOT, "duration %s\n", BigDecimal.valueOf(duration, 6)));
  }

  private long micros(int frame) {
    return Math.round(frame * 1e6 / fps);
  }
}
