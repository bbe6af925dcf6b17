namespace WobWorkflow.Cases;

/// <summary>
/// On what a decision letter rests: everything that it tells. A letter that was written before any of it changed is outdated, and no decision is
/// submitted, approved or taken on an outdated letter.
/// </summary>
public static class DecisionBasis
{
    /// <summary>The letter that announces the decision; null while there is none.</summary>
    public static Letter? LetterOf(Case c, Decision decision)
    {
        var about = decision.Id.ToString();
        return c.Letters.LastOrDefault(letter => letter.Kind == LetterKind.Decision && letter.About == about && letter.State != LetterState.Withdrawn);
    }

    /// <summary>Whether a letter no longer says what the case says.</summary>
    /// <param name="on">The date that picks the act under which the decision would be taken; null to leave the act out of it.</param>
    public static bool IsOutdated(Case c, Letter letter, DateOnly? on) =>
        letter.Basis < c.Basis || (on is { } day && letter.Act is { } act && act != Regimes.Of(day));

    /// <summary>Whether the decision is being prepared on a letter that is outdated.</summary>
    public static bool IsOutdated(Case c, Decision decision, DateOnly today) =>
        decision.State <= DecisionState.Approved && LetterOf(c, decision) is { } letter && IsOutdated(c, letter, today);

    /// <summary>Why the decision can't go on with the letter that there is; null where it can.</summary>
    public static Refused? WhyNot(Case c, Decision decision, DateOnly on)
    {
        var notReady = new Refused("letter-not-ready", "De conceptbrief bij dit besluit wordt nog gemaakt; probeer het zo opnieuw.");
        if (LetterOf(c, decision) is not { } letter)
            return notReady;
        if (!IsOutdated(c, letter, on))
            return LettersLeftOpen.WhyNot(LettersLeftOpen.In(c, letter), "Awb 3:46");
        if (letter.Act is { } act && act != Regimes.Of(on))
        {
            return new Refused("letter-outdated",
                $"De brief is geschreven onder de {act}, en een besluit van deze datum valt onder de {Regimes.Of(on)}. Bewerk hem opnieuw, of vraag een nieuw concept.", "Woo 10.1");
        }

        return decision.State != DecisionState.Draft
            ? new Refused("letter-outdated", "Na het opstellen van de brief is iets veranderd wat daarin staat. Stuur het besluit terug, zodat de brief kan worden bijgewerkt.")
            : letter.IsWrittenByEngine
            ? notReady
            : new Refused("letter-outdated",
                "Na het bewerken van de brief is iets veranderd wat daarin staat. Voeg een bijgewerkte versie toe met edit-letter, of vraag daarmee (zonder stuk) een nieuw concept.");
    }

    /// <summary>Whether an event changed something that a decision letter tells.</summary>
    internal static bool Moved(Case before, Case after) =>
        !ReferenceEquals(before.Request, after.Request)
        || !ReferenceEquals(before.Documents, after.Documents)
        || !ReferenceEquals(before.Passages, after.Passages)
        || !ReferenceEquals(before.Inventoried, after.Inventoried)
        || !ReferenceEquals(before.Motivations, after.Motivations)
        || !ReferenceEquals(before.Searches, after.Searches)
        || MovedInCourse(before.Intake, after.Intake)
        || Differ(before.Letters, after.Letters, letter => letter.Kind is LetterKind.ReceiptConfirmation or LetterKind.SuspensionEnded ? letter.DispatchedOn : null)
        || Differ(before.Joined, after.Joined, joined => joined.LeftOn is null ? joined.CaseId : null)
        || Differ(before.Parties, after.Parties, party => party.Role == PartyRole.Requester ? party.Details : null)
        || Differ(before.Consultations, after.Consultations, asked => asked.SentOn is null ? null : asked.Agency)
        || Differ(before.Views, after.Views, view => view.AnsweredOn is not null ? (view.Party, view.View) : view.SentOn is not null ? view.Party : (object?)null)
        || Differ(before.Notices, after.Notices, notice => notice.ReceivedOn)
        || Differ(before.Consultations, after.Consultations, asked => asked.Departures.Exists(departure => departure.Tell) ? string.Join(' ', asked.Departures.Where(departure => departure.Tell).Select(departure => departure.Reason.Hash)) : null)
        || Differ(before.ViewRounds, after.ViewRounds, round => round.NoticeOn)
        || Differ(before.Rulings, after.Rulings, applied => applied with { AnsweredBy = null, TellingDone = false })
        || Differ(before.Connections.Linked, after.Connections.Linked, linked => linked.SameRequest || Judging.IsJudgedBy(after, linked.Id) ? (object?)(linked.SameRequest, linked.Agency, linked.Body, linked.Reference) : null)
        || Differ(before.Remedies, after.Remedies, Told)
        || Differ(before.Decisions, after.Decisions, decision => decision.Supplements is { } earlier ? after.Decisions[earlier]?.TakenOn : null);

    private static bool MovedInCourse(Intake before, Intake after) =>
        !ReferenceEquals(before, after)
        && (!ReferenceEquals(before.Clarifications, after.Clarifications)
            || !ReferenceEquals(before.Phasings, after.Phasings)
            || !ReferenceEquals(before.Suspensions, after.Suspensions)
            || !ReferenceEquals(before.Extension, after.Extension)
            || !ReferenceEquals(before.Intention, after.Intention)
            || !ReferenceEquals(before.Splits, after.Splits)
            || Differ(before.ProgressLetters, after.ProgressLetters, told => told.SentOn)
            || Differ(before.Forwardings, after.Forwardings, forwarded => forwarded.SentOn));

    /// <summary>What a letter tells of a remedy: the objection that it decides on, or the appeal that it joins.</summary>
    private static object Told(Remedy remedy) => (
        remedy.State,
        remedy.CaseNumber,
        (remedy.Grounds, remedy.Late, remedy.Excusable, remedy.LodgedOn),
        remedy.Kind == RemedyKind.Objection ? (remedy.Hearing, remedy.CommitteeAdvice) : default);

    /// <summary>Whether the same things, in order, tell something else. What is there anew and tells nothing makes no difference.</summary>
    private static bool Differ<T, TTold>(IReadOnlyCollection<T> before, IReadOnlyCollection<T> after, Func<T, TTold> told) =>
        !ReferenceEquals(before, after)
        && !before.Select(told).Where(x => x is not null).SequenceEqual(after.Select(told).Where(x => x is not null));
}
