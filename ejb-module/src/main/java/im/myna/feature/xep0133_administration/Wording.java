package im.myna.feature.xep0133_administration;

import im.myna.administration.Actor.Power;
import im.myna.administration.RefusedException;
import im.myna.command.Caller;
import im.myna.command.Command;
import im.myna.command.Outcome;
import im.myna.command.Outcome.Severity;
import im.myna.command.Step;
import im.myna.form.Answers;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.form.Form;
import im.myna.jid.Jid;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the commands have in common: names and forms. */
final class Wording {
    /** The namespace of the forms (XEP-0133, 8.2). */
    static final String NS = "http://jabber.org/protocol/admin";

    private static final String ACCOUNT = "accountjid";
    private static final String ACCOUNTS = "accountjids";

    private Wording() {}

    static Command command(String name, String title, Power needed, Function<Caller, Step> beginning) {
        return new Command(NS + "#" + name, title, caller -> caller.actor().may(needed, caller.domain()), beginning);
    }

    static Form form(String title, String instructions, Field... fields) {
        return Form.asking(NS, title, instructions, fields);
    }

    static Form result(Field... fields) {
        return Form.telling(NS, fields);
    }

    static Field account(String label) {
        return Field.of(ACCOUNT, FieldType.JID_SINGLE, label).mandatory();
    }

    static Field accounts(String label) {
        return Field.of(ACCOUNTS, FieldType.JID_MULTI, label).mandatory();
    }

    static Field told(String var, FieldType type, String label, List<Jid> jids) {
        return Field.of(var, type, label)
                .values(jids.stream().map(Jid::toString).toList());
    }

    static Jid account(Answers answers) {
        return answers.jid(ACCOUNT);
    }

    static List<Jid> accounts(Answers answers) {
        return answers.jids(ACCOUNTS);
    }

    /** Does it to each of them. Those that it cannot be done to are named; when it was the only one, that is the error. */
    static Outcome each(List<Jid> accounts, Consumer<Jid> deed) {
        var outcome = Outcome.DONE;
        int done = 0;
        for (var account : accounts) {
            try {
                deed.accept(account);
                done++;
            } catch (RefusedException refusal) {
                if (accounts.size() == 1) {
                    throw refusal;
                }
                outcome = outcome.note(Severity.ERROR, account + ": " + refusal.getMessage());
            }
        }
        return outcome.note(Severity.INFO, "done for " + done + " of " + accounts.size());
    }
}
