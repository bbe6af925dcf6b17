using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WobWorkflow.Cases.Tests;

/// <summary>What is in a log must come out of it as it went in, for good.</summary>
public sealed class EventJsonTests
{
    public static TheoryData<string> Names { get; } = [.. Catalogue.Events.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_ReadBack_GivesTheSameEventAndTheSameBytes(string name)
    {
        foreach (var full in new[] { true, false })
        {
            var happened = Sample(name, full);
            var json = EventJson.Write(happened);
            var read = EventJson.Read(json);

            read.ShouldBeEquivalentTo(happened);
            EventJson.Write(read).ShouldBe(json);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_AnyEvent_HoldsItsTypeAndEverythingItWasMadeWith(string name)
    {
        var json = (JsonObject)JsonNode.Parse(EventJson.Write(Sample(name, full: true)))!;

        json.Select(property => property.Key).ShouldBe(["type", .. Parameters(name).Select(parameter => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!))], ignoreOrder: true);
        json.First().Key.ShouldBe("type");
        json["type"]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_WhatIsNull_IsLeftOut(string name) =>
        Encoding.UTF8.GetString(EventJson.Write(Sample(name, full: false))).ShouldNotContain("null");

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_RequiredFieldMissing_RefusesToFold(string name)
    {
        foreach (var parameter in Parameters(name).Where(parameter => !parameter.HasDefaultValue && !Samples.MayBeNull(parameter)))
        {
            var json = (JsonObject)JsonNode.Parse(EventJson.Write(Sample(name, full: true)))!;
            json.Remove(JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!)).ShouldBeTrue();
            Should.Throw<JsonException>(() => Read(json.ToJsonString()), $"{name} without {parameter.Name}");
        }
    }

    [Theory]
    [InlineData("""{"type":"case-exploded"}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"caseAssigned","handler":"x"}""")]
    [InlineData("""{"handler":"x"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    public void Read_TypeUnknown_RefusesToFold(string json) => Should.Throw<JsonException>(() => Read(json));

    [Theory]
    [InlineData("""{"type":"case-assigned","handler":null}""")]
    [InlineData("""{"type":"case-assigned","Handler":"x"}""")]
    [InlineData("""{"type":"request-qualified","kind":0}""")]
    [InlineData("""{"type":"request-qualified","kind":"public"}""")]
    [InlineData("""{"type":"term-extended","days":"28","reason":"aa"}""")]
    [InlineData("""{"type":"document-dropped","documentId":"doc-0","reason":"aa"}""")]
    [InlineData("""{"type":"document-dropped","documentId":"doc-01","reason":"aa"}""")]
    [InlineData("""{"type":"document-dropped","documentId":"passage-1","reason":"aa"}""")]
    public void Read_ValueOfAnotherKind_RefusesToFold(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void Read_OptionalFieldMissing_IsNull() => ((RequestQualified)Read("""{"type":"request-qualified","kind":"reuse"}""")).Note.ShouldBeNull();

    [Fact]
    public void Write_AnEvent_IsTheLineThatItHasAlwaysBeen() =>
        Encoding.UTF8.GetString(EventJson.Write(new AdviceRecorded(new(1), AdviceKind.NoObjection, [new AdviceItem(new(2), AdviceKind.Redact, new PassageId(3), Ground.Parse("10.2.e"))], null)))
            .ShouldBe("""{"type":"advice-recorded","consultationId":"consultation-1","advice":"no-objection","items":[{"documentId":"doc-2","advice":"redact","passageId":"passage-3","ground":"10.2e"}]}""");

    private static Event Sample(string name, bool full) => (Event)Samples.Of(Catalogue.Events.Single(row => row.Name == name).Type, full);

    private static ParameterInfo[] Parameters(string name) =>
        Catalogue.Events.Single(row => row.Name == name).Type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();

    private static Event Read(string json) => EventJson.Read(Encoding.UTF8.GetBytes(json));
}
