package im.myna.store.group;

/** On whose contact lists the members of a group are. */
public enum Sharing {
    /** On nobody's. */
    NOBODY,
    /** On those of all accounts of the domain. */
    EVERYBODY,
    /** On those of the members of some groups, which are named. */
    GROUPS
}
