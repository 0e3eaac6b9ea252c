/** One segment of a timeline: its filter graph, its drawn layers, its run. */
package io.moneyprinter.video.render;
