/** Administrators at work with their client. */
package im.myna.blackbox.command;
