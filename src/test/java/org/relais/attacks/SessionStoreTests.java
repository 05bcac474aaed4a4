package org.relais.attacks;

import org.apache.catalina.Context;
import org.apache.catalina.session.StandardManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attack 34: nothing serialised is ever read back into a session, because no session is written anywhere: neither to a
 * file, nor to a database, nor to another node.
 */
@AttackTest
class SessionStoreTests {

    @Autowired
    ServletWebServerApplicationContext portal;

    @Test
    void sessions_live_in_memory_only() {
        assertThat(portal.getWebServer())
                .isInstanceOfSatisfying(
                        TomcatWebServer.class,
                        server -> assertThat(server.getTomcat().getHost().findChildren())
                                .isNotEmpty()
                                .allSatisfy(child -> assertThat(((Context) child).getManager())
                                        .isExactlyInstanceOf(StandardManager.class)
                                        .extracting(manager -> ((StandardManager) manager).getPathname())
                                        .isNull()));
    }
}
