package io.eventjobs.worker.session.slides;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One page of a deck.
 *
 * @param number from 1, through all decks of a session
 * @param image JPEG in the folder of the rendering, null if the page could not be drawn
 * @param text plain, lines parted by {@code \n}; empty if there is none
 */
public record Slide(int number, @Nullable Path image, String text) {}
