using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine.Tests;

/// <summary>What the letter of a decision tells, by what the case holds.</summary>
public sealed class DecisionLetterTests(Azurite azurite)
{
    private static readonly DateTimeOffset UnderTheWoo = EngineHost.Noon(2024, 5, 14);

    [Fact]
    public async Task Articles_OfTheWoo_AreQuoted_OnlyThoseThatWereApplied_WithTheDayOfTheirText()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        var document = await AddAsync(host, id, "Verslag");
        await host.StepAsync(id, new AssessPassage(document, 1, Treatment.Withheld, Quote: "Jan", Grounds: [Ground.Parse("5.1.2.e")], Reason: "De naam van een medewerker."), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("Bijlage 1. Toegepaste wetsartikelen");
        text.ShouldContain("zoals zij op 12 februari 2025 luidden (bron: wetten.overheid.nl, BWBR0045754)");
        foreach (var part in (string[])["Artikel 1.1", "Eenieder heeft recht op toegang tot publieke informatie zonder daartoe een belang te hoeven stellen", "Artikel 5.1, tweede lid", "e. de eerbiediging van de persoonlijke levenssfeer;",
            "Artikel 5.1, derde lid", "bevat het besluit hiervoor een uitdrukkelijke motivering"])
            text.ShouldContain(part);
        foreach (var part in (string[])["Artikel 5.1, eerste lid", "Artikel 5.2", "Artikel 5.3", "Artikel 4.1", "eenheid van de Kroon"])
            text.ShouldNotContain(part);
        text.ShouldContain("1. Toegepaste wetsartikelen");
        text.ShouldContain("2. Inventarislijst");
    }

    [Fact]
    public async Task Articles_OfTheWoo_WhoseTextChanged_AreNotQuotedForAnotherDay()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        var document = await AddAsync(host, id, "Nota aan de minister");
        await host.StepAsync(id, new DescribeDocument(document, FormalDecisionMaking: true));
        await host.StepAsync(id, new AssessPassage(document, 1, Treatment.Withheld, Quote: "Liever niet.", Grounds: [Ground.Parse("5.2.1")], Reason: "Het beraad wordt onevenredig geschaad."), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("Artikel 5.2, derde lid");
        text.ShouldContain("een ander ambt dat dit lid noemt");
        text.ShouldNotContain("dagelijks bestuur van een waterschap");
        text.ShouldContain("Artikel 5.2, tweede lid");
    }

    [Fact]
    public async Task Articles_OfTheWob_AreTold_AndNotQuoted()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await QualifiedAsync(host);
        var document = await AddAsync(host, id, "Verslag");
        await host.StepAsync(id, new AssessPassage(document, 1, Treatment.Withheld, Quote: "Jan", Grounds: [Ground.Parse("10.2.e")], Reason: "De naam van een medewerker."), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("in eigen woorden");
        text.ShouldContain("Artikel 10, tweede lid, aanhef en onder e");
        text.ShouldContain("Het gaat om: eerbiediging van de persoonlijke levenssfeer. Openbaarmaking blijft achterwege voor zover het belang van openbaarheid niet opweegt tegen dit belang.");
        text.ShouldNotContain("wetten.overheid.nl");
    }

    [Fact]
    public async Task Course_HasProgressLettersAndNoticesOfDefault()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await QualifiedAsync(host);
        host.Time.Now = EngineHost.Noon(2018, 6, 21);
        await host.StepAsync(id, new InformRequester("De beoordeling van de documenten."));
        await host.Turns.RunAsync();
        await host.DispatchAsync(id, LetterKind.ProgressLetter);
        await host.StepAsync(id, new RecordNoticeOfDefault());

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("21 juni 2018: U bent over de voortgang geïnformeerd.");
        text.ShouldContain("21 juni 2018: U heeft mij in gebreke gesteld wegens het niet tijdig beslissen.");
        text.ShouldContain("19 juni 2018: De termijn om te beslissen is verstreken zonder dat was beslist.");
    }

    [Fact]
    public async Task Marks_AreThoseThatStandOnThePassages()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        var document = await AddAsync(host, id, "Verslag");
        await host.StepAsync(id, new AssessPassage(document, 1, Treatment.Withheld, Quote: "Versie 1", Grounds: [Ground.Parse("5.1.2.i"), Ground.Parse("5.2.1")], Reason: "Een concept."), EngineHost.Frits);
        await host.StepAsync(id, new WriteMotivation("Concepten van nota's", "Een concept is werkmateriaal.", Passages: [new PassageId(1)], Mark: "concept"), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("onleesbaar gemaakt onder vermelding van: 5.1.2i, 5.2.1: concept.");
    }

    [Fact]
    public async Task OldInformation_HasItsOwnSection_AndItsArticle()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        var document = await AddAsync(host, id, "Verslag", new DateOnly(2012, 3, 1));
        await host.StepAsync(id, new AssessPassage(document, 1, Treatment.Withheld, Quote: "Jan", Grounds: [Ground.Parse("5.1.2.e")], Reason: "De naam van een medewerker.", ReasonDespiteAge: "Hij werkt er nog."), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("Informatie ouder dan vijf jaar");
        text.ShouldContain("Hij werkt er nog.");
        text.ShouldContain("Artikel 5.3");
    }

    [Fact]
    public async Task Part_DecidesOnWhatNoEarlierPartDid_AndSaysWhatIsLeft()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await QualifiedAsync(host);
        await host.AddPublicAsync(id, "Het eerste verslag.");
        await AddAsync(host, id, "Nota");
        await AddAsync(host, id, "Brief");
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 3));
        await host.StepAsync(id, new AgreePhasing("Eerst de verslagen.", [new("de verslagen", new(2018, 5, 31)), new("de overige stukken", new(2018, 6, 15))]));
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Partial, Part: "de verslagen"));
        await host.Turns.RunAsync();

        var first = await host.LetterTextAsync(id, LetterKind.Decision);
        first.ShouldContain("Dit is het eerste deelbesluit. Het betreft de verslagen.");
        first.ShouldContain("Van de documenten op de inventarislijst zijn er twee nog niet beoordeeld.");
        first.ShouldContain("Zoals met u is afgesproken, beslis ik uiterlijk op 15 juni 2018 over de overige stukken.");
        first.ShouldNotContain("uiterlijk op 31 mei 2018");
        first.ShouldContain("De termijn om op uw gehele verzoek te beslissen eindigt op 19 juni 2018.");

        await host.StepAsync(id, new AssessDocument(new(2), Judgement.Public, []), EngineHost.Frits);
        await host.StepAsync(id, new AssessDocument(new(3), Judgement.Public, []), EngineHost.Frits);
        var second = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        second.ShouldContain("22 mei 2018: Ik heb beslist over de verslagen (document 1).");
        second.ShouldContain("Ik heb besloten de documenten 2 en 3 geheel openbaar te maken.");
        second.ShouldNotContain("Wat nog volgt");
    }

    [Fact]
    public async Task SameRequest_AtOtherMinistries_IsTold_AndAnothersIsNot()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        await host.StepAsync(id, new LinkCase(LinkedCaseState.Treated, Agency: new Agency("BZK"), Reference: "BZK-77", SameRequest: true));
        await host.StepAsync(id, new LinkCase(LinkedCaseState.Treated, Body: "Gemeente Elders", Reference: "OD-1"));

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("U heeft uw verzoek ook ingediend bij het ministerie van Binnenlandse Zaken en Koninkrijksrelaties (kenmerk BZK-77).");
        text.ShouldNotContain("Elders");
    }

    [Fact]
    public async Task NotTreated_SaysWhy_AndClaimsNoSearch()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        await host.StepAsync(id, new DeclineToTreat(DeclineGround.NoAdministrativeMatter, "Het verzoek gaat over een particuliere ruzie."));
        await host.Turns.RunAsync();

        var text = await host.LetterTextAsync(id, LetterKind.Decision);

        text.ShouldContain("Besluit om uw verzoek niet te behandelen");
        text.ShouldContain("Het verzoek gaat over een particuliere ruzie.");
        text.ShouldContain("Ik heb besloten uw verzoek niet te behandelen.");
        text.ShouldContain("Artikel 4.6");
        text.ShouldNotContain("aangetroffen");
    }

    [Fact]
    public async Task SendersAndReceivers_StandOnTheInventory_OnlyWhereNothingWasStruckForPrivacy()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await QualifiedAsync(host);
        var (open, closed) = (await AddAsync(host, id, "Brief"), await AddAsync(host, id, "E-mail"));
        await host.StepAsync(id, new DescribeDocument(open, From: "Directie Water", To: "Provincie"));
        await host.StepAsync(id, new DescribeDocument(closed, From: "Jan Jansen"));
        await host.StepAsync(id, new AssessDocument(open, Judgement.Public, []), EngineHost.Frits);
        await host.StepAsync(id, new AssessPassage(closed, 1, Treatment.Withheld, Quote: "Jan", Grounds: [Ground.Parse("5.1.2.e")], Reason: "Naam."), EngineHost.Frits);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("Directie Water aan Provincie");
        text.ShouldNotContain("Jan Jansen");
    }

    [Fact]
    public async Task ThirdParties_WhoGaveNoView_AreTold_AndGetACopy()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await QualifiedAsync(host);
        var document = await host.AddPublicAsync(id, "Over de firma.");
        await host.StepAsync(id, new AskView([document], "Het gaat over u.", new(2018, 6, 5), Name: "Firma Zonnebloem", LegalPerson: true));
        await host.Turns.RunAsync();
        await host.DispatchAsync(id, LetterKind.ThirdPartyViewRequest);
        await host.DispatchAsync(id, LetterKind.SuspensionNotice);
        host.Time.Now = EngineHost.Noon(2018, 6, 7);

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("Deze derde heeft daarvan geen gebruikgemaakt.");
        text.ShouldContain("Een afschrift van dit besluit, zonder persoonsgegevens, zend ik tegelijk aan de derde-belanghebbende.");
        text.ShouldNotContain("Firma Zonnebloem");
    }

    [Fact]
    public async Task OwnData_IsForTheRequesterAlone()
    {
        await using var host = await StartAsync(UnderTheWoo);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.OwnData));
        await host.AddPublicAsync(id, "Over u.");

        var text = await DraftedAsync(host, id, new DraftDecision(DecisionKind.Primary));

        text.ShouldContain("is alleen voor u bestemd (artikel 5.5 van de Woo) en wordt niet gepubliceerd");
        text.ShouldNotContain("geplaatst");
    }

    private Task<EngineHost> StartAsync(DateTimeOffset now) => EngineHost.StartAsync(azurite, setup =>
    {
        setup.Time.Now = now;
        return setup;
    });

    private static async Task<string> QualifiedAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        return id;
    }

    private static async Task<DocumentId> AddAsync(EngineHost host, string id, string title, DateOnly? date = null) =>
        (await host.StepAsync(id, new AddDocument(title, Date: date))).After.State.Documents.Last().Id;

    private static async Task<string> DraftedAsync(EngineHost host, string id, DraftDecision draft)
    {
        await host.StepAsync(id, draft);
        await host.Turns.RunAsync();
        return await host.LetterTextAsync(id, LetterKind.Decision);
    }
}
