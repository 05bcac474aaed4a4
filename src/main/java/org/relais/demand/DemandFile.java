package org.relais.demand;

import java.util.Locale;

/** A file that was made: signed, and written into the log. */
public final class DemandFile {

    private final String name;
    private final byte[] content;
    private final int clients;

    DemandFile(String name, byte[] content, int clients) {
        this.name = name;
        this.content = content;
        this.clients = clients;
    }

    public String name() {
        return name;
    }

    public byte[] content() {
        return content.clone();
    }

    /** How many clients it counts. */
    public int clients() {
        return clients;
    }

    /** What is in a file. */
    public enum Kind {
        /** One row a client, under a pseudonym. */
        CLIENTS,
        /** The tables of counts, small ones hidden. */
        TABLES,
        /** What the country of the centres adds: one row a client, under the same pseudonym. */
        ADDED;

        /** What tells its files from those of the other kinds, in their names. */
        String suffix() {
            return this == ADDED ? "recap" : name().toLowerCase(Locale.ROOT);
        }

        /** Whether it has a row a client. */
        boolean ofClients() {
            return this != TABLES;
        }

        /** The key of its word in the bundles. */
        public String key() {
            return "demand.file." + name().toLowerCase(Locale.ROOT);
        }
    }
}
