using System.Collections.Immutable;
using System.Text.Json.Nodes;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>JSON schemas (2020-12) of what steps are sent, from the same facts as <see cref="PayloadReader"/>.</summary>
internal static class StepSchemas
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema of a step's body, <c>effectiveOn</c> included.</summary>
    public static JsonObject Of<TAggregate>(StepDefinition<TAggregate> step)
        where TAggregate : ISubject
    {
        var schema = OfBody(step.Payload);
        ((JsonObject)schema["properties"]!)[PayloadReader.EffectiveOn] = PayloadField.Optional(PayloadReader.EffectiveOn, typeof(DateOnly?)).Schema();
        schema["$schema"] = Dialect;
        schema["title"] = step.Rule.TitleNl;
        return schema;
    }

    /// <summary>The schema of a body that is no step.</summary>
    public static JsonObject OfBody(Type payload)
    {
        var shape = PayloadShape.Of(payload);
        var schema = shape.Schema();
        schema["examples"] = new JsonArray(shape.Example(everything: false));
        return schema;
    }
}

/// <summary>A row of the list of steps.</summary>
/// <param name="On">What it is taken on: <c>case</c>, <c>ruling</c> or <c>organisation</c>.</param>
/// <param name="Roles">One of these is enough.</param>
internal sealed record StepRow(
    string Name, string On, StepTitle Title, ImmutableArray<Role> Roles, string? Article, bool AfterClosing, JsonObject Schema)
{
    public static ImmutableArray<StepRow> All { get; } =
    [
        .. Catalogue.CaseSteps.Where(step => !step.Rule.IsReading).Select(step => Of("case", step)),
        .. Catalogue.RulingSteps.Select(step => Of("ruling", step)),
        .. Catalogue.OrganisationSteps.Select(step => Of("organisation", step)),
    ];

    private static StepRow Of<TAggregate>(string on, StepDefinition<TAggregate> step)
        where TAggregate : ISubject =>
        new(step.Rule.Name, on, new StepTitle(step.Rule.TitleNl, step.Rule.TitleEn), [.. step.Rule.Roles.Order()], step.Rule.Article,
            step.Rule.AfterClosing, StepSchemas.Of(step));
}

/// <summary>A step's name on a button, in Dutch and English.</summary>
internal sealed record StepTitle(string Nl, string En);
