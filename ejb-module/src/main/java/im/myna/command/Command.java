package im.myna.command;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that can be done.
 *
 * @param node its name, which no other has
 * @param title for people
 * @param permitted who does not pass neither sees it nor may do it
 * @param beginning carried out when it is called; may block, and throw as a {@link Stage} may
 */
public record Command(String node, String title, Predicate<Caller> permitted, Function<Caller, Step> beginning) {}
