package dev.dormouse.connectors.files;

/** A truth value as exports write it. */
enum Truth {
    TRUE,
    FALSE,
    NEITHER;

    static Truth of(String text) {
        if (text.equalsIgnoreCase("true")) {
            return TRUE;
        }
        return text.equalsIgnoreCase("false") ? FALSE : NEITHER;
    }
}
