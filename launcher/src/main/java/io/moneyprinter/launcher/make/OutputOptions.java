package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.VideoCodec;
import picocli.CommandLine.Option;

/** What the command line says about the form of the finished video. */
public final class OutputOptions {
  @Option(
      names = "--output",
      paramLabel = "KIND",
      description = "mp4 (the default), webm, mov, gif or audio")
  private OutputBrief.Container container;

  @Option(
      names = "--codec",
      description =
          "h264, hevc, av1, vp9, prores or lossless; by default what suits the kind of file")
  private VideoCodec codec;

  @Option(
      names = "--quality",
      paramLabel = "LEVEL",
      description = "draft (half the size, for a look), standard (the default) or high")
  private OutputBrief.Quality quality;

  @Option(
      names = "--stems",
      description = "Also hand out voice, music and effects as files of their own")
  private Boolean stems;

  @Option(
      names = "--thumbnails",
      description = "Also make small pictures and a sheet of them with its index for players")
  private Boolean thumbnails;

  @Option(
      names = "--caption-tracks",
      description = "Also add the captions as a track that players can switch on")
  private Boolean captionTracks;

  /** Another kind of file brings its own codec, unless one is named too. */
  OutputBrief over(OutputBrief brief) {
    boolean otherKind = container != null && container != brief.container();
    return new OutputBrief(
        or(container, brief.container()),
        or(codec, otherKind ? null : brief.codec()),
        or(quality, brief.quality()),
        or(stems, brief.stems()),
        or(thumbnails, brief.thumbnails()),
        or(captionTracks, brief.captionTracks()));
  }

  private static <T> T or(T option, T fromFile) {
    return option == null ? fromFile : option;
  }
}
