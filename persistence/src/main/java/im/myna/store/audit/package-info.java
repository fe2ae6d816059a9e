/**
 * Who changed what. Entries are only added, and forgotten when they are old: nothing here changes one. They belong to no account,
 * so that they outlive those they tell of.
 */
package im.myna.store.audit;
