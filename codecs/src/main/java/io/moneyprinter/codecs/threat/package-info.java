/** Callers that behave like an attack, what is done about them, and how that is undone. */
package io.moneyprinter.codecs.threat;
