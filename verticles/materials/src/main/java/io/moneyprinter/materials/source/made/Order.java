package io.moneyprinter.materials.source.made;

/**
 * What is to be painted.
 *
 * @param prompt what the picture shows, and how
 * @param width pixels of the canvas
 * @param height pixels of the canvas
 * @param seed decides what the prompt leaves open, 0 to 4294967295, where a service takes one
 */
public record Order(String prompt, int width, int height, long seed) {}
