/** A video that is watched while it is made, in pieces (HLS). */
package io.moneyprinter.video.live;
