/** No voice: the time that it takes to read. */
package io.moneyprinter.speech.silence;
