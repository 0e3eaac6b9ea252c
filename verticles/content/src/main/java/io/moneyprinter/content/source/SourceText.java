package io.moneyprinter.content.source;

import io.moneyprinter.codecs.materials.Provenance;
import java.util.List;

/**
 * What a script is made from.
 *
 * @param text with its paragraphs between blank lines
 * @param provenance where it is from; empty for the user's own text
 */
public record SourceText(String text, List<Provenance> provenance) {}
