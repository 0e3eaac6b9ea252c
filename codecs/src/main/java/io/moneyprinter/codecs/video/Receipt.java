package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/**
 * What a video was made of and how, so that anybody with the same inputs and programs can make the
 * same bytes. It holds no time and no place: equal makings have equal receipts.
 *
 * @param version form of this record
 * @param tool name and version of this software
 * @param seed from which everything random was drawn
 * @param ffmpeg the program
 * @param encoder the planned encoder with its settings and its build
 * @param inputs every stored file that went in, sorted by key
 * @param segments in the order of the plan
 * @param mix what the sound was made of
 * @param audio the sound
 * @param outputs the files that came out, the video first
 */
public record Receipt(
    int version,
    String tool,
    long seed,
    Program ffmpeg,
    String encoder,
    List<Blob> inputs,
    List<Piece> segments,
    AudioMix mix,
    Blob audio,
    List<Publication.File> outputs) {
  public static final int VERSION = 1;

  /**
   * An FFmpeg.
   *
   * @param build digest; two with an equal one encode alike
   */
  public record Program(String version, String build) {}

  /**
   * One segment.
   *
   * @param spec everything that decides what shows, its key included
   * @param output the encoded file
   * @param making how that came about; {@code null} when it was not noted
   */
  public record Piece(Segment spec, Blob output, int frames, Making making) {
    public Piece {
      Objects.requireNonNull(spec, "spec");
      Objects.requireNonNull(output, "output");
    }
  }

  /**
   * How a segment's file came about.
   *
   * @param encoder such as {@code libx264}
   * @param signature encoder, settings and build
   * @param fonts digest of the fonts that it is set in, hex
   * @param threads of the encoder, which decide its bytes too
   * @param arguments as FFmpeg got them; stored files by their keys, drawn ones as {@code
   *     drawn/NAME}
   */
  public record Making(
      String encoder, String signature, String fonts, int threads, List<String> arguments) {
    public Making {
      arguments = List.copyOf(arguments);
    }
  }

  public Receipt {
    Objects.requireNonNull(ffmpeg, "ffmpeg");
    inputs = List.copyOf(inputs);
    segments = List.copyOf(segments);
    outputs = List.copyOf(outputs);
  }
}
