/**
 * Which picture goes with which scene: candidates are ranked, then given out so that the whole fits
 * best.
 */
package io.moneyprinter.materials.choice;
