using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records a notice of default (ingebrekestelling), on the day of receipt. One that came before the term had ended has no effect, and is recorded as
/// such. After an effective one a late-decision appeal is possible two weeks later (Awb 6:12(2)).
/// </summary>
/// <param name="Term">Which term passed; left out: that for deciding on the request.</param>
/// <param name="Person">Who sent it; left out for the requester.</param>
public sealed record RecordNoticeOfDefault(
    [property: MaxLength(100)] string? Term = null,
    PersonId? Person = null,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, RecordNoticeOfDefault>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-notice-of-default", nl: "Ingebrekestelling vastleggen", en: "Record a notice of default",
        [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Litigator], article: "Awb 6:12(2)");

    public static Outcome Decide(Case c, RecordNoticeOfDefault step, At at)
    {
        var id = step.Term ?? CaseTerms.DecisionTerm;
        if (step.Person is { } person && c.Parties[person] is null)
            return Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.");
        return CaseTerms.Of(c, at.Facts, at.On).FirstOrDefault(term => term.TermId == id) switch
        {
            null => Refused.Unknown("term-not-found", "Deze termijn loopt niet in deze zaak."),
            var other when !Lateness.IsForDecision(other) =>
                Refused.Invalid("term", "not-a-decision-term", "Alleen voor een termijn om te beslissen kan het bestuursorgaan in gebreke worden gesteld."),
            { State: TermState.Met or TermState.Withdrawn } => new Refused("decision-not-owed", "Er is al beslist, of er hoeft niet meer te worden beslist."),
            var term => new NoticeOfDefaultRecorded(
                c.Notices.NextId, id, step.Person ?? c.Request!.Requester, LateDecision.IsPremature(term.Due, at.On), at.KeepOrNull(step.Note)),
        };
    }
}

/// <summary>A notice of default (ingebrekestelling).</summary>
/// <param name="TermId">The term that passed.</param>
public sealed record NoticeOfDefault(NoticeId Id, string TermId, PersonId From, FreeText? Note, DateOnly ReceivedOn, string RecordedBy);

/// <param name="Premature">Whether it came too early, as it was then computed; what holds follows from the dates.</param>
public sealed record NoticeOfDefaultRecorded(NoticeId NoticeId, string TermId, PersonId From, bool Premature, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Notices = c.Notices.Add(new NoticeOfDefault(NoticeId, TermId, From, Note, entry.On, entry.Actor)),
    };
}
