using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// The settings of the deciding body, as its own log holds them: the calendar, the reminders, the letterhead, the
/// approval route and the mandates. A decision that leaned on them records
/// which version it saw.
/// </summary>
public sealed record Organisation(string Id) : IAggregate<Organisation>, ISubject
{
    /// <summary>The one organisation of a deployment.</summary>
    public const string TheId = "organisation";

    /// <summary>The number of its last event; 0 for the settings that the engine comes with.</summary>
    public long Version { get; init; }

    public HolidayCalendar Calendar { get; init; } = HolidayCalendar.Statutory;

    /// <summary>Every calendar that there was, oldest first, each from the date on which it was recorded.</summary>
    public ImmutableList<CalendarSince> Calendars { get; init; } = [new CalendarSince(DateOnly.MinValue, HolidayCalendar.Statutory)];

    /// <summary>The reminders per kind of term; a kind without a row of its own has <see cref="ReminderLadder.Default"/>.</summary>
    public ImmutableSortedDictionary<TermKind, ReminderLadder> Ladders { get; init; } = ImmutableSortedDictionary<TermKind, ReminderLadder>.Empty;

    public LetterheadFacts Letterhead { get; init; } = LetterheadFacts.Default;

    /// <summary>The levels along which decisions are approved, in their order; empty for the one that the engine comes with.</summary>
    public ImmutableArray<ApprovalLevel> ApprovalLevels { get; init; } = [];

    /// <summary>Who may take and sign decisions (mandaatregister); while there is none for a kind of decision, the role alone says so.</summary>
    public Numbered<MandateId, Mandate> Mandates { get; init; } = Numbered<MandateId, Mandate>.None;

    /// <summary>Who holds which office, by office and then by day; see <see cref="SetOfficeHolder"/>.</summary>
    public ImmutableArray<OfficeHolder> OfficeHolders { get; init; } = [];

    /// <summary>Who work together, by the name of the team.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Teams { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>For how long closed cases are kept, by how their requests ended; nothing is destroyed of a kind that has no row.</summary>
    public ImmutableSortedDictionary<RequestEnd, RetentionRule> Retentions { get; init; } = ImmutableSortedDictionary<RequestEnd, RetentionRule>.Empty;

    /// <summary>Everyone who is in a team with this person, themselves included; nobody where they are in none.</summary>
    public ImmutableHashSet<string> TeamOf(string person) => [.. Teams.Values.Where(team => team.Contains(person)).SelectMany(team => team)];

    /// <summary>Who is reminded of what is nobody's: an address for all coordinators; null where there is none.</summary>
    public string? CoordinatorsEmail { get; init; }

    /// <summary>The highest marking of which the content may be kept here. What is above it is registered without content.</summary>
    public Marking MarkingCeiling { get; init; } = Marking.DepartementaalVertrouwelijk;

    public bool IsClosed => false;

    public DateOnly? Since => null;

    public static Organisation Blank(string id) => new(id);

    /// <summary>A kind without a row of its own has the default; a progress letter is asked for on its day, since its term is short and comes back.</summary>
    public ReminderLadder LadderFor(TermKind kind) =>
        Ladders.GetValueOrDefault(kind, kind is TermKind.Progress or TermKind.CourtNotice or TermKind.ThirdPartyTold ? ReminderLadder.OnTheDay : ReminderLadder.Default);

    /// <summary>The route of a kind of decision; empty where none was set for it.</summary>
    public ImmutableArray<ApprovalLevel> RouteFor(DecisionKind kind) => [.. ApprovalLevels.Where(level => level.AppliesTo(kind))];

    /// <summary>Who holds an office on a day; null where nobody said.</summary>
    public OfficeHolder? HolderOn(string office, DateOnly day) => OfficeHolders.LastOrDefault(holder => holder.Office == office && holder.From <= day);

    /// <summary>The calendar as it was known on a date: a term that was met or a case that was closed then stays as it was.</summary>
    public HolidayCalendar CalendarOn(DateOnly date) => Calendars.FindLast(calendar => calendar.Since <= date)!.Calendar;

    public Organisation Apply(Event happened, Entry entry)
    {
        var next = ((OrganisationEvent)happened).ApplyTo(this, entry) with { Version = entry.Seq };
        if (ReferenceEquals(next.Calendar, Calendar))
            return next;
        var calendar = next.Calendar with { Version = entry.Seq };
        return next with { Calendar = calendar, Calendars = Calendars.Add(new CalendarSince(LocalTime.DateOf(entry.Moment), calendar)) };
    }
}

/// <summary>A calendar and the date on which it was recorded.</summary>
public sealed record CalendarSince(DateOnly Since, HolidayCalendar Calendar);

/// <summary>What stands on every letter.</summary>
/// <param name="Sender">Organisation, directorate and address, a line each.</param>
/// <param name="Contact">How to reach the case handlers (Woo 4.7), a line each.</param>
/// <param name="Body">The administrative body in whose name is decided, as it signs: <c>De Minister van Justitie en Veiligheid</c>.</param>
/// <param name="OnBehalf">The office that signs under mandate.</param>
/// <param name="ObjectionAddress">Where an objection is sent, a line each.</param>
/// <param name="PublisherUri">The body in the register of organisations (TOOI); null where nobody said, and public documents then carry no metadata for harvesters.</param>
/// <param name="PublisherName">Its name in that register.</param>
public sealed record LetterheadFacts(
    ImmutableArray<string> Sender,
    ImmutableArray<string> Contact,
    string Body,
    string OnBehalf,
    ImmutableArray<string> ObjectionAddress,
    string Court,
    string? PublisherUri = null,
    string? PublisherName = null)
{
    public static LetterheadFacts Default { get; } = new(
        ["Ministerie van Justitie en Veiligheid", "Directie Wetgeving en Juridische Zaken", "Postbus 20301", "2500 EH Den Haag"],
        ["Team openbaarheid"],
        "De Minister van Justitie en Veiligheid",
        "het hoofd van de afdeling Openbaarheid",
        ["Ministerie van Justitie en Veiligheid", "Directie Wetgeving en Juridische Zaken", "Postbus 20301", "2500 EH Den Haag"],
        "de rechtbank in uw arrondissement, sector bestuursrecht",
        "https://identifier.overheid.nl/tooi/id/ministerie/mnre1058",
        "ministerie van Justitie en Veiligheid");
}
