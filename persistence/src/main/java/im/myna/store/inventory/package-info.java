/**
 * What the database is and how much is in it; and whether another one would do. Reads what the database knows of itself, and counts
 * nothing.
 */
package im.myna.store.inventory;
