package dev.dormouse.observations;

import dev.dormouse.core.observations.PersonJoin;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that work out whose each account is; the same on every engine. A match with two persons is kept with
 * both, and is nobody's.
 */
final class JoinSql {

    /** Made anew instead of emptied: what is dropped leaves nothing that could be taken back, and costs nothing. */
    static final String FORGET = """
            drop table if exists person_name; drop table if exists account_person; drop table if exists seen_person;
            create table person_name(name varchar, person varchar);
            create table account_person(application varchar, account varchar, person varchar, other varchar,
                problem varchar);
            create table seen_person(feed bigint, account varchar, person varchar, problem varchar)
            """;

    private final PersonJoin how;

    JoinSql(PersonJoin how) {
        this.how = how;
    }

    List<String> statements() {
        return how.from().isEmpty() ? List.of(accounts(), seen()) : List.of(names(), accounts(), seen());
    }

    /** Every name of every listed person: addresses, and for what sources see also logins and ids. */
    private String names() {
        return """
            insert into person_name
            with listing as (
                select f.feed, f.source as owner from feed f where f.source in (%1$s) group by f.feed, f.source),
            listed as (
                select l.owner, n.account, cast(null as varchar) as id, cast(null as varchar) as address
                from listing l join seen n on n.feed = l.feed and position('\n' in n.account) = 0
                union all
                select l.owner, t.account, t.remote_id, t.email from listing l join attribute t on t.feed = l.feed
                union all
                select a.application, a.account, a.remote_id, a.email from account a where a.application in (%1$s)),
            person as (
                select owner, account, coalesce(min(case when position('@' in address) > 0 then lower(trim(address)) end),
                    case when position('@' in account) > 0 then account else concat(owner, ':', account) end) as person
                from listed group by owner, account),
            alias as (
                select l.owner, i.account, i.address from listing l join person_alias i on i.feed = l.feed
                union all
                select i.owner, i.account, i.address from person_alias i where i.feed = 0 and i.owner in (%1$s)
                union all
                select l.owner, l.account, lower(trim(l.address)) from listed l
                union all
                select l.owner, l.account, lower(trim(l.id)) from listed l)
            select name, person from (
                select p.account as name, p.person from person p
                union all
                select i.address, p.person from alias i join person p on p.owner = i.owner and p.account = i.account) t
            where name <> ''
            """.formatted(texts(how.from()));
    }

    /** Declared, else by the address that the listing tells, else by those that sources tell, else by a login that is one. */
    private String accounts() {
        return """
            insert into account_person
            with listed as (
                select a.application, a.account, case when position('@' in a.email) > 0 then lower(trim(a.email)) end as address
                from account a where a.application in (%1$s)),
            declared as (
                select d.owner, d.account, d.person from person_declared d where d.owner in (%1$s)),
            mapped as (select distinct owner, account from declared),
            telling as (
                select f.feed, f.application from feed f where f.application in (%1$s) and f.source not in (%2$s)),
            told as (
                select f.application, t.account, lower(trim(t.email)) as address
                from telling f join attribute t on t.feed = f.feed where position('@' in t.email) > 0
                union all
                select f.application, i.account, i.address
                from telling f join person_alias i on i.feed = f.feed where position('@' in i.address) > 0),
            named as (
                select l.application, l.account, d.person as address
                from listed l join declared d on d.owner = l.application and d.account = l.account
                union all
                select l.application, l.account,
                    coalesce(l.address, t.address, case when position('@' in l.account) > 0 then l.account end)
                from listed l
                left join told t on t.application = l.application and t.account = l.account and l.address is null
                left join mapped m on m.owner = l.application and m.account = l.account
                where m.account is null),
            found as (
                select n.application, n.account, min(n.address) as address, min(%3$s) as person, max(%3$s) as other
                from named n %4$s group by n.application, n.account)
            select application, account, case when person = other then person end,
                case when person <> other then other end,
                case when address is null then 'no e-mail address tells whose account it is'
                    when person is null then concat(%5$s, address)
                    when person <> other then concat('it matches two persons, ', person, ' and ', other) end
            from found
            """.formatted(
                        texts(how.applications()),
                        texts(how.sources()),
                        person(),
                        lookup(),
                        text("nobody in " + String.join(", ", how.from()) + " has its address "));
    }

    /** What a source names: an account of whom it tells an address, or something that a list of people knows. */
    private String seen() {
        String own = how.from().isEmpty() ? " and t.address is null and position('@' in r.account) > 0" : "";
        return """
            insert into seen_person
            with source as (
                select f.feed, f.source from feed f where f.source in (%1$s) group by f.feed, f.source),
            declared as (
                select d.owner, d.account, d.person from person_declared d where d.owner in (%1$s)),
            mapped as (select distinct owner, account from declared),
            sighted as (
                select s.feed, s.source, n.account, case when m.account is null then 0 else 1 end as declared
                from source s join seen n on n.feed = s.feed and position('\n' in n.account) = 0
                left join mapped m on m.owner = s.source and m.account = n.account),
            told as (
                select t.feed, t.account, lower(trim(t.email)) as address from attribute t
                where t.feed in (select feed from source) and position('@' in t.email) > 0
                union all
                select i.feed, i.account, i.address from person_alias i
                where i.feed in (select feed from source) and position('@' in i.address) > 0),
            named as (
                select r.feed, r.account, d.person as address
                from sighted r join declared d on d.owner = r.source and d.account = r.account
                union all
                select r.feed, r.account, t.address
                from sighted r join told t on t.feed = r.feed and t.account = r.account where r.declared = 0
                union all
                select r.feed, r.account, r.account
                from sighted r left join told t on t.feed = r.feed and t.account = r.account where r.declared = 0%2$s),
            found as (select distinct n.feed, n.account, %3$s as person from named n %4$s where %3$s is not null),
            doubt as (
                select feed, account, min(person) as person, max(person) as other from found group by feed, account)
            select f.feed, f.account, f.person,
                case when d.person <> d.other then concat('its account ', f.account, ' matches two persons, ', d.person,
                    ' and ', d.other) end
            from found f join doubt d on d.feed = f.feed and d.account = f.account
            """.formatted(texts(how.sources()), own, person(), lookup());
    }

    /** Without a list of people each address is a person. */
    private String person() {
        return how.from().isEmpty() ? "n.address" : "p.person";
    }

    private String lookup() {
        return how.from().isEmpty() ? "" : "left join person_name p on p.name = n.address";
    }

    private static String texts(Collection<String> values) {
        return values.isEmpty()
                ? text("")
                : values.stream().sorted().map(JoinSql::text).collect(Collectors.joining(", "));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
