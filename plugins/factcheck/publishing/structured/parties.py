"""
Persons and organizations: who made a claim, and who checked it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from factcheck.model.factcheck import FactCheck
from factcheck.model.site import Site
from factcheck.model.verdict import Party
from factcheck.model.vocabulary import PartyType, SignoffRole
from factcheck.publishing import schemaorg as so
from factcheck.publishing.naming import party_in
from factcheck.publishing.structured.desk import desk
from factcheck.publishing.structured.stating import one_or_all, stated

PARTIES: Final = MappingProxyType(
    {PartyType.PERSON: so.PERSON, PartyType.ORGANIZATION: so.ORGANIZATION}
)

#: How desks sign what no single person wrote.
UNSIGNED: Final = "desk"


def claimant(check: FactCheck, party: Party) -> dict[str, Any]:
    """
    Return who made a claim: what the sidecar says, and what the desk has registered.
    """
    entry = check.registry.claimant(party.name)
    kind = (entry.type if entry else None) or party.type
    same_as = tuple(dict.fromkeys((*party.same_as, *(entry.same_as if entry else ()))))
    return stated(
        {
            so.TYPE: PARTIES[kind],
            so.NAME: party_in(check, party.name),
            so.JOB_TITLE: party.role if kind is PartyType.PERSON else None,
            so.SAME_AS: one_or_all(same_as),
        }
    )


def authors(check: FactCheck, site: Site) -> list[dict[str, Any]]:
    """
    Return who wrote a fact-check: persons, and the desk where it signs itself.
    """
    names = dict.fromkeys(check.verdict.authors)
    signed = [name for name in names if not _is_desk(name, site)]
    found = [{so.TYPE: so.PERSON, so.NAME: name} for name in signed]
    return found if len(signed) == len(names) else [desk(site), *found]


def author_names(check: FactCheck, site: Site) -> tuple[str, ...]:
    """
    Return who wrote a fact-check, by name; where it is the desk, the desk's, for other sites.
    """
    return tuple([one[so.NAME] for one in authors(check, site)])


def editors(check: FactCheck) -> list[dict[str, Any]]:
    """
    Return who signed a fact-check off as its editor.
    """
    names = [one.name for one in check.verdict.signoffs if one.role is SignoffRole.EDITOR]
    return [{so.TYPE: so.PERSON, so.NAME: name} for name in dict.fromkeys(names)]


def _is_desk(name: str, site: Site) -> bool:
    return name.casefold() in {UNSIGNED, site.desk.casefold(), site.name.casefold()}
