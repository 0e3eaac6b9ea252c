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
 */
public record Capabilities(
    String program, String build, List<Encoder> encoders, List<String> fonts) {
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

  public Capabilities {
    Objects.requireNonNull(program, "program");
    Objects.requireNonNull(build, "build");
    encoders = List.copyOf(encoders);
    fonts = List.copyOf(fonts);
  }
}
