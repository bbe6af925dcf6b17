using System.Globalization;
using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>
/// A short play: one request of 2018 from receipt to the running term for objection. Persons and papers are made up; the dates follow from the law.
/// </summary>
/// <param name="sample">A PDF to collect; null makes one.</param>
/// <param name="say">Told a line for each step.</param>
public sealed class ShortPlay(Stage stage, byte[]? sample, Func<string, Task> say) : IPlay
{
    private string _case = "";
    private JsonNode? _view;

    public IReadOnlyList<string> CaseIds => _case.Length == 0 ? [] : [_case];

    public IReadOnlyList<string> RulingIds => [];

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await OnAsync(22, 5, "Een verzoek komt binnen", cancellation);
        var coordinator = await stage.EnterAsync("Marijke Coördinator", ["coordinator"], null, cancellation);
        var handler = await stage.EnterAsync("Henk Behandelaar", ["handler", "reviewer"], null, cancellation);
        var approver = await stage.EnterAsync("Aisha Afdelingshoofd", ["approver"], null, cancellation);
        var signatory = await stage.EnterAsync("Sander Tekenbevoegd", ["signatory"], null, cancellation);

        await RegisterAsync(coordinator, cancellation);
        await StepAsync(coordinator, "qualify", new { kind = "public-information" }, "Het is een verzoek op grond van de Wob", cancellation);
        await StepAsync(coordinator, "assign", new { handler = handler.Id }, $"De zaak is van {handler.Name}", cancellation);
        await SendLetterAsync(handler, "receipt-confirmation", "request", "email", "De ontvangstbevestiging is verzonden", cancellation);

        await OnAsync(24, 5, "De documenten worden verzameld", cancellation);
        await CollectAsync(handler, cancellation);

        await OnAsync(25, 5, "De raden worden geraadpleegd", cancellation);
        await ConsultAsync(handler, "CVIN", "doc-2", "consultation-1", cancellation);
        await ConsultAsync(handler, "RVI", "doc-3", "consultation-2", cancellation);

        await OnAsync(4, 6, "Het CVIN antwoordt op tijd", cancellation);
        await StepAsync(handler, "record-advice", new
        {
            consultationId = "consultation-1",
            advice = "redact",
            items = new[] { new { documentId = "doc-2", advice = "redact", ground = "10.1.b" } },
            note = "Het secretariaat stelt voor één passage te lakken.",
        }, "Advies van het CVIN: één passage lakken", cancellation);

        await OnAsync(12, 6, "De RVI is te laat; de motor heeft herinnerd en geëscaleerd", cancellation);
        await SendLetterAsync(handler, "consultation-reminder", "consultation-2", "email", "De herinnering aan de RVI is verzonden", cancellation);
        await StepAsync(handler, "extend-term", new { days = 28, reason = "De afstemming met andere betrokkenen vraagt meer tijd en de omvang van het verzoek is groot." },
            "De beslistermijn wordt met vier weken verdaagd", cancellation);
        await SendLetterAsync(handler, "extension-notice", "extension", "email", "De kennisgeving van verdaging is verzonden, binnen de eerste termijn", cancellation);

        await OnAsync(19, 6, "De RVI antwoordt alsnog", cancellation);
        await StepAsync(handler, "record-advice", new
        {
            consultationId = "consultation-2",
            advice = "redact",
            items = new[] { new { documentId = "doc-3", advice = "redact", ground = "11.1" } },
        }, "Advies van de RVI: één passage lakken", cancellation);

        await OnAsync(26, 6, "De documenten worden beoordeeld", cancellation);
        await AssessAsync(handler, cancellation);

        await OnAsync(5, 7, "Het besluit wordt voorbereid", cancellation);
        await StepAsync(handler, "draft-decision", new { kind = "primary" }, "Het conceptbesluit is opgesteld", cancellation);
        await SettleAsync(cancellation);
        await StepAsync(handler, "submit-decision", new { decisionId = "decision-1" }, "Het concept ligt ter accordering", cancellation);
        await StepAsync(approver, "approve-decision", new { decisionId = "decision-1" }, $"{approver.Name} is akkoord; wie opstelt, accordeert nooit zelf", cancellation);

        await OnAsync(9, 7, "Het besluit wordt genomen en verzonden", cancellation);
        await StepAsync(signatory, "take-decision", new { decisionId = "decision-1" }, $"{signatory.Name} neemt het besluit", cancellation);
        await SendLetterAsync(signatory, "decision", "decision-1", "post", "Het besluit is verzonden; de bezwaartermijn loopt", cancellation);

        await OnAsync(10, 7, "De bezwaartermijn loopt", cancellation);
        _view = await stage.GetAsync(handler, $"cases/{_case}", cancellation);
        foreach (var term in _view!["terms"]!.AsArray())
            await say($"   termijn {term!["termId"]}: uiterlijk {term["due"]} ({term["state"]})");
        await say($"   herinneringen: {_view["reminders"]!.AsArray().Count}, brieven: {_view["letters"]!.AsArray().Count}, kenmerk {_case}");
    }

    private async Task RegisterAsync(Person coordinator, CancellationToken cancellation)
    {
        var registered = await stage.PostAsync(coordinator, "cases", new
        {
            subject = "de voorzorgsmaatregel antivirussoftware van 2018",
            text = "Ik verzoek om alle documenten over de voorbereiding van de voorzorgsmaatregel van mei 2018 met betrekking tot antivirussoftware bij de Rijksoverheid.",
            receivedOn = "2018-05-22",
            channel = "email",
            requester = new { name = "J. Journalist", email = "j.journalist@redactie.example", address = "Postbus 1\n1200 AA Hilversum" },
        }, cancellation);
        _case = registered!["caseId"]!.GetValue<string>();
        await say($"   geregistreerd, kenmerk {_case}");
    }

    private async Task CollectAsync(Person handler, CancellationToken cancellation)
    {
        await AddAsync(handler, sample ?? Papers.Analysis(), "analyse.pdf", "Dreigingsanalyse, op basis van open bronnen", "analysis", "2018-04-10", null, "NCTV", cancellation);
        await AddAsync(handler, Papers.ForCvin(), "nota-1.pdf", "Nota ten behoeve van het CVIN", "memo", "2018-04-17", "CVIN", "NCTV", cancellation);
        await AddAsync(handler, Papers.ForRvi(), "nota-2.pdf", "Nota ten behoeve van de RVI", "memo", "2018-05-03", "RVI", "NCTV", cancellation);
        await StepAsync(handler, "record-search", new
        {
            channel = "document-management",
            place = "Documentenbeheer van de directie",
            terms = "antivirus, voorzorgsmaatregel",
            found = 3,
            from = "2018-01-01",
            through = "2018-05-22",
        }, "Gezocht in het documentmanagementsysteem: drie documenten", cancellation);
        await StepAsync(handler, "record-search", new
        {
            channel = "whats-app",
            place = "Diensttelefoons van de betrokken medewerkers",
            terms = "antivirus",
            found = 0,
        }, "Gezocht in WhatsApp: niets gevonden, en ook dat ligt vast", cancellation);
    }

    private async Task AddAsync(
        Person handler, byte[] file, string fileName, string title, string kind, string date, string? forum, string owner, CancellationToken cancellation)
    {
        var added = await stage.UploadAsync(handler, $"cases/{_case}/documents", file, fileName, new { title, kind, date, forum, owner }, cancellation);
        await say($"   {added!["documentId"]}: {title}, {Pages(added["renditions"]?[0]?["pages"]?.GetValue<int>())}");
    }

    private static string Pages(int? pages) => pages switch
    {
        null => "zonder bladzijden",
        1 => "1 bladzijde",
        _ => string.Create(CultureInfo.InvariantCulture, $"{pages} bladzijden"),
    };

    private async Task ConsultAsync(Person handler, string agency, string document, string consultation, CancellationToken cancellation)
    {
        await StepAsync(handler, "consult", new
        {
            agency,
            documents = new[] { document },
            question = "Kan deze nota openbaar worden gemaakt, en zo nee, welke passages niet?",
            answerBy = "2018-06-05",
        }, $"Aan {agency} wordt om advies gevraagd, uiterlijk 5 juni", cancellation);
        await SendLetterAsync(handler, "consultation-request-forum", consultation, "courier", $"De brief aan het secretariaat van {agency} is verzonden", cancellation);
    }

    private async Task AssessAsync(Person handler, CancellationToken cancellation)
    {
        await StepAsync(handler, "assess-document", new { documentId = "doc-1", judgement = "public" }, "doc-1 wordt openbaar", cancellation);
        await StepAsync(handler, "assess-passage", new
        {
            documentId = "doc-2",
            page = 1,
            treatment = "withheld",
            grounds = new[] { "10.1.b" },
            quote = Papers.CvinPassage,
            reason = "De passage geeft inzicht in de werkwijze en het actuele kennisniveau van de diensten.",
        }, "Een passage in doc-2 wordt geweigerd op 10.1b", cancellation);
        await StepAsync(handler, "assess-passage", new
        {
            documentId = "doc-3",
            page = 1,
            treatment = "withheld",
            grounds = new[] { "11.1" },
            quote = Papers.RviPassage,
            reason = "De passage bevat persoonlijke beleidsopvattingen ten behoeve van intern beraad.",
        }, "Een passage in doc-3 wordt geweigerd op 11.1", cancellation);
    }

    /// <summary>Signs and dispatches the letter that the engine drafted: by what it is about, and so the same one when the play is told again.</summary>
    private async Task SendLetterAsync(Person person, string kind, string about, string channel, string told, CancellationToken cancellation)
    {
        await SettleAsync(cancellation);
        _view = await stage.GetAsync(person, $"cases/{_case}", cancellation);
        var letter = _view!["letters"]!.AsArray().Single(l =>
            l!["kind"]!.GetValue<string>() == kind && l["about"]!.GetValue<string>() == about && l["state"]!.GetValue<string>() != "withdrawn")!;
        var letterId = letter["letterId"]!.GetValue<string>();
        await StepAsync(person, "sign-letter", new { letterId }, null, cancellation);
        await StepAsync(person, "record-dispatch", new { letterId, channel }, told, cancellation);
    }

    private async Task StepAsync(Person person, string step, object payload, string? told, CancellationToken cancellation)
    {
        _view = await stage.PostAsync(person, $"cases/{_case}/steps/{step}", payload, cancellation);
        if (told is not null)
            await say($"   {told}");
    }

    private Task SettleAsync(CancellationToken cancellation) => stage.SettleAsync(cancellation);

    private async Task OnAsync(int day, int month, string what, CancellationToken cancellation)
    {
        // Ten in the morning, Dutch summer time.
        await stage.ClockAsync(new DateTimeOffset(2018, month, day, 8, 0, 0, TimeSpan.Zero), cancellation);
        await say(string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"{new DateOnly(2018, month, day):d MMMM yyyy} · {what}"));
    }
}

/// <summary>The papers of the play, all made up.</summary>
internal static class Papers
{
    public const string CvinPassage = "De dienst beschikt over eigen informatie die dit beeld bevestigt.";

    public const string RviPassage = "Het verdient naar mijn opvatting de voorkeur nog deze maand tot uitfasering te besluiten.";

    public static byte[] Analysis() => Props.Pdf(
        "Dreigingsanalyse (oefenstuk)",
        "Dit stuk is voor een oefening gemaakt en beschrijft geen werkelijke dreiging.",
        "Antivirussoftware heeft vergaande rechten op het systeem waarop zij draait en staat in verbinding met haar leverancier.",
        "Wetgeving in het land van vestiging kan een leverancier verplichten mee te werken met de overheid aldaar.",
        "Deze analyse berust uitsluitend op open bronnen.");

    public static byte[] ForCvin() => Props.Pdf(
        "Nota ten behoeve van het CVIN (oefenstuk)",
        "Aan de leden wordt gevraagd kennis te nemen van de analyse en te adviseren over een voorzorgsmaatregel.",
        "Antivirussoftware heeft vergaande rechten en een leverancier kan tot medewerking worden verplicht.",
        CvinPassage);

    public static byte[] ForRvi() => Props.Pdf(
        "Nota ten behoeve van de RVI (oefenstuk)",
        "De raad wordt gevraagd in te stemmen met een voorzorgsmaatregel voor de Rijksoverheid.",
        RviPassage,
        "De maatregel wordt bekendgemaakt in een brief aan de Tweede Kamer.");
}
