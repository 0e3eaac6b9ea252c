package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says why a run did not succeed, in our codes. */
final class RunFailure {
  private static final int KILLED = 128 + 9;
  private static final int TOO_MUCH_OUTPUT = 128 + 25;

  private static final int TOO_MUCH_TIME = 128 + 24;

  /** How FFmpeg and the loader of libraries say that they are given no more. */
  private static final List<String> NO_MEMORY =
      List.of(
          "Cannot allocate memory",
          "get_buffer() failed",
          "Resource temporarily unavailable",
          "failed to map segment");

  private static final Pattern AMISS = Pattern.compile("\\[(?:warning|error|fatal|panic)] ");

  private RunFailure() {}

  /** A run that we ended ourselves. */
  static ServiceFailure ended(FailureCode why, FfmpegCommand command, ResourceLimits limits) {
    return switch (why) {
      case TIMEOUT -> late(command, limits);
      case RESOURCE ->
          new ServiceFailure(
              why,
              "FFmpeg took more than %d MB of memory to %s and was ended: use a smaller picture, or"
                      .formatted(limits.resident() >> 20, command.purpose())
                  + " raise video.limits.work-memory");
      default -> new ServiceFailure(why, "Told to stop while FFmpeg was to " + command.purpose());
    };
  }

  private static ServiceFailure late(FfmpegCommand command, ResourceLimits limits) {
    return command.untrusted()
        ? blamed(
            "It took longer than %d s to %s: it is damaged, or made to keep the machine busy. Save"
                    .formatted(limits.cpuSeconds(), command.purpose())
                + " it again with another program; on a slow machine raise video.limits.look-time")
        : new ServiceFailure(
            FailureCode.TIMEOUT,
            "FFmpeg could not "
                + command.purpose()
                + " within "
                + command.limit().toSeconds()
                + " s: the machine is too busy, or the input too large");
  }

  /** A run that ended badly by itself. */
  static ServiceFailure of(int status, FfmpegCommand command, ResourceLimits limits, String tail) {
    if (DiskTrouble.full(tail)) {
      return new ServiceFailure(
          FailureCode.RESOURCE,
          "The disk is full: FFmpeg could not "
              + command.purpose()
              + ". Free some space in the data folder, then resume the job");
    }
    if (command.untrusted() && (status == TOO_MUCH_TIME || tail.contains("received signal 24"))) {
      return late(command, limits);
    }
    if (command.untrusted() && NO_MEMORY.stream().anyMatch(tail::contains)) {
      return blamed(
          "It takes more than %d MB of memory to %s: make the picture smaller, or raise"
                  .formatted(limits.addressSpace() >> 20, command.purpose())
              + " video.limits.look-memory");
    }
    if (status == TOO_MUCH_OUTPUT || tail.contains("File too large")) {
      String sentence =
          "FFmpeg wrote more than %d MB to %s: "
              .formatted(limits.fileSize() >> 20, command.purpose());
      return command.untrusted()
          ? blamed(sentence + "save the file again with another program")
          : new ServiceFailure(
              FailureCode.RESOURCE,
              sentence + "make a shorter or smaller video, or raise video.limits.output-size");
    }
    if (status == KILLED) {
      return new ServiceFailure(
          FailureCode.RESOURCE,
          "The system killed FFmpeg while it was to "
              + command.purpose()
              + ", most likely for want of memory: run fewer encoders at once");
    }
    return new ServiceFailure(
        FailureCode.INTERNAL,
        "FFmpeg could not " + command.purpose() + " (status " + status + "): " + complaints(tail));
  }

  /** Of a log that tells each line's level, only what is amiss; else all of it. */
  private static String complaints(String tail) {
    String amiss =
        tail.lines()
            .filter(line -> AMISS.matcher(line).find())
            .map(line -> AMISS.matcher(line).replaceFirst(""))
            .collect(Collectors.joining("\n"));
    String told = amiss.isEmpty() ? tail : amiss;
    return told.isEmpty() ? "it said nothing" : told;
  }

  private static ServiceFailure blamed(String sentence) {
    return ServiceFailure.invalid("/blob", sentence);
  }
}
