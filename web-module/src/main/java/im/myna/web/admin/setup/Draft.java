package im.myna.web.admin.setup;

import im.myna.administration.setup.Plan;
import im.myna.administration.setup.Plan.Admin;
import im.myna.administration.setup.Plan.Pem;
import im.myna.store.inventory.Candidate;
import java.io.Serializable;

/** What was typed in until now. Passwords and keys are never shown again: a field that comes back empty is as it was. */
public class Draft implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of what can be chosen: the one that needs nothing, or the other. */
    private static final String SIMPLE = "simple";

    private static final String OTHER = "other";

    private String domain = "";
    private String certificate = SIMPLE;
    private String chain = "";
    private String privateKey = "";
    private String database = SIMPLE;
    private String host = "";
    private String port = String.valueOf(Candidate.USUAL_PORT);
    private String base = "";
    private String user = "";
    private String databasePassword = "";
    private String name = "admin";
    private String password = "";
    private String again = "";

    Pem pem() {
        return certificate.equals(OTHER) ? new Pem(chain, privateKey) : Pem.SELF_SIGNED;
    }

    /** A port that is none is 0. */
    Candidate candidate() {
        return database.equals(OTHER)
                ? new Candidate(
                        host.strip(),
                        port.strip().matches("[0-9]{1,5}") ? Integer.parseInt(port.strip()) : 0,
                        base.strip(),
                        user.strip(),
                        databasePassword)
                : Candidate.FILE;
    }

    Admin admin() {
        return new Admin(name.strip(), password);
    }

    Plan plan() {
        return new Plan(domain, pem(), candidate(), admin());
    }

    /** Where two had to be the same. */
    boolean isSure() {
        return password.equals(again);
    }

    public boolean ownCertificate() {
        return certificate.equals(OTHER);
    }

    public boolean ownDatabase() {
        return database.equals(OTHER);
    }

    void forget() {
        privateKey = "";
        databasePassword = "";
        password = "";
        again = "";
    }

    private static String kept(String typed, String before) {
        return typed == null || typed.isEmpty() ? before : typed;
    }

    // Faces asks for properties by these names.

    public String getDomain() {
        return domain;
    }

    public void setDomain(String typed) {
        domain = kept(typed, "");
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String chosen) {
        certificate = kept(chosen, SIMPLE);
    }

    public String getChain() {
        return chain;
    }

    public void setChain(String typed) {
        chain = kept(typed, "");
    }

    public String getPrivateKey() {
        return "";
    }

    public void setPrivateKey(String typed) {
        privateKey = kept(typed, privateKey);
    }

    public String getDatabase() {
        return database;
    }

    public void setDatabase(String chosen) {
        database = kept(chosen, SIMPLE);
    }

    public String getHost() {
        return host;
    }

    public void setHost(String typed) {
        host = kept(typed, "");
    }

    public String getPort() {
        return port;
    }

    public void setPort(String typed) {
        port = kept(typed, "");
    }

    public String getBase() {
        return base;
    }

    public void setBase(String typed) {
        base = kept(typed, "");
    }

    public String getUser() {
        return user;
    }

    public void setUser(String typed) {
        user = kept(typed, "");
    }

    public String getDatabasePassword() {
        return "";
    }

    public void setDatabasePassword(String typed) {
        databasePassword = kept(typed, databasePassword);
    }

    public String getName() {
        return name;
    }

    public void setName(String typed) {
        name = kept(typed, "");
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String typed) {
        password = kept(typed, password);
    }

    public String getAgain() {
        return "";
    }

    public void setAgain(String typed) {
        again = kept(typed, again);
    }
}
