using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WobWorkflow.Api;

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
