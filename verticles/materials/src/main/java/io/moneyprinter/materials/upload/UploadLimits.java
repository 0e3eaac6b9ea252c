package io.moneyprinter.materials.upload;

import java.time.Duration;

/**
 * How much may come.
 *
 * @param file bytes of one file
 * @param tenant bytes of one tenant's library
 * @param open uploads that one tenant may have under way
 * @param life of an upload to which nothing more comes
 */
public record UploadLimits(long file, long tenant, int open, Duration life) {}
