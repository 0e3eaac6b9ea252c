/** The materials service: pictures and clips for scenes, music, and the tenants' own library. */
package io.moneyprinter.materials;
