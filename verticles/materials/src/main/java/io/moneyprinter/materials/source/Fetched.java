package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;

/**
 * A candidate whose file is in the store and was found to be what it should.
 *
 * @param picture {@link Picture.Footage} or {@link Picture.Still}
 * @param rendition the file that was taken; {@code null} for a picture that was made
 * @param cached whether it was in the store already
 */
public record Fetched(
    Candidate candidate, Picture picture, Candidate.Rendition rendition, boolean cached) {}
