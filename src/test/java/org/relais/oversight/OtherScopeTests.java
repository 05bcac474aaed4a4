package org.relais.oversight;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Attack 10: what the desk gives, its export and its reports included, is not had by a scope over something else. */
@RelaisTest
class OtherScopeTests {

    @Autowired
    House house;

    @Autowired
    AccessService access;

    @Autowired
    ApplicationContext context;

    @Test
    void no_service_of_the_desk_takes_the_scope_of_a_list_of_people() {
        var opened = new ArrayList<String>();
        var asked = house.open().here().as(Role.NURSE, () -> {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, null);
            var count = 0;
            for (var service : context.getBeansWithAnnotation(Service.class).values()) {
                var type = AopUtils.getTargetClass(service);
                if (!type.getPackage().equals(OtherScopeTests.class.getPackage())) {
                    continue;
                }
                for (var method : type.getDeclaredMethods()) {
                    if (Modifier.isPublic(method.getModifiers())
                            && Arrays.asList(method.getParameterTypes()).contains(Scope.class)) {
                        count++;
                        if (!refuses(service, method, scope)) {
                            opened.add(type.getSimpleName() + "." + method.getName());
                        }
                    }
                }
            }
            return count;
        });
        assertThat(asked).isGreaterThan(20);
        assertThat(opened).isEmpty();
    }

    // Nothing but the scope is given: it is what the first line looks at
    private static boolean refuses(Object service, Method method, Scope scope) throws IllegalAccessException {
        var arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Scope.class ? scope : type == int.class ? 0 : type == boolean.class ? false : null)
                .toArray();
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause() instanceof AccessDenied;
        }
    }
}
