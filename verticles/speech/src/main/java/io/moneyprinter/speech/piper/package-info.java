/** Piper, a program on this machine. */
package io.moneyprinter.speech.piper;
