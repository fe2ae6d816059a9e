package im.myna.administration.container;

import im.myna.administration.Actor;
import jakarta.security.enterprise.credential.Credential;

/** That somebody proved who he is, to one who could tell. */
record Proven(Actor actor) implements Credential {}
