/** From a brief with its media to a timeline, and from that to segments. */
package io.moneyprinter.video.timeline;
