package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MusicBrief;

/**
 * Asks for pieces of the music library.
 *
 * @param source {@code null} for all that are on this installation
 * @param mood {@code null} for any
 * @param slowest beats a minute; {@code null} for any. A piece of unknown tempo fits only where
 *     neither bound is given
 * @param fastest beats a minute; {@code null} for any
 * @param text words that title, author or tags have to hold; what an outside source is asked for;
 *     may be {@code null}
 */
public record ListMusic(
    MusicBrief.Source source, MusicBrief.Mood mood, Double slowest, Double fastest, String text) {}
