package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * What a node can encode and draw with.
 *
 * @param program FFmpeg's version and where it comes from
 * @param build digest of the program; only nodes of an equal build share a render
 * @param encoders every encoder that was tried
 * @param fonts families that captions may be set in
 * @param accelerators graphics hardware, what each of its parts can do tried by itself
 */
public record Capabilities(
    String program,
    String build,
    List<Encoder> encoders,
    List<String> fonts,
    List<Accelerator> accelerators) {
  /**
   * An encoder and how its trial went.
   *
   * @param works whether it encoded the trial frames
   * @param detail what it said
   */
  public record Encoder(String name, boolean works, String detail) {
    public Encoder {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(detail, "detail");
    }
  }

  /**
   * A way to use graphics hardware. Its parts are tried apart: cards for data centres decode, but
   * often cannot encode.
   *
   * @param name such as {@code cuda} or {@code vaapi}
   */
  public record Accelerator(String name, Trial decode, Trial filter, Trial encode) {
    public Accelerator {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(decode, "decode");
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(encode, "encode");
    }
  }

  /**
   * How a trial went.
   *
   * @param detail what was said
   */
  public record Trial(boolean works, String detail) {
    public Trial {
      Objects.requireNonNull(detail, "detail");
    }
  }

  public Capabilities {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(build, "build");
    encoders = List.copyOf(encoders);
    fonts = List.copyOf(fonts);
    accelerators = accelerators == null ? List.of() : List.copyOf(accelerators);
  }
}
