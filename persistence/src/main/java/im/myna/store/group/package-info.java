/** Groups of accounts: who is in them, and on whose contact lists they are. */
package im.myna.store.group;
