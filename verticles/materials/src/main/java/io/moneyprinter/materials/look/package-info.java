/** How pictures and clips look: what small frames of them tell, and what that says of them. */
package io.moneyprinter.materials.look;
