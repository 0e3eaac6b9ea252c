package io.moneyprinter.codecs.analytics;

/** Sums over jobs; the fields are those of {@link JobUsage}. */
public record UsageSummary(
    int jobs,
    int completed,
    int failed,
    int cancelled,
    double videoSeconds,
    double renderSeconds,
    int segments,
    int reusedSegments,
    long characters,
    long tokens) {}
