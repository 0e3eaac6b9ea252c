/** By what people know a file again: its small picture, a short preview, its looks. */
package io.moneyprinter.video.portrait;
