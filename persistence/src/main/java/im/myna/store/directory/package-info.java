/**
 * The directories of companies, and what was last known of those who are in them: enough to go on while a directory is away.
 *
 * <p>What a definition means is known elsewhere: here it is names and texts. Passwords of people are never here.
 */
package im.myna.store.directory;
