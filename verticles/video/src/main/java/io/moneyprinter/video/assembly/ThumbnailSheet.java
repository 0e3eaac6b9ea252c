package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Small pictures of a video: a few by themselves, and one sheet of many for the bar of a player,
 * with a WebVTT file that says which part of it shows which moment ({@code #xywh}, W3C Media
 * Fragments). All come of one pass that decodes key frames only.
 */
final class ThumbnailSheet {
  static final int COUNT = 5;
  static final int WIDTH = 320;
  static final int TILE_WIDTH = 160;
  private static final int COLUMNS = 10;
  private static final int MOST_TILES = 100;

  /** Key frames are that far apart, so closer tiles would only repeat them. */
  private static final double CLOSEST_SECONDS = 2;

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String JPEG = "scale=%d:%d:in_range=tv:out_range=pc:out_color_matrix=bt601";

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final TextFiles texts;

  ThumbnailSheet(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.texts = new TextFiles(blobs, pools);
  }

  /**
   * Where the pictures of a sheet lie.
   *
   * @param every seconds from one to the next
   * @param height of one, pixels
   */
  record Layout(int tiles, int columns, double every, int height) {
    static Layout of(Canvas canvas, double seconds) {
      double every = Math.max(CLOSEST_SECONDS, seconds / MOST_TILES);
      int tiles = Math.max(1, (int) Math.ceil(seconds / every - 1e-6));
      int columns = Math.min(COLUMNS, tiles);
      return new Layout(tiles, columns, every, ThumbnailSheet.height(canvas, TILE_WIDTH));
    }

    int rows() {
      return (tiles + columns - 1) / columns;
    }

    /** WebVTT whose cues name parts of the sheet. */
    String vtt(double seconds) {
      StringBuilder text = new StringBuilder("WEBVTT\n\n");
      for (int i = 0; i < tiles; i++) {
        text.append(time(i * every))
            .append(" --> ")
            .append(time(Math.min(seconds, (i + 1) * every)))
            .append('\n')
            .append(Publication.SPRITE)
            .append(
                "#xywh=%d,%d,%d,%d\n\n"
                    .formatted(i % columns * TILE_WIDTH, i / columns * height, TILE_WIDTH, height));
      }
      return text.toString();
    }

    private static String time(double seconds) {
      long millis = Math.round(seconds * 1000);
      return String.format(
          Locale.ROOT,
          "%02d:%02d:%02d.%03d",
          millis / 3_600_000,
          millis / 60_000 % 60,
          millis / 1000 % 60,
          millis % 1000);
    }
  }

  /** The pictures, the sheet and its index, as files for the owner. */
  Future<List<Publication.File>> make(Path video, Canvas canvas, double seconds, TaskContext task) {
    Layout layout = Layout.of(canvas, seconds);
    return pools
        .run(Pool.MEDIA, () -> data.scratch("thumbnails"))
        .compose(
            folder ->
                ffmpeg
                    .run(
                        FfmpegCommand.convert(
                            "make thumbnails", LIMIT, line(video, canvas, seconds, layout, folder)),
                        task)
                    .compose(made -> store(folder, layout.vtt(seconds)))
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))));
  }

  private static List<String> line(
      Path video, Canvas canvas, double seconds, Layout layout, Path folder) {
    // The last key frame stands until the end, and is there for every moment after it.
    String held = "tpad=stop_mode=clone:stop_duration=" + number(seconds + CLOSEST_SECONDS);
    String graph =
        "[0:v:0]%s,split=2[one][many];".formatted(held)
            + "[one]%s,%s[single];".formatted(taken(seconds / COUNT, COUNT), size(canvas, WIDTH))
            + "[many]%s,%s,tile=%dx%d[sheet]"
                .formatted(
                    taken(layout.every(), layout.tiles()),
                    size(canvas, TILE_WIDTH),
                    layout.columns(),
                    layout.rows());
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-skip_frame", "nokey"));
    line.addAll(MediaInput.open(video));
    line.addAll(List.of("-filter_complex", graph));
    line.addAll(List.of("-map", "[single]", "-frames:v", "" + COUNT, "-q:v", "3"));
    line.addAll(List.of("-f", "image2", folder.resolve("thumbnail-%d.jpg").toString()));
    line.addAll(List.of("-map", "[sheet]", "-frames:v", "1", "-update", "1", "-q:v", "4"));
    line.addAll(List.of("-f", "image2", folder.resolve(Publication.SPRITE).toString()));
    return line;
  }

  /** One frame every so many seconds, from the first. */
  private static String taken(double every, int count) {
    return "fps=fps=%s:start_time=0:round=up,trim=end_frame=%d".formatted(number(1 / every), count);
  }

  private static String size(Canvas canvas, int width) {
    return JPEG.formatted(width, height(canvas, width));
  }

  private static int height(Canvas canvas, int width) {
    return (int) Math.round(width * (double) canvas.height() / canvas.width() / 2) * 2;
  }

  private Future<List<Publication.File>> store(Path folder, String index) {
    List<Future<Publication.File>> files = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      String name = "thumbnail-" + i + ".jpg";
      files.add(picture(folder, name));
    }
    files.add(picture(folder, Publication.SPRITE));
    files.add(
        texts
            .store(index, ".vtt", "text/vtt")
            .map(blob -> new Publication.File(Publication.SPRITE_VTT, blob)));
    return Future.all(files).map(all -> files.stream().map(Future::result).toList());
  }

  private Future<Publication.File> picture(Path folder, String name) {
    StagedFile target = blobs.stage(".jpg");
    return pools
        .run(Pool.MEDIA, () -> Files.move(folder.resolve(name), target.path()))
        .compose(moved -> blobs.commit(target, "image/jpeg", "video", StorageClass.RESULTS))
        .map(blob -> new Publication.File(name, blob))
        .onFailure(cause -> blobs.discard(target));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
