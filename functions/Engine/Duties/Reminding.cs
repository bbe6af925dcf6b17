using System.Security.Cryptography;
using System.Text;
using MimeKit;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Reminds people. A reminder is in the log once, decided on the newest state; it is then delivered at least once, each time with the same message id.
/// </summary>
public sealed class Reminding(
    Dossier<Case> cases, Records records, Settings settings, People people, IMailChannel mail, ReminderMail compose, CaseClock clock)
{
    public async Task BeginAsync(string caseId, Remind duty, CancellationToken cancellation)
    {
        var (facts, now) = (await settings.CurrentAsync(cancellation), clock.Now);
        // Met, re-dated or told by another host meanwhile: then it isn't owed any more, or not like this.
        await records.OnCaseAsync(caseId, duty.Key, c => Agenda.Of(c, facts, now).Due.OfType<Remind>().FirstOrDefault(owed => owed.Key == duty.Key) is { } owed
            ? new ReminderBegun(MessageId(caseId, owed.Key), owed.TermId, owed.Due, owed.Rung, owed.To, owed.PassedOver, owed.Key, owed.Also)
            : Outcome.Of(), cancellation);
    }

    public Task BeginAsync(string caseId, EscalateConsultation duty, CancellationToken cancellation) =>
        records.OnCaseAsync(caseId, duty.Key, c => c.Consultations[duty.ConsultationId] is { IsOpen: true, EscalatedOn: null } late
            ? new ConsultationEscalated(duty.ConsultationId, MessageId(caseId, duty.Key), late.AnswerBy, duty.Key)
            : Outcome.Of(), cancellation);

    public async Task DeliverAsync(string caseId, DeliverReminder duty, CancellationToken cancellation)
    {
        if ((await cases.ReadAsync(caseId, cancellation))?.State is not { } c
            || c.Reminders.Find(r => r.MessageId == duty.MessageId) is not { DeliveredAt: null } reminder)
            return;
        var address = await AddressAsync(reminder, cancellation);
        var also = reminder.Also is { } second ? Usable(await people.EmailOfAsync(second, cancellation)) : null;
        var channel = address is null ? "list" : await mail.SendAsync(compose.For(c, reminder, address, also == address ? null : also), cancellation);
        await records.OnCaseAsync(caseId, duty.Key, now => now.Reminders.Exists(r => r.MessageId == duty.MessageId && r.DeliveredAt is null)
            ? new ReminderDelivered(duty.MessageId, channel, duty.Key)
            : Outcome.Of(), cancellation);
    }

    /// <summary>Whoever has no address that is known here, as someone who never signed in, is reminded through the coordinators.</summary>
    /// <returns>Null where there is none, or nothing that mail could go to.</returns>
    private async Task<string?> AddressAsync(Reminder reminder, CancellationToken cancellation) =>
        Usable(reminder.To is { } person ? await people.EmailOfAsync(person, cancellation) : null)
        ?? Usable((await settings.CurrentAsync(cancellation)).CoordinatorsEmail);

    private static string? Usable(string? address) => MailboxAddress.TryParse(address ?? "", out _) ? address : null;

    private static string MessageId(string caseId, string duty) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}\n{duty}")))[..32];
}
