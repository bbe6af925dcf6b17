using System.Collections.Immutable;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Puts the facts of a case into a letter. What it says is in the templates; what it knows comes from the fold and the erasable texts.</summary>
public sealed class LetterComposer(Texts texts, Settings settings, CaseClock clock, RehearsalMode rehearsal)
{
    /// <param name="rendition">The anonymised one says nobody's name, in no text at all.</param>
    public async Task<Documents.Letter> ComposeAsync(
        Folded<Case> now, OwedLetter owed, CancellationToken cancellation, LetterRendition rendition = LetterRendition.Named)
    {
        var c = now.State;
        var facts = await settings.CurrentAsync(cancellation);
        var words = await WordsAsync(now, cancellation);
        var says = new LetterFacts(c, facts, clock.Today, text => text is null ? "" : words.GetValueOrDefault(text) ?? Texts.Erased);
        if (rendition == LetterRendition.Anonymised)
            says = says.Anonymised();
        var content = owed.Kind switch
        {
            LetterKind.ReceiptConfirmation => ReceiptLetters.Confirmation(says),
            LetterKind.ClarificationRequest => ReceiptLetters.Clarification(says, owed.About),
            LetterKind.ExtensionNotice => ReceiptLetters.Extension(says),
            LetterKind.ConsultationRequest => ConsultationLetters.ToOwner(says, owed.About),
            LetterKind.ConsultationRequestForum => ConsultationLetters.ToForum(says, owed.About),
            LetterKind.ConsultationReminder => ConsultationLetters.Reminder(says, owed.About),
            LetterKind.ThirdPartyViewRequest => ViewLetters.ToThirdParty(says, owed.About),
            LetterKind.SuspensionNotice => ViewLetters.Notice(says, owed.About),
            LetterKind.SuspensionEnded => ViewLetters.Ended(says, owed.About),
            LetterKind.Forwarding => RequestLetters.Forwarding(says, owed.About),
            LetterKind.ForwardingNotice => RequestLetters.ForwardingNotice(says, owed.About),
            LetterKind.ProgressLetter => RequestLetters.Progress(says, owed.About),
            LetterKind.SplitNotice => RequestLetters.Split(says),
            LetterKind.JoinNotice => JoinLetters.Notice(says, owed.About),
            LetterKind.JoinEnded => JoinLetters.Ended(says, owed.About),
            LetterKind.ThirdPartyDecision => ThirdPartyLetters.Decision(says, owed.About),
            LetterKind.CourtNotice => CourtLetters.Notice(says, owed.About),
            LetterKind.Decision => JoinLetters.Followed(says, owed.About) ?? DecisionLetters.Of(says, owed.About),
            _ => throw new NotSupportedException("There is no letter of this kind."),
        };
        return new Documents.Letter(
            new Letterhead(facts.Letterhead.Sender, facts.Letterhead.Contact),
            rendition == LetterRendition.Anonymised ? new LetterParty(["[verzoeker]"], Salutation: null) : AddresseeOf(says, owed.To),
            Date: null,
            Reference: c.Id,
            Subject: SubjectOf(says, owed),
            content,
            new Signature(facts.Letterhead.Body, facts.Letterhead.OnBehalf, Name: null),
            content is DecisionLetter decision ? decision.Annexes : content is ThirdPartyDecision or FollowedDecision ? ["Besluit, zonder persoonsgegevens"] : [],
            rehearsal.Enabled,
            MarkingOf(says, owed));
    }

    /// <summary>What a court told the body to do is kept with the ruling; everything else with the case.</summary>
    private async Task<IReadOnlyDictionary<FreeText, string?>> WordsAsync(Folded<Case> now, CancellationToken cancellation)
    {
        var words = new Dictionary<FreeText, string?>(await texts.ReadAsync(now.Log, LetterTexts.Of(now.State), cancellation));
        foreach (var applied in now.State.Rulings.Where(applied => !applied.Instructions.IsEmpty).DistinctBy(applied => applied.RulingId))
        {
            foreach (var (text, said) in await texts.ReadAsync(LogId.Ruling(applied.RulingId), applied.Instructions.Select(instruction => instruction.Text), cancellation))
                words[text] = said;
        }

        return words;
    }

    private static LetterParty AddresseeOf(LetterFacts says, Addressee to)
    {
        if (to.Agency is { } agency)
        {
            var known = Agencies.Find(agency);
            return new LetterParty(known?.Addressee ?? [agency.Code], known?.Salutation);
        }

        if (to.CourtOf is { } remedy)
            return CourtLetters.AddresseeOf(says, remedy);

        // An oral request may leave name and address unknown (Woo 4.1(2)).
        var details = says.Details(to.Person!.Value);
        return new LetterParty(
            [
                .. new[] { details.Name }.OfType<string>(),
                .. (details.Address ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ],
            details is { Name: { } name, LegalPerson: false } ? $"Geachte {name}," : null);
    }

    private static string SubjectOf(LetterFacts says, OwedLetter owed) => owed.Kind switch
    {
        LetterKind.ReceiptConfirmation => $"Ontvangst van uw verzoek over {says.Subject}",
        LetterKind.ClarificationRequest => $"Vraag om verduidelijking van uw verzoek over {says.Subject}",
        LetterKind.ExtensionNotice => $"Verdaging van de beslistermijn op uw verzoek over {says.Subject}",
        LetterKind.ConsultationRequest or LetterKind.ConsultationRequestForum => $"Afstemming over een verzoek om informatie: {says.Subject}",
        LetterKind.ThirdPartyViewRequest => $"Uw zienswijze over openbaarmaking: {says.Subject}",
        LetterKind.SuspensionNotice => $"Opschorting van de beslistermijn op uw verzoek over {says.Subject}",
        LetterKind.SuspensionEnded => $"Einde van de opschorting bij uw verzoek over {says.Subject}",
        LetterKind.Forwarding => $"Doorzending van een verzoek om informatie over {says.Subject}",
        LetterKind.ForwardingNotice => $"Doorzending van uw verzoek over {says.Subject}",
        LetterKind.ProgressLetter => $"Stand van zaken van uw verzoek over {says.Subject}",
        LetterKind.SplitNotice => $"Splitsing van uw verzoek: {says.Subject}",
        LetterKind.JoinNotice => $"Gezamenlijke behandeling van uw verzoek over {says.Subject}",
        LetterKind.JoinEnded => $"Einde van de gezamenlijke behandeling van uw verzoek over {says.Subject}",
        LetterKind.ThirdPartyDecision => $"Besluit over openbaarmaking: {says.Subject}",
        LetterKind.CourtNotice => "Toezending van een besluit in een aanhangige zaak",
        LetterKind.ConsultationReminder => $"Herinnering: afstemming over {says.Subject}",
        _ => $"{OfDecision(says.Case, owed.About)} over {says.Subject}",
    };

    private static string OfDecision(Case c, string about) => (Id.TryParse<DecisionId>(about, out var id) ? c.Decisions[id]?.Kind : null) switch
    {
        DecisionKind.Partial => "Deelbesluit op uw verzoek",
        DecisionKind.NotTreated => "Besluit om uw verzoek niet te behandelen",
        DecisionKind.OnObjection => "Besluit op bezwaar",
        DecisionKind.Repair => "Herstelbesluit",
        DecisionKind.NewAfterAnnulment => "Nieuw besluit op uw verzoek",
        DecisionKind.Supplementary => "Aanvullend besluit op uw verzoek",
        DecisionKind.Amending => "Gewijzigd besluit op uw verzoek",
        _ => "Besluit op uw verzoek",
    };

    /// <summary>A letter to an agency carries the highest marking of what it speaks of; one to the requester carries none.</summary>
    private static string? MarkingOf(LetterFacts says, OwedLetter owed) =>
        owed.To.Agency is not null && Id.TryParse<ConsultationId>(owed.About, out var id) && says.Case.Consultations[id] is { } consultation
            ? Markings.Find(Markings.Highest(consultation.Documents.Select(document => says.Case.Documents[document]!.Marking))).Stamp
            : null;
}

/// <summary>Which texts a letter may need.</summary>
internal static class LetterTexts
{
    public static IEnumerable<FreeText> Of(Case c) =>
    [
        c.Request!.Subject,
        c.Request.Text,
        .. c.Parties.Select(party => party.Details),
        .. c.Intake.Clarifications.SelectMany(asked => new[] { asked.Question, asked.Answer }).OfType<FreeText>(),
        .. new[] { c.Intake.Extension?.Reason }.OfType<FreeText>(),
        .. c.Documents.SelectMany(document => new[] { document.Title, document.From, document.To, document.Assessment?.Reason, document.Assessment?.ReasonDespiteAge }).OfType<FreeText>(),
        .. c.Searches.SelectMany(search => new[] { search.Place, search.Terms, search.Note }).OfType<FreeText>(),
        .. c.Consultations.Select(consultation => consultation.Question),
        .. c.Passages.SelectMany(passage => new[] { passage.Reason, passage.ReasonDespiteAge }).OfType<FreeText>(),
        // What passages say is quoted to agencies alone, and a case may have thousands.
        .. c.Consultations.SelectMany(consultation => consultation.Documents).Distinct().SelectMany(c.PassagesOf).Select(passage => passage.Quote).OfType<FreeText>(),
        .. c.Views.SelectMany(view => new[] { view.Concern, view.View }).OfType<FreeText>(),
        .. c.Motivations.SelectMany(motivation => new[] { motivation.Theme, motivation.Text, motivation.Mark }).OfType<FreeText>(),
        .. c.Intake.Forwardings.SelectMany(forwarded => new[] { forwarded.Part, forwarded.Reason, forwarded.Kept }).OfType<FreeText>(),
        .. c.Intake.ProgressLetters.Select(told => told.Outstanding),
        .. c.Intake.Phasings.SelectMany(agreed => agreed.Phases).Select(phase => phase.What),
        .. c.Remedies.SelectMany(remedy => new[] { remedy.Grounds, remedy.CommitteeAdvice?.Text }).OfType<FreeText>(),
        .. c.Rulings.SelectMany(applied => applied.Instructions).Select(instruction => instruction.Answer).OfType<FreeText>(),
        .. c.Joinings.SelectMany(joined => new[] { joined.Reason, joined.EndReason }).OfType<FreeText>(),
        .. new[] { c.Origin?.Part, c.Origin?.Reason }.OfType<FreeText>(),
        .. c.Connections.Linked.SelectMany(linked => new[] { linked.Body, linked.Reference }).OfType<FreeText>(),
        .. c.Decisions.SelectMany(decision => new[] { decision.Part, decision.Considerations }).OfType<FreeText>(),
    ];
}

/// <summary>A case on the way into a letter.</summary>
/// <param name="Say">The text that a reference stands for; nothing for none.</param>
internal sealed record LetterFacts(Case Case, Organisation Organisation, DateOnly Today, Func<FreeText?, string> Say)
{
    public Request Request => Case.Request!;

    /// <summary>The same without the personal data of natural persons.</summary>
    public LetterFacts Anonymised()
    {
        var anonymiser = Anonymiser.Of(Case, Details);
        return this with { Say = text => anonymiser.Apply(Say(text)) };
    }

    public string Subject => Say(Request.Subject);

    /// <summary>The act under which a letter of today is written.</summary>
    public LetterAct Act => Regimes.Of(Today) == Regime.Wob ? LetterAct.Wob : LetterAct.Woo;

    /// <summary>When the decision is due that is being worked at: on the request, on an objection or after a ruling; null where none is owed any more.</summary>
    public DateOnly? DecideBy => CaseTerms.Of(Case, Organisation, Today)
        .Where(term => term.MetOn is null && term.State != TermState.Withdrawn && term.Kind is TermKind.Decision or TermKind.ObjectionDecision or TermKind.NewDecision or TermKind.LoopRepair)
        .Select(term => (DateOnly?)term.Due).Min();

    public Term DecisionTerm => CaseTerms.ForDeciding(Case, Organisation, Today);

    public PersonDetails Details(PersonId id)
    {
        var stored = Say(Case.Parties[id]!.Details);
        return stored.StartsWith('{') ? JsonSerializer.Deserialize<PersonDetails>(stored, CaseJson.Options) ?? new PersonDetails() : new PersonDetails();
    }

    /// <summary>How a document is called in a letter: its number on the inventory and its title.</summary>
    public string NameOf(Cases.Document document) => $"{document.Id.Number}. {Say(document.Title)}";
}
