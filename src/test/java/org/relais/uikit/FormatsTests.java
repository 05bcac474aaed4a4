package org.relais.uikit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private final Formats french = new Formats(Locale.FRANCE, PARIS);
    private final Formats english = new Formats(Locale.ENGLISH, PARIS);
    private final Formats swedish = new Formats(Locale.of("sv"), PARIS);

    @Test
    void a_date_is_written_as_each_language_does() {
        assertThat(french.date(DAY)).isEqualTo("19.11.2026");
        assertThat(english.date(DAY)).isEqualTo("19 Nov 2026");
        assertThat(swedish.date(DAY)).isEqualTo("2026-11-19");
        assertThat(french.shortDate(DAY)).isEqualTo("jeu. 19.11");
    }

    @Test
    void an_instant_is_shown_in_the_zone_of_the_centre() {
        var late = Instant.parse("2026-11-18T23:30:00Z");
        assertThat(french.dateTime(late)).isEqualTo("19.11.2026 00:30");
        assertThat(new Formats(Locale.FRANCE, ZoneId.of("America/Cayenne")).dateTime(late))
                .isEqualTo("18.11.2026 20:30");
    }

    @Test
    void the_head_of_a_day_says_how_near_it_is() {
        assertThat(french.dayHead(DAY, DAY)).isEqualTo("Aujourd’hui, jeudi 19 novembre");
        assertThat(english.dayHead(DAY.minusDays(1), DAY)).isEqualTo("Yesterday, Wednesday 18 November");
        assertThat(swedish.dayHead(DAY.plusDays(1), DAY)).isEqualTo("I morgon, fredag 20 november");
        assertThat(french.dayHead(DAY.minusYears(1), DAY)).isEqualTo("Mercredi 19 novembre 2025");
    }

    @Test
    void minutes_become_hours_from_the_sixtieth() {
        assertThat(french.late(Duration.ofMinutes(25))).isEqualTo("Retard 25\u00a0min");
        assertThat(french.duration(Duration.ofMinutes(59).plusSeconds(59))).isEqualTo("59\u00a0min");
        assertThat(french.duration(Duration.ofDays(17))).isEqualTo("17\u00a0jours");
        assertThat(french.duration(Duration.ofMinutes(60))).isEqualTo("1\u00a0h\u00a000");
        assertThat(french.ahead(Duration.ofMinutes(65))).isEqualTo("dans 1\u00a0h\u00a005");
        assertThat(english.late(Duration.ofMinutes(25))).isEqualTo("25\u00a0min overdue");
    }

    @Test
    void numbers_carry_the_marks_of_the_language() {
        assertThat(french.number(1842.5, "mL")).isEqualTo("1\u00a0842,5\u00a0mL");
        assertThat(english.number(1842.5, "mL")).isEqualTo("1,842.5\u00a0mL");
        assertThat(swedish.number(1842.5, "ml")).isEqualTo("1\u00a0842,5\u00a0ml");
    }

    @Test
    void a_dose_keeps_its_decimals() {
        assertThat(french.exact(new BigDecimal("8.50"))).isEqualTo("8,50");
        assertThat(french.exact(new BigDecimal("1E+1"))).isEqualTo("10");
    }

    @Test
    void an_age_counts_completed_years_and_months_for_the_very_young() {
        assertThat(french.age(LocalDate.of(1984, 11, 20), DAY)).isEqualTo("41 ans");
        assertThat(french.age(LocalDate.of(1984, 11, 19), DAY)).isEqualTo("42 ans");
        assertThat(english.age(DAY.minusMonths(23), DAY)).isEqualTo("23 months");
        assertThat(english.age(DAY.minusMonths(1), DAY)).isEqualTo("1 month");
    }

    @Test
    void any_other_language_is_read_as_french() {
        assertThat(new Formats(Locale.JAPAN, PARIS).date(DAY)).isEqualTo("19.11.2026");
    }
}
