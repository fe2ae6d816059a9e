package im.myna.feature.xep0157_contact;

import im.myna.discovery.Extension;
import im.myna.form.Field;
import im.myna.form.FieldType;
import im.myna.form.Form;
import im.myna.settings.Settings;
import im.myna.specification.Implements;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells whom to turn to. */
@Implements(spec = "XEP-0157", version = "1.1.1")
@ApplicationScoped
public class ContactAddresses implements Extension {
    private static final String SCOPE = "http://jabber.org/network/serverinfo";

    @Inject
    private Settings settings;

    /** The same for all domains: one house runs them. */
    @Override
    public Optional<Form> of(String domain) {
        if (settings.contacts().isEmpty()) {
            return Optional.empty();
        }
        List<Field> fields = settings.contacts().entrySet().stream()
                .map(contact -> Field.of(contact.getKey() + "-addresses", FieldType.LIST_MULTI, "")
                        .values(contact.getValue()))
                .toList();
        return Optional.of(Form.telling(SCOPE, fields.toArray(Field[]::new)));
    }
}
