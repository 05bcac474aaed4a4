package org.relais.exchange.fhir;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a referral file may weigh at most; real ones stay far below.
 *
 * @param fileSize the file as it lies on the disk
 * @param unpackedSize what comes out of a packed file: reading stops there, whatever the file still holds
 * @param nesting levels of objects and lists within each other
 * @param textLength one text or base64 block, in characters
 * @param tokens names, values, and beginnings and ends of objects and lists: millions of empty entries are small in a
 *     file and huge in memory
 */
@ConfigurationProperties("relais.exchange.referral")
public record ReferralLimits(
        @DefaultValue("32MB") DataSize fileSize,
        @DefaultValue("32MB") DataSize unpackedSize,
        @DefaultValue("64") int nesting,
        @DefaultValue("10000000") int textLength,
        @DefaultValue("2000000") int tokens) {}
