package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.frames.FrameSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Sources that a test can read moments and places from, and segments of them. */
final class Scenes {
  static final Canvas CANVAS = new Canvas(144, 256, 12);

  private final Node node;
  private final Studio studio;

  Scenes(Node node) {
    this.node = node;
    this.studio = new Studio(node, Scenes::bar);
  }

  Studio studio() {
    return studio;
  }

  /** Colours of a picture by its places. */
  interface Paint {
    /**
     * @param x 0 left to 1 right
     * @param y 0 top to 1 bottom
     * @return 0xRRGGBB, with the opacity in the highest byte where a source has one
     */
    int at(int frame, double x, double y);
  }

  /** Quarters red, green, blue and white, from the top left by lines. */
  static int quarters(int frame, double x, double y) {
    if (y < 0.5) {
      return x < 0.5 ? 0xFFC02020 : 0xFF20C020;
    }
    return x < 0.5 ? 0xFF2020C0 : 0xFFE0E0E0;
  }

  /** Ever brighter. */
  static int growing(int frame, double x, double y) {
    return 0xFF000000 | Math.min(250, 20 + 4 * frame) * 0x010101;
  }

  /** A stored clip. What it is encoded as is in the options. */
  Blob clip(int width, int height, String rate, int frames, Paint paint, List<String> options) {
    return clip(width, height, rate, frames, paint, options, ".mp4", "video/mp4");
  }

  Blob clip(
      int width,
      int height,
      String rate,
      int frames,
      Paint paint,
      List<String> options,
      String suffix,
      String mediaType) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-f", "rawvideo"));
    line.addAll(List.of("-pix_fmt", "bgra", "-s", width + "x" + height, "-r", rate));
    line.addAll(List.of("-i", "pipe:0"));
    line.addAll(options);
    return RealFfmpeg.made(
        node,
        line,
        program -> {
          byte[] picture = new byte[width * height * 4];
          for (int frame = 0; frame < frames; frame++) {
            for (int i = 0; i < width * height; i++) {
              int argb = paint.at(frame, (i % width + 0.5) / width, (i / width + 0.5) / height);
              picture[4 * i] = (byte) argb;
              picture[4 * i + 1] = (byte) (argb >> 8);
              picture[4 * i + 2] = (byte) (argb >> 16);
              picture[4 * i + 3] = (byte) (argb >>> 24);
            }
            program.write(picture);
          }
        },
        suffix,
        mediaType);
  }

  /** H.264 in the colours of BT.709. */
  static List<String> h264(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-vf",
                "scale=out_color_matrix=bt709:out_range=tv",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-qp",
                "6",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "12",
                "-colorspace",
                "bt709",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-color_range",
                "tv"));
    all.addAll(List.of(more));
    return all;
  }

  /** One and a half seconds of one colour. */
  Picture plain(int color) {
    Blob blob = clip(160, 160, "12", 18, (frame, x, y) -> color, h264());
    return new Picture.Footage(blob, 160, 160, 1.5);
  }

  /** A stored PNG or JPEG file. */
  Picture.Still still(int width, int height, String format, Paint paint) {
    boolean png = format.equals("png");
    BufferedImage image =
        new BufferedImage(
            width, height, png ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, paint.at(0, (x + 0.5) / width, (y + 0.5) / height));
      }
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, format, bytes);
      return new Picture.Still(
          RealFfmpeg.stored(
              node, bytes.toByteArray(), "." + format, png ? "image/png" : "image/jpeg"),
          width,
          height);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A drawn picture with a bar that moves with every frame. */
  static Picture drawn(int grey) {
    return new Picture.Generated(
        Picture.Generated.Style.AURORA, grey, List.of("#101020", "#406080", "#A0C0E0"), List.of());
  }

  static FrameSource bar(Clip clip, Canvas canvas) {
    return bar(clip, canvas, frame -> frame * 5 % (canvas.width() - 16));
  }

  /**
   * The same with a pace of its own.
   *
   * @param place where the bar begins, in pixels from the left, by frame
   */
  static FrameSource bar(Clip clip, Canvas canvas, IntUnaryOperator place) {
    int grey = (int) ((Picture.Generated) clip.picture()).seed();
    return new FrameSource() {
      @Override
      public int width() {
        return canvas.width();
      }

      @Override
      public int height() {
        return canvas.height();
      }

      @Override
      public void draw(int frame, int[] pixels) {
        int bar = place.applyAsInt(frame);
        for (int i = 0; i < pixels.length; i++) {
          int x = i % canvas.width();
          pixels[i] = (x >= bar && x < bar + 16 ? 250 : grey) * 0x010101;
        }
      }
    };
  }

  static Clip clip(Picture picture, int frames) {
    return clip(picture, frames, null, null, null);
  }

  static Clip clip(Picture picture, int frames, Double speed, Fit fit, Grade grade) {
    return new Clip(0, 0, frames, 0, 0, picture, 0, null, null, null, speed, fit, grade);
  }

  static Segment segment(List<Clip> clips, List<Overlay> overlays) {
    int frames = clips.stream().mapToInt(Clip::frames).sum();
    return segment(clips, overlays, 0, frames);
  }

  static Segment segment(List<Clip> clips, List<Overlay> overlays, int from, int frames) {
    return new Segment(
        "",
        0,
        CANVAS,
        clips,
        null,
        overlays,
        CaptionStyle.DEFAULT,
        List.of(),
        from,
        frames,
        Encoding.DEFAULT);
  }

  /** Its frames as red, green and blue bytes. */
  List<byte[]> colors(Segment segment) {
    return studio.colors(studio.show(segment), CANVAS.width(), CANVAS.height());
  }

  List<byte[]> colors(Clip clip) {
    return colors(segment(List.of(clip), List.of()));
  }

  /** The colour at a place of a frame, 0 to 1 across and down. */
  static int[] at(byte[] frame, double x, double y) {
    int pixel = (int) (y * CANVAS.height()) * CANVAS.width() + (int) (x * CANVAS.width());
    return new int[] {
      frame[3 * pixel] & 255, frame[3 * pixel + 1] & 255, frame[3 * pixel + 2] & 255
    };
  }

  /** Mean difference of all bytes. */
  static double difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return (double) sum / one.length;
  }
}
