/** espeak-ng in a process of its own: a hundred languages without a network. */
package io.moneyprinter.speech.espeak;
