/** A video's scenes between its making and its remaking: seen, edited, rendered again. */
package io.moneyprinter.codecs.storyboard;
