package dev.dormouse.core.condition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of an account itself. Unknown where nobody tells it. */
public enum Property {
    APPLICATION(Type.TEXT, "account.application"),
    /** In the spelling of the application. */
    LOGIN(Type.TEXT, "account.login"),
    /** The identifier that survives a rename. */
    ID(Type.TEXT, "account.id"),
    EMAIL(Type.TEXT, "account.email", "person.email"),
    /** What follows the last {@code @} of the address, in lower case; unknown without an {@code @}. */
    EMAIL_DOMAIN(Type.TEXT, "account.emailDomain", "person.emailDomain"),
    KIND(Type.KIND, "account.kind"),
    STATE(Type.STATE, "account.state"),
    CREATED(Type.INSTANT, "account.created"),
    /** The first held in alphabetical order, in lower case; empty for none. */
    LICENCE(Type.TEXT, "account.licence"),
    /** As the application names the manager; empty for none. */
    MANAGER(Type.TEXT, "account.manager", "person.manager"),
    /**
     * Whether a listed account of the same application names this one as its manager, by login, id or e-mail address, without
     * case. Unknown where none does and some account's manager is not told.
     */
    IS_MANAGER(Type.BOOL, "account.isManager", "person.isManager"),
    /** How many pieces of content the account owns that only it can see. */
    PRIVATE_CONTENT(Type.INT, "content.private"),
    PUBLIC_CONTENT(Type.INT, "content.public");

    private final Type type;
    private final String ofAccount;
    private final @Nullable String ofPerson;

    Property(Type type, String ofAccount) {
        this(type, ofAccount, null);
    }

    /** @param ofPerson what it is called of the person behind the account, which today is the same */
    Property(Type type, String ofAccount, @Nullable String ofPerson) {
        this.type = type;
        this.ofAccount = ofAccount;
        this.ofPerson = ofPerson;
    }

    public Type type() {
        return type;
    }

    /** What a condition may call it; the first is its name in an explanation. */
    public List<String> names() {
        return ofPerson == null ? List.of(ofAccount) : List.of(ofAccount, ofPerson);
    }
}
