package im.myna.feature.xep0133_administration;

import static im.myna.feature.xep0133_administration.Wording.command;
import static im.myna.feature.xep0133_administration.Wording.form;
import static im.myna.feature.xep0133_administration.Wording.result;

import im.myna.administration.Actor.Power;
import im.myna.administration.Belongings;
import im.myna.administration.Users;
import im.myna.administration.visit.Visit;
import im.myna.administration.visit.Visits;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Commands;
import im.myna.command.Outcome;
import im.myna.command.Outcome.Severity;
import im.myna.command.Stage;
import im.myna.command.Step;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.jid.Jid;
import im.myna.roster.RosterXml;
import im.myna.xml.Element;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells about users. */
@ApplicationScoped
public class UserCommands implements Commands {
    @Inject
    private Users users;

    @Inject
    private Belongings belongings;

    @Inject
    private Visits visits;

    @Override
    public List<Command> commands() {
        return List.of(
                command(
                        "get-user-roster",
                        "Show a user's contacts",
                        Power.SEE,
                        caller -> about("Show a user's contacts", caller, this::roster)),
                command(
                        "get-user-lastlogin",
                        "Show when a user was here",
                        Power.SEE,
                        caller -> about("Show when a user was here", caller, this::lastLogin)),
                command(
                        "user-stats",
                        "Show how a user is connected",
                        Power.SEE,
                        caller -> about("Show how a user is connected", caller, this::statistics)));
    }

    private interface Question {
        Outcome ask(Caller caller, Jid account);
    }

    /** Accounts that are not there are an error, each of them: what was found out about others would not be the whole answer. */
    private Step about(String title, Caller caller, Question question) {
        return Stage.last(form(title, "One form for each of them.", Wording.accounts("Addresses")), answers -> {
            var payload = new ArrayList<Element>();
            var notes = new ArrayList<Outcome.Note>();
            for (var jid : Wording.accounts(answers)) {
                var found = question.ask(
                        caller, users.find(caller.actor(), jid.bare()).jid());
                payload.addAll(found.payload());
                notes.addAll(found.notes());
            }
            return new Outcome(notes, payload);
        });
    }

    private static Field subject(Jid account) {
        return Wording.told("accountjids", FieldType.JID_MULTI, "", List.of(account));
    }

    /** XEP-0133, 4.8: the contact list stands in the form. */
    private Outcome roster(Caller caller, Jid account) {
        var roster = belongings.roster(caller.actor(), account);
        return Outcome.told(result(subject(account)).element().with(RosterXml.query(roster)));
    }

    /** 4.9: of somebody who is here, when he came; of others it is only known when they left. */
    private Outcome lastLogin(Caller caller, Jid account) {
        var here = visits.of(caller.actor(), account).stream().map(Visit::since).max(Comparator.naturalOrder());
        var outcome = Outcome.told(result(
                        subject(account),
                        Field.of("lastlogin", FieldType.TEXT_SINGLE, "Came")
                                .values(here.map(Object::toString).stream().toList()))
                .element());
        if (here.isPresent()) {
            return outcome.note(Severity.INFO, account + " is here");
        }
        return outcome.note(
                Severity.INFO,
                belongings
                        .left(caller.actor(), account)
                        .map(left -> account + " left at " + left)
                        .orElse(account + " was never here"));
    }

    /** 4.10. */
    private Outcome statistics(Caller caller, Jid account) {
        var sessions = visits.of(caller.actor(), account);
        var contacts = belongings.roster(caller.actor(), account).items().size();
        return Outcome.told(result(
                        subject(account),
                        Field.of("ipaddresses", FieldType.TEXT_MULTI, "IP addresses")
                                .values(sessions.stream()
                                        .map(Visit::address)
                                        .distinct()
                                        .sorted()
                                        .toList()),
                        Field.of("rostersize", FieldType.TEXT_SINGLE, "Contacts")
                                .text(String.valueOf(contacts)),
                        Field.of("onlineresources", FieldType.TEXT_MULTI, "Resources")
                                .values(sessions.stream()
                                        .map(session -> session.jid().resource())
                                        .sorted()
                                        .toList()))
                .element());
    }
}
