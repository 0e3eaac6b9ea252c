/** Whether a file is what it says, before anything decodes it. */
package io.moneyprinter.materials.inspection;
