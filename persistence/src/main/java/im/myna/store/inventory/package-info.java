/** What the database is and how much is in it. Reads what the database knows of itself, and counts nothing. */
package im.myna.store.inventory;
