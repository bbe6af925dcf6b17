using MimeKit;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine;

/// <summary>Writes a reminder as mail: the reference, what is due and a link. Never anything of what the case is about.</summary>
public sealed class ReminderMail(MailOptions options, CaseClock clock)
{
    /// <param name="also">A second address; null where there is none.</param>
    public MimeMessage For(Case c, Reminder reminder, string address, string? also = null)
    {
        var host = new Uri(options.PublicAddress).Host;
        var message = new MimeMessage
        {
            MessageId = $"{reminder.MessageId}@{host}",
            Date = clock.Now,
            Subject = SubjectOf(c.Id, reminder),
            Body = new TextPart("plain") { Text = BodyOf(c.Id, reminder) },
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(address));
        if (also is not null)
            message.To.Add(MailboxAddress.Parse(also));
        // RFC 3834: a machine wrote this, and no machine should answer it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static string SubjectOf(string caseId, Reminder reminder) => reminder.Kind == ReminderKind.Escalation
        ? $"Zaak {caseId}: geen reactie op de afstemming"
        : $"Zaak {caseId}: {NameOf(reminder.TermId)} {Ends(reminder)}";

    private string BodyOf(string caseId, Reminder reminder) =>
        $"""
        Kenmerk: {caseId}
        Waarvoor: {NameOf(reminder.TermId)}
        Laatste dag: {Dutch.Date(reminder.Due)}

        {(reminder.Kind == ReminderKind.Escalation
            ? "De geraadpleegde instantie heeft niet op tijd geantwoord. Bel haar, of beëindig de afstemming."
            : $"Deze termijn {Ends(reminder)}.")}

        {options.PublicAddress}{PageOf(caseId, reminder.TermId)}

        Dit bericht is automatisch verzonden.
        """;

    /// <summary>The page on which something can be done about it: a consultation has one of its own, where the agency answers.</summary>
    private static string PageOf(string caseId, string termId) =>
        termId.Split(':') is ["consultation", var consultation] ? $"/cases/{caseId}/consultations/{consultation}" : $"/cases/{caseId}";

    private static string Ends(Reminder reminder)
    {
        var today = LocalTime.DateOf(reminder.At);
        return reminder.Due == today ? "eindigt vandaag"
            : reminder.Due > today ? $"eindigt op {Dutch.Date(reminder.Due)}"
            : $"is geëindigd op {Dutch.Date(reminder.Due)}";
    }

    private static string NameOf(string termId) => termId.Split(':')[0] switch
    {
        CaseTerms.DecisionTerm => "de beslistermijn",
        "clarification" => "de termijn voor precisering",
        "consultation" => "de reactietermijn van de geraadpleegde instantie",
        "ruling" => "de termijn voor het nieuwe besluit",
        "view" => "de termijn voor een zienswijze",
        "unit" => "de reactietermijn van een onderdeel",
        "demand" => "de termijn voor gevorderde informatie",
        "phase" => "de afgesproken fase",
        "decline" => "de termijn om het verzoek niet te behandelen",
        "progress" => "het voortgangsbericht aan de verzoeker",
        "objection-decision" => "de termijn voor de beslissing op bezwaar",
        "repair" => "de termijn voor herstel van een verzuim",
        "court-documents" => "de termijn voor de stukken aan de rechtbank",
        "hearing-documents" => "de termijn voor nadere stukken vóór de zitting",
        "secrecy-ruling" => "het gevolg van een beslissing over beperkte kennisneming",
        "limited-knowledge" => "beperkte kennisneming, in hoger beroep opnieuw te vragen",
        "third-party-told" => "de mededeling van het besluit aan een derde",
        "court-notice" => "de toezending van een besluit aan de rechter",
        "higher-appeal" => "de termijn voor hoger beroep",
        "notice" => "de twee weken na een ingebrekestelling",
        "release" => "de dag van openbaarmaking",
        "withheld" => "de dag waarop wat tijdelijk achterwege bleef openbaar moet worden",
        "objection" => "de bezwaartermijn",
        "appeal" => "de beroepstermijn",
        "leak" => "de termijn om een datalek te melden",
        "loop" => "de hersteltermijn van de bestuurlijke lus",
        _ => "een termijn",
    };
}
