package io.moneyprinter.video.ffmpeg;

/**
 * What a run printed.
 *
 * @param text standard output
 * @param log standard error
 */
public record FfmpegOutput(String text, String log) {}
