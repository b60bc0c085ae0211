package dev.dormouse.app.storm;

import dev.dormouse.core.ledger.Ledger;
import dev.dormouse.core.workflow.Output;
import dev.dormouse.engine.Remotes;
import dev.dormouse.spi.Action;
import dev.dormouse.spi.FindsAddresses;
import dev.dormouse.spi.KeepsSets;
import dev.dormouse.spi.RestoresAccess;
import dev.dormouse.spi.SendsMessages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts the places between two effects: before and after every write to the ledger and every call of a remote system. */
final class KillPoints {

    private static final Set<String> HARMLESS =
            Set.of("describe", "lookup", "members", "hashCode", "equals", "toString");

    private final int fatal;
    private final Consumer<String> kill;
    private int passed;

    /**
     * @param fatal which point is the end, counted from 1; 0 for none
     * @param kill does not return
     */
    KillPoints(int fatal, Consumer<String> kill) {
        this.fatal = fatal;
        this.kill = kill;
    }

    Ledger around(Ledger ledger) {
        return proxy(Ledger.class, ledger, method -> method.getName().equals("write"));
    }

    Remotes around(Remotes remotes) {
        return new Remotes() {
            @Override
            public Action action(String application, String name) {
                return calls(Action.class, remotes.action(application, name));
            }

            @Override
            public RestoresAccess restorer(String application) {
                return calls(RestoresAccess.class, remotes.restorer(application));
            }

            @Override
            public @Nullable FindsAddresses addresses(String application) {
                FindsAddresses finder = remotes.addresses(application);
                return finder == null ? null : calls(FindsAddresses.class, finder);
            }

            @Override
            public KeepsSets keeper(Output.Place place) {
                return calls(KeepsSets.class, remotes.keeper(place));
            }

            @Override
            public Channel channel(String name) {
                Channel channel = remotes.channel(name);
                return new Channel(channel.name(), calls(SendsMessages.class, channel.sender()), channel.to());
            }
        };
    }

    private <T> T calls(Class<T> type, T real) {
        return proxy(type, real, method -> !HARMLESS.contains(method.getName()));
    }

    private <T> T proxy(Class<T> type, T real, java.util.function.Predicate<Method> isEffect) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            boolean effect = isEffect.test(method);
            if (effect) {
                reach("before " + type.getSimpleName() + "." + method.getName());
            }
            try {
                return method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            } finally {
                if (effect) {
                    reach("after " + type.getSimpleName() + "." + method.getName());
                }
            }
        }));
    }

    private void reach(String point) {
        passed++;
        if (passed == fatal) {
            kill.accept(point);
        }
    }
}
