package im.myna.directory;

import java.time.Duration;

/**
 * A part of an explanation.
 *
 * @param title what was tried, such as "find the user"
 * @param good whether it went well
 * @param text what came of it, for administrators
 * @param took how long
 */
public record Step(String title, boolean good, String text, Duration took) {}
