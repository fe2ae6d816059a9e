package im.myna.company;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Puts the directories into service when the server starts. */
@Singleton
@Startup
@DependsOn("Beginning")
@TransactionManagement(TransactionManagementType.BEAN)
public class Opening {
    @Inject
    private LdapDirectories directories;

    @PostConstruct
    void begin() {
        directories.load();
    }
}
