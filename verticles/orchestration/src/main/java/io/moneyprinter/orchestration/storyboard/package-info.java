/** Storyboards of finished videos: edited, and rendered again at the cost of what was edited. */
package io.moneyprinter.orchestration.storyboard;
