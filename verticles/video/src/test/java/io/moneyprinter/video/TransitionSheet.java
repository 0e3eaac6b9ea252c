package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.render.DrawnClips;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a row of moments for every transition: the first argument is the folder with the example
 * pictures, the second the PNG to write.
 */
public final class TransitionSheet {
  private static final Canvas CANVAS = new Canvas(416, 234, 30);
  private static final int LEAD = 15;
  private static final int FRAMES = 45;
  private static final int[] MOMENTS = {1, 4, 7, 10, 13};
  private static final int CELL_WIDTH = 208;
  private static final int CELL_HEIGHT = 117;
  private static final int GAP = 4;
  private static final int LABEL = 130;

  private TransitionSheet() {}

  public static void main(String[] arguments) throws Exception {
    Path media = Path.of(arguments[0]);
    TestNode test = TestNode.plain();
    test.beforeEach(null);
    try {
      Node node = test.node();
      Picture old = still(node, media.resolve("mountain-sunrise.jpg"));
      Picture next = still(node, media.resolve("forest-mist.jpg"));
      Studio studio = new Studio(node, new DrawnClips(node.blobs()));
      List<TransitionStyle> styles = new ArrayList<>(List.of(TransitionStyle.values()));
      styles.removeAll(List.of(TransitionStyle.CUT, TransitionStyle.SHUFFLE));
      BufferedImage sheet =
          new BufferedImage(
              LABEL + MOMENTS.length * (CELL_WIDTH + GAP),
              styles.size() * (CELL_HEIGHT + GAP) + GAP,
              BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = sheet.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(new Color(0x14161C));
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      for (int row = 0; row < styles.size(); row++) {
        row(graphics, GAP + row * (CELL_HEIGHT + GAP), studio, node, old, next, styles.get(row));
      }
      ImageIO.write(sheet, "png", Path.of(arguments[1]).toFile());
    } finally {
      test.afterEach(null);
    }
  }

  private static void row(
      Graphics2D graphics,
      int y,
      Studio studio,
      Node node,
      Picture old,
      Picture next,
      TransitionStyle style)
      throws Exception {
    Timeline timeline =
        new Timeline(
            1,
            CANVAS,
            2 * FRAMES,
            List.of(
                new Clip(
                    0,
                    0,
                    FRAMES,
                    0,
                    LEAD,
                    old,
                    0,
                    new Motion(1, 0.5, 0.5, 1.1, 0.5, 0.5),
                    null,
                    null),
                new Clip(
                    1,
                    FRAMES,
                    FRAMES,
                    LEAD,
                    0,
                    next,
                    0,
                    new Motion(1.1, 0.5, 0.5, 1, 0.5, 0.5),
                    null,
                    style)),
            CaptionStyle.DEFAULT,
            List.of(),
            new AudioMix(List.of(), null, 0, CANVAS.secondsOf(2 * FRAMES), -14),
            7);
    Blob video =
        answer(studio.render(studio.plan(timeline).segments().get(1), new Studio.Task()), 60)
            .video();
    String name =
        TransitionStyle.class.getField(style.name()).getAnnotation(JsonProperty.class).value();
    graphics.setColor(new Color(0xE8E8EC));
    graphics.setFont(new FontBook().runs(name, null).get(0).font().deriveFont(16f));
    graphics.drawString(name, 14, y + CELL_HEIGHT / 2 + 6);
    List<BufferedImage> moments = moments(studio, node, video);
    for (int i = 0; i < moments.size(); i++) {
      graphics.drawImage(moments.get(i), LABEL + i * (CELL_WIDTH + GAP), y, null);
    }
  }

  private static List<BufferedImage> moments(Studio studio, Node node, Blob video)
      throws IOException {
    Path folder = node.data().scratch("moments");
    String chosen = "";
    for (int moment : MOMENTS) {
      chosen += (chosen.isEmpty() ? "" : "+") + "eq(n\\," + moment + ")";
    }
    answer(
        studio
            .ffmpeg()
            .run(
                FfmpegCommand.convert(
                    "look at moments",
                    Duration.ofSeconds(30),
                    List.of(
                        "-v",
                        "error",
                        "-i",
                        node.blobs().path(video).toString(),
                        "-vf",
                        "select=" + chosen + ",scale=" + CELL_WIDTH + ":" + CELL_HEIGHT,
                        "-fps_mode",
                        "passthrough",
                        folder.resolve("%d.png").toString()))),
        30);
    List<BufferedImage> moments = new ArrayList<>();
    for (int i = 1; i <= MOMENTS.length; i++) {
      moments.add(ImageIO.read(folder.resolve(i + ".png").toFile()));
    }
    return moments;
  }

  private static Picture still(Node node, Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    Blob blob = RealFfmpeg.stored(node, Files.readAllBytes(file), ".jpg", "image/jpeg");
    return new Picture.Still(blob, image.getWidth(), image.getHeight());
  }
}
