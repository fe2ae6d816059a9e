package im.myna.command;

import im.myna.administration.Actor;

/**
 * Who calls a command.
 *
 * @param domain that he addressed
 */
public record Caller(Actor actor, String domain) {}
