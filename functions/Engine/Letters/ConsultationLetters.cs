using System.Collections.Immutable;
using System.Globalization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letters to agencies. They name no requester.</summary>
internal static class ConsultationLetters
{
    public static LetterContent ToOwner(LetterFacts says, string about)
    {
        var asked = ConsultationOf(says, about);
        return new ConsultationRequest(
            says.Act, says.Subject, PassagesForAdvice.Of(says, about, asked.Documents), asked.AnswerBy, DecideBy(says, asked), Delivery(says, asked.Documents), says.Say(asked.Question));
    }

    public static LetterContent ToForum(LetterFacts says, string about)
    {
        var asked = ConsultationOf(says, about);
        var forum = Agencies.Find(asked.Agency)!;
        ImmutableArray<string> owners =
        [
            .. asked.Documents.Select(id => says.Case.Documents[id]!.Owner).OfType<Agency>().Distinct().Select(DutchLetters.InSentence),
        ];
        return new ConsultationRequestForum(
            says.Act, DutchLetters.InSentence(forum), says.Subject, owners, PassagesForAdvice.Of(says, about, asked.Documents), asked.AnswerBy, DecideBy(says, asked),
            says.Say(asked.Question));
    }

    public static LetterContent Reminder(LetterFacts says, string about)
    {
        var asked = ConsultationOf(says, about);
        return new ConsultationReminder(
            says.Act, says.Subject, Ordinal: 1, asked.SentOn!.Value, says.Case.Id, asked.AnswerBy, NewDate(says), PassagesForAdvice.Of(says, about, asked.Documents).Length, says.DecideBy);
    }

    /// <summary>A day by which must be decided says nothing to whoever is asked to answer later than that.</summary>
    private static DateOnly? DecideBy(LetterFacts says, Consultation asked) => says.DecideBy is { } due && due > asked.AnswerBy ? due : null;

    /// <summary>What isn't kept here doesn't go with the letter. Null where all of it does.</summary>
    private static string? Delivery(LetterFacts says, ImmutableArray<DocumentId> documents)
    {
        var elsewhere = documents.Select(id => says.Case.Documents[id]!).Where(document => document.Content is null).Select(says.NameOf).ToList();
        return elsewhere.Count == 0 ? null
            : elsewhere.Count == documents.Length ? "De documenten waarin de passages voorkomen, gaan niet bij deze brief. Zij worden u langs de daarvoor bestemde weg ter inzage gegeven."
            : $"De documenten waarin de passages voorkomen, zijn bij deze brief gevoegd, met uitzondering van ‘{string.Join("’ en ‘", elsewhere)}’. {(elsewhere.Count == 1 ? "Dat document wordt" : "Die documenten worden")} u langs de daarvoor bestemde weg ter inzage gegeven.";
    }

    /// <summary>One more week, or the day before the decision is due where that comes first.</summary>
    private static DateOnly NewDate(LetterFacts says)
    {
        var week = says.Today.AddDays(7);
        return says.DecideBy?.AddDays(-1) is { } before && before > says.Today && before < week ? before : week;
    }

    private static Consultation ConsultationOf(LetterFacts says, string about)
    {
        _ = Id.TryParse<ConsultationId>(about, out var id);
        return says.Case.Consultations[id]!;
    }
}

/// <summary>What somebody else is heard about.</summary>
internal static class PassagesForAdvice
{
    /// <summary>The passages of the documents, and the documents that have none as a whole.</summary>
    /// <param name="about">The view or consultation: what its reader doesn't get to see is not listed to it either.</param>
    public static ImmutableArray<PassageForAdvice> Of(LetterFacts says, string about, ImmutableArray<DocumentId> documents) =>
    [
        .. documents.Select(id => says.Case.Documents[id]!).SelectMany(document =>
        {
            var all = says.Case.PassagesOf(document.Id).ToList();
            var passages = Reader.Of(says.Case, about) is { } reader ? all.Except(ReaderRenditions.HiddenBesideOf(says.Case, reader, document)).ToList() : all;
            return passages.Count == 0
                ? [new PassageForAdvice(says.NameOf(document), null, "het gehele document", all.Count == 0 ? "nog niet beoordeeld" : DutchLetters.Of(Treatment.Disclosed), [])]
                : passages.Select(passage => new PassageForAdvice(
                    says.NameOf(document), passage.Page.ToString(CultureInfo.InvariantCulture), $"passage {passage.Id.Number}", DutchLetters.Of(passage.Treatment),
                    [.. passage.Grounds.Select(ground => ground.ToString())]));
        }),
    ];
}

/// <summary>Words for letters.</summary>
internal static class DutchLetters
{
    /// <summary>An agency as in a sentence, with its article.</summary>
    public static string InSentence(Agency agency) => Agencies.Find(agency) is { } known ? InSentence(known) : agency.Code;

    /// <inheritdoc cref="InSentence(Agency)"/>
    public static string InSentence(AgencyDefinition agency) => agency.Kind switch
    {
        // The first line of a forum's address is its name with its article and abbreviation.
        AgencyKind.Forum => char.ToLowerInvariant(agency.Addressee[0][0]) + agency.Addressee[0][1..],
        AgencyKind.Service => $"de {agency.NameNl}",
        _ => $"het {char.ToLowerInvariant(agency.NameNl[0])}{agency.NameNl[1..]}",
    };

    public static string Of(Treatment treatment) => treatment switch
    {
        Treatment.Withheld => "niet openbaar",
        Treatment.OutOfScope => "buiten het verzoek",
        Treatment.LeftToOther => "aan een ander bestuursorgaan",
        _ => "openbaar",
    };

    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Memo => "Nota",
        DocumentKind.Analysis => "Analyse",
        DocumentKind.Report => "Rapport",
        DocumentKind.Letter => "Brief",
        DocumentKind.Email => "E-mail",
        DocumentKind.Minutes => "Verslag",
        DocumentKind.Chat => "Chatbericht",
        DocumentKind.Presentation => "Presentatie",
        _ => "Overig",
    };

    public static string Of(SearchChannel channel) => channel switch
    {
        SearchChannel.DocumentManagement => "documentmanagementsysteem",
        SearchChannel.Mail => "e-mail",
        SearchChannel.NetworkDrive => "netwerkschijf",
        SearchChannel.PaperArchive => "papieren archief",
        SearchChannel.Sms => "sms",
        SearchChannel.WhatsApp => "WhatsApp",
        SearchChannel.Signal => "Signal",
        _ => "overig",
    };
}
