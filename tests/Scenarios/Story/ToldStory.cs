using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>The whole story, told once to a service of its own and left undisturbed; what it left behind is read over HTTP by an auditor.</summary>
public sealed class ToldStory(Azurite azurite) : IAsyncLifetime
{
    public Performance Performance { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public EndState End { get; private set; } = null!;

    /// <summary>The journalist's case.</summary>
    public ToldCase Journalist { get; private set; } = null!;

    /// <summary>The company's own case.</summary>
    public ToldCase Company { get; private set; } = null!;

    /// <summary>That of the Afdeling, over both cases.</summary>
    public JsonNode Ruling { get; private set; } = null!;

    public string RulingId => Performance.RulingIds[2];

    public async ValueTask InitializeAsync()
    {
        Performance = await Performance.OpenAsync(azurite, Performance.Whole);
        await Performance.PlayAsync();
        Office = await Office.OpenAsync(Performance.Service.Http);
        Journalist = await CaseAsync(Performance.CaseIds[0]);
        Company = await CaseAsync(Performance.CaseIds[1]);
        Ruling = (await Office.Auditor.GetAsync($"rulings/{RulingId}")).Done;
        End = await EndState.OfAsync(Performance, Office);
    }

    /// <summary>A letter as it opens in a word processor.</summary>
    public async Task<DocxText> LetterAsync(ToldCase of, string kind, string about)
    {
        var letter = of.View["letters"]!.AsArray().Single(l =>
            (string)l!["kind"]! == kind && (string)l["about"]! == about && (string)l["state"]! == "dispatched")!;
        return await FileAsync($"cases/{of.Id}/artifacts/{letter["artifactId"]}");
    }

    public async Task<DocxText> FileAsync(string path)
    {
        var file = await Office.Auditor.GetAsync(path);
        file.Status.ShouldBe(HttpStatusCode.OK);
        return DocxText.Read(file.Bytes);
    }

    public async ValueTask DisposeAsync()
    {
        if (Performance is not null)
            await Performance.DisposeAsync();
    }

    private async Task<ToldCase> CaseAsync(string id) =>
        new(id, (await Office.Auditor.GetAsync($"cases/{id}")).Done, await Office.Auditor.AllAsync($"cases/{id}/log"));
}

/// <summary>A case as the story left it.</summary>
/// <param name="Log">Oldest first.</param>
public sealed record ToldCase(string Id, JsonNode View, IReadOnlyList<JsonNode> Log)
{
    public JsonNode Term(string id) => View["terms"]!.AsArray().Single(term => (string)term!["termId"]! == id)!;

    /// <summary>The events of this type.</summary>
    public IEnumerable<JsonNode> Events(string type) => Log.Where(row => (string)row["event"]!["type"]! == type);
}

[CollectionDefinition]
public sealed class AtTheStory : ICollectionFixture<ToldStory>;
