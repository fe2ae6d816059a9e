package im.myna.store.offline;

/**
 * A letter that waits.
 *
 * @param number rises in the order of arrival in its box
 */
public record KeptLetter(long number, Letter letter) {}
