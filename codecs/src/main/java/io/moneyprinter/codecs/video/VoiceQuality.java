package io.moneyprinter.codecs.video;

/**
 * What was measured on the narration of a video before it was mixed, effects included.
 *
 * @param loudness integrated, LUFS (EBU R 128)
 * @param truePeak dBTP
 * @param clipped share of the samples that stand at full scale, 0 to 1
 * @param silent share of the time in which nothing is heard (below -50 dBFS), 0 to 1
 * @param noiseFloor level of the quietest tenths of a second, dBFS; what lies between the words
 */
public record VoiceQuality(
    double loudness, double truePeak, double clipped, double silent, double noiseFloor) {}
