package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.Voice;

/** A provider, with the voice it would speak with. */
public record Candidate(SpeechProvider provider, Voice voice) {}
