/**
 * What people can have the server do by filling in forms, with any client (XEP-0050). A feature that has commands is a bean of the type
 * {@link im.myna.command.Commands}; who carries them out, step by step, knows none of them.
 */
package im.myna.command;
