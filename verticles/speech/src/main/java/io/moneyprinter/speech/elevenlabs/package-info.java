/** ElevenLabs. */
package io.moneyprinter.speech.elevenlabs;
