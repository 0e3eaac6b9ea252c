/** A service of speaking characters, whose fields are set. */
package io.moneyprinter.speech.character;
