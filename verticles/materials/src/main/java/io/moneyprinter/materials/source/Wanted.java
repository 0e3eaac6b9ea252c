package io.moneyprinter.materials.source;

/**
 * What of a candidate is going to be shown.
 *
 * @param width pixels of the canvas, which the picture has to cover
 * @param height pixels of the canvas, which the picture has to cover
 * @param seconds of a video that are needed, from its beginning
 */
public record Wanted(int width, int height, double seconds) {}
