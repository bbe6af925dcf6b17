using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says that a party is the same person as one in another case: who asks here may be heard as a third party there. A person says so, because names are no proof; it
/// changes nothing in either case, and is shown to who sees whole cases.
/// </summary>
/// <param name="OtherPerson">What that person is called in the other case: <c>person-2</c>.</param>
public sealed record LinkParty(
    PersonId Person,
    [property: MaxLength(64), RegularExpression(SetMatter.Pattern)] string CaseId,
    [property: MaxLength(20)] string OtherPerson) : IStep<Case, LinkParty>
{
    public static StepRule<Case> Rule { get; } = new(
        "link-party", nl: "Partij herkennen in andere zaak", en: "Recognise a party in another case", [Role.Coordinator, Role.Handler, Role.ObjectionHandler, Role.Litigator], afterClosing: true);

    public static Outcome Decide(Case c, LinkParty step, At at) =>
        c.Parties[step.Person] is null ? Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.")
        : step.CaseId == c.Id ? Refused.Invalid("caseId", "same-case", "Noem een andere zaak.")
        : !Id.TryParse<PersonId>(step.OtherPerson, out var other) ? Refused.Invalid("otherPerson", "person-unclear", "Noem de persoon zoals die in de andere zaak heet: person-1, person-2 enzovoort.")
        : c.PartyLinks.Contains(new PartyLink(step.Person, step.CaseId, other)) ? new Refused("nothing-to-change", "Dit was al vastgelegd.")
        : new PartyLinked(step.Person, step.CaseId, other);
}

public sealed record PartyLinked(PersonId Person, string CaseId, PersonId Other) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { PartyLinks = c.PartyLinks.Add(new PartyLink(Person, CaseId, Other)) };
}

/// <summary>That a party is the same person as one in another case.</summary>
public sealed record PartyLink(PersonId Person, string CaseId, PersonId Other);
