package im.myna.store.directory;

import im.myna.jid.Jid;

/** That a group comes from a directory. */
public record KeptTeam(Jid group, String directory, String dn) {}
