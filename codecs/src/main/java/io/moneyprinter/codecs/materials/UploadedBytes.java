package io.moneyprinter.codecs.materials;

/** How many bytes of an upload are there. */
public record UploadedBytes(long size) {}
