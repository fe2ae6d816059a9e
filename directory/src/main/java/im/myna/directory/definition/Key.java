package im.myna.directory.definition;

import java.util.Arrays;
import java.util.Optional;

/** All that can be said about a directory: name, what holds when nothing is said, what it is good for. */
public enum Key {
    DOMAINS("domains", "", "The domains whose people it has, comma separated."),
    SERVERS("servers", "", "Its servers, host or host:port, comma separated; the first is the one to ask first."),
    ORDER("order", "failover", "failover: the first that answers; round-robin: one after the other."),
    SECURITY("security", "ldaps", "ldaps, starttls, or plain, by which everybody in between reads all passwords."),
    TRUST("trust", "", "Certificates, PEM, of those who sign the servers' own; nothing: those that Java trusts."),
    TRUST_FILE("trust-file", "", "A file with the same."),
    PINS("pins", "", "SHA-256 of the servers' own certificates, hex, comma separated; then no other is taken."),
    BIND_DN("bind-dn", "", "Who looks for people; nothing: nobody in particular (anonymous)."),
    BIND_PASSWORD("bind-password", "", "His password."),
    BIND_PASSWORD_FILE("bind-password-file", "", "A file whose first line is his password."),
    BIND_PASSWORD_ENVIRONMENT("bind-password-environment", "", "A variable of the environment with his password."),
    CONNECTIONS("connections", "8", "Connections for searches, and as many for log-ins."),
    CONNECT_SECONDS("connect-seconds", "3", "Until a server must have taken a connection, TLS included."),
    RESPONSE_SECONDS("response-seconds", "5", "Until it must have answered."),
    WAIT_SECONDS("wait-seconds", "2", "How long a question waits for a free connection."),
    FAILURES("failures", "3", "After so many failures in a row nobody asks for a while."),
    PAUSE_SECONDS("pause-seconds", "5", "That while."),
    REFERRALS("referrals", "ignore", "ignore or follow."),
    ALIASES("aliases", "never", "never or always: whether aliases are followed."),
    PAGE_SIZE("page-size", "500", "Entries of one page of a long answer."),
    USERS_BASE("users-base", "", "Where people are, semicolons between several."),
    USERS_SCOPE("users-scope", "subtree", "subtree or one."),
    USERS_FILTER("users-filter", "(uid={0})", "Whom a name means; {0} is the name, safely escaped."),
    USERS_DISABLED("users-disabled", "", "Those that this filter finds may not log in."),
    USERS_PATTERN("users-pattern", "", "The short way: the DN itself, such as uid={0},ou=people,dc=example,dc=com."),
    USERNAME("username", "uid", "The attribute whose value is the name in front of the @."),
    NAME("name", "{cn}", "What people are called, such as {givenName} {sn}."),
    MAIL("mail", "{mail}", "Their mail address."),
    GROUPS_BASE("groups-base", "", "Where groups are, semicolons between several; nothing: no groups."),
    GROUPS_FILTER(
            "groups-filter",
            "(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup)(objectClass=group))",
            "Which entries are groups."),
    GROUPS_NAME("groups-name", "cn", "The attribute with a group's name."),
    GROUPS_MEMBERS(
            "groups-members",
            "member, uniqueMember",
            "The attributes with the members, comma separated; memberOf: the other way round, at the people."),
    GROUPS_MEANING("groups-meaning", "dn", "dn: members are entries; username: they are names (posix, memberUid)."),
    GROUPS_NESTING("groups-nesting", "walk", "none, walk, or in-chain (Active Directory does it)."),
    GROUPS_DEPTH("groups-depth", "10", "Groups within groups that are followed."),
    GROUPS_SHARED("groups-shared", "", "Groups that this filter finds are on contact lists."),
    GROUPS_AUDIENCE(
            "groups-audience", "members", "On whose: members, everybody, or groups by name: \"sales, support\"."),
    ADMINS("admins", "", "DNs of groups whose members govern the server, semicolons between several."),
    DOMAIN_ADMINS("domain-admins", "", "Of those whose members govern their domain."),
    AUDITORS("auditors", "", "Of those whose members may look at everything."),
    CACHE_SECONDS(
            "cache-seconds", "60", "So long a right password is known here; 0: the directory is asked each time."),
    SYNC_SECONDS("sync-seconds", "300", "How often it is seen who came, changed and went; 0: never.");

    private final String title;
    private final String fallback;
    private final String description;

    Key(String title, String fallback, String description) {
        this.title = title;
        this.fallback = fallback;
        this.description = description;
    }

    /** As it is written. */
    public String title() {
        return title;
    }

    /** What holds when nothing is said. */
    public String fallback() {
        return fallback;
    }

    /** One line. */
    public String description() {
        return description;
    }

    /** True for what nobody is shown. */
    public boolean secret() {
        return this == BIND_PASSWORD;
    }

    /** True for what makes the server read something of its own machine. */
    public boolean local() {
        return this == TRUST_FILE || this == BIND_PASSWORD_FILE || this == BIND_PASSWORD_ENVIRONMENT;
    }

    /** Empty when there is none of that title. */
    public static Optional<Key> named(String title) {
        return Arrays.stream(values()).filter(key -> key.title.equals(title)).findFirst();
    }
}
