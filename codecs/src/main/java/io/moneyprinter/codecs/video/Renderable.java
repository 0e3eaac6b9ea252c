package io.moneyprinter.codecs.video;

/**
 * Whether a node renders a segment to the very bytes that were planned: same encoder, build,
 * settings, fonts and way of drawing.
 */
public record Renderable(boolean equal) {}
