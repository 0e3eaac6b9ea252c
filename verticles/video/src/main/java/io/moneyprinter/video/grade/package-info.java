/** The look of pictures: lights, colours, and tables (LUT). */
package io.moneyprinter.video.grade;
