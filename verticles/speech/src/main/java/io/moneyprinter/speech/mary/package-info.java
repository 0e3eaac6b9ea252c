/** MaryTTS, in this process: English without a network. */
package io.moneyprinter.speech.mary;
