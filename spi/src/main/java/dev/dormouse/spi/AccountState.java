package dev.dormouse.spi;

/** Whether the application lets the account in. */
public enum AccountState {
    ACTIVE,
    /** Switched off, deactivated or suspended; it can be switched on again. */
    SUSPENDED,
    /** Made or invited, and not accepted yet. */
    INVITED,
    /** The listing does not tell, or tells what nobody could read. */
    UNKNOWN
}
