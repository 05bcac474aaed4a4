package org.relais.staff;

/** The roles as constants, for annotations on views and services. */
public final class Roles {

    public static final String PHYSICIAN = "PHYSICIAN";
    public static final String NURSE = "NURSE";
    public static final String DISPENSING_NURSE = "DISPENSING_NURSE";
    public static final String PSYCHOLOGIST = "PSYCHOLOGIST";
    public static final String SOCIAL_WORKER = "SOCIAL_WORKER";
    public static final String FAMILY_WORKER = "FAMILY_WORKER";
    public static final String PEER_WORKER = "PEER_WORKER";
    public static final String COORDINATOR = "COORDINATOR";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Roles() {}
}
