/** When each word is heard, found in the sound alone. */
package io.moneyprinter.speech.align;
