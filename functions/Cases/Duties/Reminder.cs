using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A reminder that belongs to the case: once in the log, at least once on the wire, always with the same message id.</summary>
/// <param name="Rung">Which rung of the ladder; one that was passed over was never delivered.</param>
/// <param name="To">The handler's id; null for all coordinators.</param>
/// <param name="DeliveredAt">When it was handed over for delivery (UTC); null until then.</param>
/// <param name="Also">Who hears of it besides, in the same message; null where nobody does.</param>
public sealed record Reminder(string MessageId, ReminderKind Kind, string TermId, DateOnly Due, string Rung, string? To, DateTimeOffset At, DateTimeOffset? DeliveredAt, string? Also = null);

public enum ReminderKind
{
    /// <summary>A term is about to end, ends today, or has ended.</summary>
    Term,

    /// <summary>An agency has not answered in time (escalatie).</summary>
    Escalation,

    /// <summary>Recorded only so that it isn't sent late: a later rung tells more.</summary>
    PassedOver,
}

/// <summary>A reminder entered the log; its delivery follows.</summary>
public sealed record ReminderBegun(string MessageId, string TermId, DateOnly Due, string Rung, string? To, ImmutableArray<string> PassedOver, string DutyKey, string? Also = null)
    : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Reminders = c.Reminders
            .AddRange(PassedOver.Select(rung => new Reminder($"{MessageId}.{rung}", ReminderKind.PassedOver, TermId, Due, rung, To, entry.Moment, null)))
            .Add(new Reminder(MessageId, ReminderKind.Term, TermId, Due, Rung, To, entry.Moment, null, Also)),
    };
}

/// <summary>A consultation went unanswered and the coordinators will hear of it.</summary>
public sealed record ConsultationEscalated(ConsultationId ConsultationId, string MessageId, DateOnly Due, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Consultations = c.Consultations.With(ConsultationId, consultation => consultation with { EscalatedOn = entry.On }),
        Reminders = c.Reminders.Add(
            new Reminder(MessageId, ReminderKind.Escalation, $"consultation:{ConsultationId}", Due, "escalation", null, entry.Moment, null)),
    };
}

/// <summary>A reminder was handed over for delivery.</summary>
/// <param name="Channel">How: <c>smtp</c>, <c>file</c>, or <c>list</c> where the person has no address and finds it in the list of reminders.</param>
public sealed record ReminderDelivered(string MessageId, string Channel, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Reminders = c.Reminders.ConvertAll(reminder => reminder.MessageId == MessageId ? reminder with { DeliveredAt = entry.Moment } : reminder),
    };
}
