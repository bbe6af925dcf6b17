using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>A letter in which a place is left open is neither submitted nor signed, whoever wrote it.</summary>
public sealed class OpenPlacesTests(Azurite azurite)
{
    private const string Left = "[reactie op deze zienswijze]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decision_WithAnUnansweredView_IsRefusedUntilTheLetterIsFilledIn()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await WithAViewAsync(host);
        (await host.CaseAsync(id)).Artifacts.Last(artifact => artifact.Kind == "decision").OpenPlaces.ShouldBe([OpenPlaces.ThirdPartyViews]);

        var refused = await RefusedAsync(host, id, new SubmitDecision(new(1)));
        refused.Code.ShouldBe("letter-has-open-places");
        refused.Detail.ShouldBe("In de brief staat nog één plaats open: onder ‘Zienswijzen van derden’. Vul ze in en breng de bewerkte versie in met edit-letter.");
        (await RefusedAsync(host, id, new ApproveLetter(await LetterAsync(host, id)), EngineHost.Bert)).Code.ShouldBe("letter-has-open-places");

        // Edited in another place, and the one that matters left as it was.
        await EditAsync(host, id, "Voor vragen over dit besluit", "Voor al uw vragen over dit besluit");
        (await RefusedAsync(host, id, new SubmitDecision(new(1)))).Code.ShouldBe("letter-has-open-places");

        await EditAsync(host, id, Left, "Ik volg deze zienswijze niet.");
        (await host.CaseAsync(id)).Artifacts.Last().OpenPlaces.ShouldBeEmpty();
        await host.StepAsync(id, new SubmitDecision(new(1)));
    }

    [Fact]
    public async Task SignLetter_OfASignedVersionWithAnOpenPlace_IsRefused()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Turns.RunAsync();
        var letter = (await host.CaseAsync(id)).Letters.Single().Id;
        var artifact = await AddAsync(host, id, Edited(await LatestAsync(host, id, letter), "Hierbij bevestig ik", "Hierbij bevestig ik op [datum] en [in te vullen]"));

        var refused = await RefusedAsync(host, id, new SignLetter(letter, artifact), EngineHost.Cees);

        refused.Code.ShouldBe("letter-has-open-places");
        refused.Detail.ShouldContain("nog twee plaatsen open: elders tussen vierkante haken (twee keer)");
    }

    [Theory]
    [InlineData("Dit is geciteerd [...] en [sic].", "")]
    [InlineData("[verzoeker] woont op [adres]; zie [gewist] en [^1].", "")]
    [InlineData("Datum [datum verzending]", "")]
    [InlineData("[Reactie op deze grond] en [ horen]", "objection-grounds hearing")]
    [InlineData("[invullen] [PM] [... nader te bepalen]", "other other other")]
    public void In_Text_FindsWhatIsToBeFilledInAndNothingElse(string text, string places) => string.Join(' ', OpenPlaces.In(text)).ShouldBe(places);

    private static async Task<string> WithAViewAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.Mail, "Postvak", "zonnebloem", 1));
        var document = await host.AddPublicAsync(id, "Verslag over een bedrijf.");
        await host.StepAsync(id, new AskView([document], "Het gaat over u.", new DateOnly(2018, 6, 5), Name: "Zonnebloem BV", LegalPerson: true));
        await host.Turns.RunAsync();
        await host.DispatchAsync(id, LetterKind.ThirdPartyViewRequest);
        await host.DispatchAsync(id, LetterKind.SuspensionNotice);
        await host.StepAsync(id, new RecordView(new(1), ViewDrift.Objects, "Liever niet."));
        await host.StepAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.Turns.RunAsync();
        return id;
    }

    private static async Task<LetterId> LetterAsync(EngineHost host, string id) => (await host.CaseAsync(id)).Letters.Last(letter => letter.Kind == LetterKind.Decision).Id;

    private static async Task<Refused> RefusedAsync<TStep>(EngineHost host, string id, TStep step, Actor? by = null)
        where TStep : IStep<Cases.Case, TStep> => (await host.TakeAsync(id, step, by)).ShouldBeOfType<NotTaken<Cases.Case>>().Refused;

    private static async Task EditAsync(EngineHost host, string id, string before, string after)
    {
        var letter = await LetterAsync(host, id);
        var artifact = await AddAsync(host, id, Edited(await LatestAsync(host, id, letter), before, after));
        await host.StepAsync(id, new EditLetter(letter, artifact));
    }

    private static async Task<byte[]> LatestAsync(EngineHost host, string id, LetterId letter)
    {
        var c = await host.CaseAsync(id);
        var file = (await host.Get<CaseFiles>().OpenArtifactAsync(id, c.Artifacts[c.Letters[letter]!.Versions[^1]]!, Ct))!;
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        return content.ToArray();
    }

    /// <summary>The same document with other words in it, as someone edits it in a word processor.</summary>
    private static byte[] Edited(byte[] docx, string before, string after)
    {
        using var package = new MemoryStream();
        package.Write(docx);
        using (var document = WordprocessingDocument.Open(package, isEditable: true))
        {
            var texts = document.MainDocumentPart!.Document!.Descendants<Paragraph>().First(p => p.InnerText.Contains(before, StringComparison.Ordinal)).Descendants<Text>().ToList();
            texts[0].Text = string.Concat(texts.Select(text => text.Text)).Replace(before, after, StringComparison.Ordinal);
            texts.Skip(1).ToList().ForEach(text => text.Text = "");
        }

        return package.ToArray();
    }

    private static async Task<ArtifactId> AddAsync(EngineHost host, string id, byte[] docx)
    {
        using var content = new MemoryStream(docx);
        var stored = await host.Get<CaseFiles>().StoreArtifactAsync(id, "edited-letter", content, "brief.docx", Ct);
        return (await host.StepAsync(id, new AddArtifact("edited-letter") { Content = stored })).After.State.Artifacts.Last().Id;
    }
}
