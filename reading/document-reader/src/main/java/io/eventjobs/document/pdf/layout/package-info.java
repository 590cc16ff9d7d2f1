/**
 * Reconstructs the text of a PDF, which stores only positioned characters: glyphs are combined into fragments (contiguous text on a line),
 * fragments into regions in reading order, regions into blocks.
 */
@NullMarked
package io.eventjobs.document.pdf.layout;

import org.jspecify.annotations.NullMarked;
