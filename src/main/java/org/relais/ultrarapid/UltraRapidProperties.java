package org.relais.ultrarapid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param enabled whether a centre may be permitted at all; no unless the service says so (domain reference B.9) */
@ConfigurationProperties("relais.ultra-rapid-detox")
record UltraRapidProperties(@DefaultValue("false") boolean enabled) {}
