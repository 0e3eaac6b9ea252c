package io.moneyprinter.launcher.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Footage with the statistics of photographed scenes, since none may be brought along: textures of
 * fractal noise, whose spectrum falls with the frequency as that of natural pictures does (Field,
 * "Relations between the statistics of natural images", 1987), in two layers that a hand-held
 * camera moves over at different speeds, with the grain of a sensor. Half of the clips are upright,
 * half lie.
 */
final class Scenery {
  static final int FPS = 30;
  static final int FRAMES = 195;
  private static final int LONG = 1920;
  private static final int SHORT = 1080;
  private static final int TEXTURE = 2304;
  private static final double GRAIN = 2.2;

  private final Program program;

  Scenery(Program program) {
    this.program = program;
  }

  /** A clip of 6.5 s. */
  record Source(Path file, int width, int height) {
    double seconds() {
      return FRAMES / (double) FPS;
    }
  }

  /** Makes the clips that are not there yet. */
  List<Source> clips(int count) throws IOException {
    List<Source> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean upright = i % 2 == 0;
      Source source =
          new Source(
              program.folder().resolve("scenery-%02d.mp4".formatted(i)),
              upright ? SHORT : LONG,
              upright ? LONG : SHORT);
      if (!Files.exists(source.file())) {
        film(source, i);
      }
      clips.add(source);
    }
    return clips;
  }

  private void film(Source source, int number) throws IOException {
    Path part = program.folder().resolve("part.mp4");
    List<String> line = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p"));
    line.addAll(List.of("-s", source.width() + "x" + source.height(), "-r", "" + FPS, "-i", "-"));
    line.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "19", "-g", "60"));
    line.addAll(List.of("-colorspace", "bt709", "-color_primaries", "bt709"));
    line.addAll(List.of("-color_trc", "bt709", part.toString()));
    program.run(line, out -> draw(source, number, out));
    Files.move(part, source.file(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void draw(Source source, int number, OutputStream out) throws IOException {
    SplittableRandom random = new SplittableRandom(number * 7919L + 1);
    FractalTexture far = new FractalTexture(TEXTURE, random.split(), 1.05);
    FractalTexture near = new FractalTexture(TEXTURE, random.split(), 1.0);
    byte[] grain = grain(random);
    double drift = 1.2 + 2.5 * random.nextDouble();
    double angle = random.nextDouble() * 2 * Math.PI;
    FractalTexture.Plane luma = FractalTexture.Plane.of(source.width(), source.height());
    FractalTexture.Plane chroma = FractalTexture.Plane.of(source.width() / 2, source.height() / 2);
    byte[] covered = new byte[chroma.samples().length];
    for (int frame = 0; frame < FRAMES; frame++) {
      double shake = 1.5 * Math.sin(frame * 0.37) + 0.8 * Math.sin(frame * 0.91 + 1);
      double x = Math.cos(angle) * drift * frame + shake;
      double y = Math.sin(angle) * drift * frame + 0.7 * shake;
      far.luma(near, x, y, luma, covered, grain, random.nextInt(grain.length));
      out.write(luma.samples());
      for (int channel = 1; channel <= 2; channel++) {
        far.chroma(near, channel, x, y, chroma, covered);
        out.write(chroma.samples());
      }
    }
  }

  private static byte[] grain(SplittableRandom random) {
    byte[] grain = new byte[1 << 20];
    for (int i = 0; i < grain.length; i++) {
      double gauss = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
      grain[i] = (byte) Math.round(2 * GRAIN * gauss);
    }
    return grain;
  }
}
