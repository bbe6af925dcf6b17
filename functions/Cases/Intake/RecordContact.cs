using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records a talk or message with someone who has a part in the case, on its date of effect.</summary>
/// <param name="With">Left out for the requester.</param>
public sealed record RecordContact(
    Channel Channel,
    [property: MaxLength(20_000)] string Note,
    PersonId? With = null) : IStep<Case, RecordContact>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-contact", nl: "Contact vastleggen", en: "Record a contact", [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Litigator],
        article: "Woo 4.7", afterClosing: true,
        when: c => c.Request is null ? new Refused("not-registered", "Er is nog geen verzoek geregistreerd.") : null);

    public static Outcome Decide(Case c, RecordContact step, At at)
    {
        var with = step.With ?? c.Request!.Requester;
        return c.Parties[with] is null
            ? Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.")
            : new ContactRecorded(with, step.Channel, at.Keep(step.Note));
    }
}

/// <summary>A talk or message.</summary>
public sealed record Contact(PersonId With, Channel Channel, FreeText Note, DateOnly On, string By);

public sealed record ContactRecorded(PersonId With, Channel Channel, FreeText Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Contacts = c.Contacts.Add(new Contact(With, Channel, Note, entry.On, entry.Actor)),
    };
}
