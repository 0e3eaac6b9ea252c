package io.moneyprinter.codecs.threat;

/** It was counted. */
public record ThreatNoted() {}
