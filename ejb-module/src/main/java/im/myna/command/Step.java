package im.myna.command;

/** What a command comes to: it asks on, or it is done. */
public sealed interface Step permits Stage, Outcome {}
