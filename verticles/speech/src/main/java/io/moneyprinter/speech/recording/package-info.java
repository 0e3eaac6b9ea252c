/** A voice that was recorded before, instead of one that is made. */
package io.moneyprinter.speech.recording;
