package dev.dormouse.connectors.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads addresses; nothing gets through that could begin another header. */
final class Addresses {

    private Addresses() {}

    /** One or more addresses, separated by commas. */
    static InternetAddress[] parse(String text) throws AddressException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("an address holds no line break or control character");
        }
        InternetAddress[] parsed = InternetAddress.parse(text, true);
        if (parsed.length == 0) {
            throw new AddressException("no address");
        }
        for (InternetAddress address : parsed) {
            address.validate();
            if (address.isGroup() || address.getAddress().indexOf('@') < 0) {
                throw new AddressException("an address needs a name, an @ and a domain");
            }
        }
        return parsed;
    }
}
