using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>What was collected, taken apart and read in, and what went out in the story: to agencies, to a third party, to a judge, and with each decision.</summary>
[Collection(typeof(AtTheStory))]
public sealed class StoryPackagesTests(ToldStory story)
{
    [Fact]
    public async Task Folder_IsTakenApart_WithoutWhatWasHereAlready()
    {
        var folder = await DocumentAsync(story.Journalist, "doc-8");
        ((int)folder["unpacking"]!["members"]!, (string)folder["unpacking"]!["refused"]!.AsArray().ShouldHaveSingleItem()!["same"]!).ShouldBe((3, "doc-4"));

        var (sentOn, elsewhere) = (await DocumentAsync(story.Journalist, "doc-9"), await DocumentAsync(story.Journalist, "doc-10"));
        ((string)sentOn["date"]!, (string)sentOn["from"]!, (string)sentOn["title"]!).ShouldBe(("2018-04-27", "\"Ans Analist\" <ans@jenv.example>", "Doorgestuurde e-mail over de conceptnota"));
        sentOn["links"]!.AsArray().Select(link => $"{link!["kind"]} {link["to"]}").ShouldBe(["derived-from doc-4"]);
        ((string)elsewhere["judgement"]!).ShouldBe("out-of-scope");
        var linked = story.Journalist.View["linkedCases"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)linked["body"]!, (bool)linked["sameRequest"]!).ShouldBe(("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", true));
    }

    [Fact]
    public async Task Report_OfAnotherProgram_BecameADocument()
    {
        var read = await DocumentAsync(story.Company, "doc-7");
        ((string)read["title"]!, (string)read["judgement"]!).ShouldBe(("Nieuwsbericht over de voorzorgsmaatregel", "already-public"));
    }

    [Fact]
    public async Task RenditionMadeByHand_IsTheOneThatWasSent()
    {
        story.Journalist.Events("redaction-added").ShouldHaveSingleItem()["event"]!["documentId"]!.ToString().ShouldBe("doc-7");
        var file = await story.Office.Auditor.GetAsync($"cases/{story.Journalist.Id}/documents/doc-7/redacted");
        Packed.Holds(file.Bytes, "Wij gaan graag met u in gesprek").ShouldBeTrue();
        foreach (var withheld in (string[])["overheidscontracten", "P. Medewerker", "0000002"])
            Packed.Holds(file.Bytes, withheld).ShouldBeFalse(withheld);
    }

    [Fact]
    public void AgenciesAndTheThirdParty_GotAPackage_AndWhoFetchedItStandsInTheLog()
    {
        foreach (var asked in story.Journalist.View["consultations"]!.AsArray().Take(5).Append(story.Journalist.View["views"]![0]))
            ((string)asked!["package"]!["state"]!, (bool?)asked["package"]!["sent"]).ShouldBe(("complete", true));
        story.Journalist.Events("package-fetched").Select(row => (string)row["actor"]!).ShouldBe(["contact-nctv"]);
    }

    [Theory]
    [InlineData("decision-1", 3)]
    [InlineData("decision-3", 6)]
    public async Task DecisionPackage_HoldsWhatIsDisclosed_NoByteOfTheRest_AndIsBoundToWhatWasSigned(string decision, int documents)
    {
        var package = (await story.Office.Auditor.AllAsync($"cases/{story.Journalist.Id}/packages")).Single(one => (string)one["about"]! == decision);
        ((string)package["state"]!, (int)package["documents"]!).ShouldBe(("complete", documents));
        ((string)package["signed"]!["manifestSha256"]!).ShouldBe((string)package["manifestSha256"]!);
        var archive = await story.Office.Auditor.GetAsync((string)package["href"]!);
        Convert.ToHexStringLower(SHA256.HashData(archive.Bytes)).ShouldBe((string)package["sha256"]!);
        var entries = Packed.Entries(archive.Bytes);
        entries.Keys.Count(name => name.StartsWith("documenten/", StringComparison.Ordinal)).ShouldBe(documents);
        Encoding.UTF8.GetString(entries["manifest.json"]).ShouldContain("besluit.docx");
        foreach (var withheld in (string[])
            ["De dienst beschikt over eigen informatie", "Het verdient naar mijn opvatting", "te stellig", "rechtstreeks te bereiken", "Berend", "cor@jenv.example", "overheidscontracten", "P. Medewerker"])
            Packed.Holds(archive.Bytes, withheld).ShouldBeFalse(withheld);
        var analysis = entries.Where(entry => entry.Key.StartsWith("documenten/", StringComparison.Ordinal)).Any(entry => Packed.Holds(entry.Value, "vergaande rechten op het systeem"));
        analysis.ShouldBe(decision == "decision-3");
    }

    [Fact]
    public async Task SecondCase_SupplementaryDecision_IsBoundToo()
    {
        var package = (await story.Office.Auditor.AllAsync($"cases/{story.Company.Id}/packages")).Single(one => (string)one["about"]! == "decision-2");
        ((string)package["state"]!, (int)package["documents"]!, package["signed"] is null).ShouldBe(("complete", 3, false));
    }

    [Fact]
    public async Task Court_GotThePapersForTheJudgeAlone_InEachInstance()
    {
        foreach (var (bundle, remedy) in ((string, string)[])[("court-bundle-1", "remedy-1"), ("court-bundle-2", "remedy-2")])
        {
            var seen = (await story.Office.Auditor.GetAsync($"cases/{story.Company.Id}/court-bundles/{bundle}")).Done;
            ((string)seen["state"]!, (string)seen["remedyId"]!).ShouldBe(("justified", remedy));
            (await story.Office.Auditor.AllAsync($"cases/{story.Company.Id}/court-bundles/{bundle}/log")).Select(row => $"{row["event"]!["type"]} {row["actor"]}").ShouldBe(
            [
                "limited-knowledge-requested lot-procesvertegenwoordiger", "package-asked lot-procesvertegenwoordiger", "package-finished engine",
                "package-fetched lot-procesvertegenwoordiger", "secrecy-ruled lot-procesvertegenwoordiger", "consent-recorded lot-procesvertegenwoordiger",
            ]);
        }

        (await story.Office.Handler.GetAsync($"cases/{story.Company.Id}/court-bundles/court-bundle-1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> DocumentAsync(ToldCase of, string id) => (await story.Office.Auditor.GetAsync($"cases/{of.Id}/documents/{id}")).Done;
}
