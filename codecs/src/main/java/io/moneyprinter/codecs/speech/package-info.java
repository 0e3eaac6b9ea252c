/** Narration: voices, what is to be said and how, and when each word is heard. */
package io.moneyprinter.codecs.speech;
