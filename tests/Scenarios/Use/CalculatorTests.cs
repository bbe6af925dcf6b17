using WobWorkflow.Cases;
using WobWorkflow.Cases.Tests;

namespace WobWorkflow.Scenarios;

/// <summary>The calculator answers over HTTP what was computed by hand, with its proof, and has no case in it.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class CalculatorTests(OpenOffice open)
{
    [Theory]
    [MemberData(nameof(TermVectors.Vectors), MemberType = typeof(TermVectors), DisableDiscoveryEnumeration = true)]
    public async Task Calculation_OfAVector_IsWhatWasComputedByHand(TermFacts facts, string nominal, string due)
    {
        var question = $"terms/calculation?rule={facts.Rule}&start={facts.StartedOn:yyyy-MM-dd}&asOf={facts.StartedOn:yyyy-MM-dd}"
            + (facts.Chosen is { } length ? $"&length={length.InDays}" : "")
            + (facts.ExtensionDays > 0 ? $"&extension={facts.ExtensionDays}" : "")
            + string.Concat(facts.Suspensions.Select(days => $"&suspension={days.From:yyyy-MM-dd}/{days.Through:yyyy-MM-dd}/{days.Basis}"));

        var dutch = (await open.Office.Auditor.GetAsync(question)).Done;
        var english = (await open.Office.Auditor.GetAsync($"{question}&language=en")).Done;

        foreach (var answer in (JsonNode[])[dutch, english])
        {
            ((string?)answer["nominal"], (string?)answer["due"]).ShouldBe((nominal, due));
            answer["trail"]!.AsArray().Select(line => (string)line!["text"]!).ShouldAllBe(text => text.EndsWith('.') && char.IsUpper(text[0]));
        }

        dutch["trail"]!.ToJsonString().ShouldNotBe(english["trail"]!.ToJsonString());
    }

    [Theory]
    [InlineData("rule=bestaat-niet&start=2023-03-10", "rule")]
    [InlineData("rule=woo-4.4-1", "start")]
    [InlineData("rule=woo-4.4-1&start=2023-03-10&suspension=2023-03-27/2023-03-20", "suspension")]
    [InlineData("rule=awb-6.7&start=2023-03-10&extended=true", "extension")]
    public async Task Nonsense_IsRefused_AndTheFieldNamed(string question, string field)
    {
        var answer = await open.Office.Auditor.GetAsync($"terms/calculation?{question}");
        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, answer.Text);
        answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, answer.Code!).Fields.ShouldContain(name => name.StartsWith(field, StringComparison.Ordinal));
    }
}
