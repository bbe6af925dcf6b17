using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

/// <summary>Sentences as they come out on a page.</summary>
public sealed class RenderedSentencesTests
{
    [Fact]
    public async Task Phrase_KeepsMarkupInItsPlace_AndEncodesWords()
    {
        RenderFragment link = builder =>
        {
            builder.OpenElement(0, "a");
            builder.AddContent(1, "besluit");
            builder.CloseElement();
        };

        var html = await HtmlOfAsync<Shown>(new() { ["Fragment"] = Sentences.Phrase("case.on-day", link, Sentences.Word("<b>")) });

        html.ShouldBe("<a>besluit</a>, op &lt;b&gt;");
    }

    [Theory]
    [InlineData(ReassessmentReason.SourceAssessed, true, false)]
    [InlineData(ReassessmentReason.JudgedDifferently, false, true)]
    [InlineData(ReassessmentReason.SourceJudgedDifferently, false, true)]
    public async Task Reassessments_SayWhatTheyStop(ReassessmentReason reason, bool stops, bool isACheck)
    {
        var put = new OpenReassessment(
            "document-1", null, new ReassessmentView("reassessment-1", new CauseView(reason, "2222-2222-2222", "document-2", null, null, null, null, null, null), new DateOnly(2023, 3, 10), null, null, null));

        var html = WebUtility.HtmlDecode(await HtmlOfAsync<ReassessmentList>(new() { ["Model"] = ImmutableArray.Create(put), ["CaseId"] = "1111-1111-1111", ["May"] = (string _) => false }));

        html.Contains(Sentences.Say("case.reassess.stops"), StringComparison.Ordinal).ShouldBe(stops);
        html.Contains(Sentences.Say("case.reassess.differs", Labels.Of(DecisionCheck.SameText)), StringComparison.Ordinal).ShouldBe(isACheck);
    }

    private static async Task<string> HtmlOfAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    private sealed class Shown : ComponentBase
    {
        [Parameter] public RenderFragment? Fragment { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Fragment);
    }
}
