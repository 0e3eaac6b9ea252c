/**
 * Cutting texts into scenes and sentences, and choosing the terms that footage is searched by. No
 * model is asked.
 */
package io.moneyprinter.content.text;
