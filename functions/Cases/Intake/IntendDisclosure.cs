using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that the body intends to disclose environmental information while an interested party is expected to object: the term for deciding is
/// then two weeks (Wob 6(6)(a)), and views that are asked don't suspend it (Wob 6(6)(c)). Taken again to give the intention up. The Woo knows no such term.
/// </summary>
/// <param name="Intended">False where the intention was given up, or nobody is expected to object any more.</param>
/// <param name="Reason">Why disclosure is intended and whose objection is expected, or what changed.</param>
public sealed record IntendDisclosure(bool Intended, [property: MaxLength(4000)] string Reason) : IStep<Case, IntendDisclosure>
{
    public static StepRule<Case> Rule { get; } = new(
        "intend-disclosure", nl: "Voornemen tot verstrekken vastleggen", en: "Record the intention to disclose", [Role.Handler, Role.Coordinator],
        article: "Wob 6(6)", when: WhyNot);

    public static Outcome Decide(Case c, IntendDisclosure step, At at) => step.Intended == c.Intake.Intention is not null
        ? new Refused("nothing-to-change", step.Intended ? "Dit voornemen is al vastgelegd." : "Er is geen voornemen vastgelegd om op terug te komen.", "Wob 6(6)(a)")
        : new DisclosureIntended(step.Intended, at.Keep(step.Reason));

    private static Refused? WhyNot(Case c) => c.Request switch
    {
        null => new Refused("not-registered", "Er is nog geen verzoek geregistreerd."),
        { Environmental: false } => new Refused("not-environmental",
            "Alleen voor een verzoek om milieu-informatie geldt de termijn van twee weken. Is dit zo'n verzoek, leg dat dan eerst vast bij het duiden.", "Wob 6(6)"),
        { ReceivedOn: var received } when Regimes.Of(received) != Regime.Wob => new Refused("not-under-the-wob",
            "De Woo kent geen eigen termijn voor milieu-informatie; die van vier weken geldt.", "Woo 4.4(1)"),
        _ => Treating.WhyNot(c),
    };
}

/// <summary>The intention to disclose environmental information while an objection is expected.</summary>
public sealed record DisclosureIntention(DateOnly On, FreeText Reason, string By);

public sealed record DisclosureIntended(bool Intended, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Intention = Intended ? new DisclosureIntention(entry.On, Reason, entry.Actor) : null },
    };
}
