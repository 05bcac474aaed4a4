package org.relais.detox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Puts facts into words; implemented, as a bean, where the bundles are. */
public interface HandOverWording {

    /** The page of one person. Times in it are those of the clock, so that it stays true when it is read later. */
    HandOverText page(HandOverFacts facts, ZoneId zone, Instant now, Locale language);

    /** "Since 07:00: 4 scores, 3 doses". */
    String changes(HandOverChanges changes, ZoneId zone, Instant now, Locale language);
}
