/**
 * What outlives the process: one package for each subject, its store the only door. Nothing here knows the entities of a
 * subject but the subject itself; the stores are opened by the container, or by {@link im.myna.store.Database} outside of one.
 */
package im.myna.store;
