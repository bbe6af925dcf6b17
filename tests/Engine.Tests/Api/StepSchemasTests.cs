using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class StepSchemasTests
{
    public static TheoryData<Type> Payloads =>
    [
        .. Catalogue.CaseSteps.Select(step => step.Payload),
        .. Catalogue.RulingSteps.Select(step => step.Payload),
        .. Catalogue.OrganisationSteps.Select(step => step.Payload),
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void EveryStep_ItsExamples_AreAccepted(Type payload)
    {
        foreach (var everything in (bool[])[false, true])
            Read(payload, PayloadShape.Of(payload).Example(everything)).ShouldBeOfType<PayloadAccepted>();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void EveryStep_WithoutWhatItsSchemaRequires_IsRefusedForThat(Type payload)
    {
        var required = StepSchemas.OfBody(payload)["required"]?.AsArray().Select(name => (string)name!).ToArray() ?? [];

        Gen.Shuffle(required).SelectMany(order => Gen.Int[0, required.Length].Select(count => order[..count])).Sample(
            left =>
            {
                var document = PayloadShape.Of(payload).Example(everything: true);
                foreach (var name in left)
                    document.Remove(name);
                return Read(payload, document) switch
                {
                    PayloadAccepted => left.Length == 0,
                    PayloadRefused refused => refused.Errors.Keys.ToHashSet().SetEquals(left),
                    _ => false,
                };
            },
            iter: 50);
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void EveryStep_WhatItsSchemaLeavesOpen_MayBeNull(Type payload)
    {
        var shape = PayloadShape.Of(payload);
        var document = shape.Example(everything: true);
        foreach (var field in shape.Fields.Where(field => !field.Required))
            document[field.Name] = null;

        Read(payload, document).ShouldBeOfType<PayloadAccepted>();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public void EveryField_HasADutchTitle(Type payload) =>
        PayloadShape.Of(payload).Fields.Select(field => field.Name).ShouldAllBe(name => PayloadTitles.Knows(name));

    [Theory]
    [MemberData(nameof(Payloads))]
    public void NoStep_HasAnEffectiveDateOfItsOwn(Type payload) =>
        PayloadShape.Of(payload).Fields.ShouldAllBe(field => field.Name != PayloadReader.EffectiveOn);

    [Fact]
    public void ExtendTerm_Schema_SaysWhatTheReaderAsks()
    {
        var schema = StepSchemas.Of(Catalogue.CaseSteps.Single(step => step.Payload == typeof(ExtendTerm)));

        schema["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
        schema["required"]!.ToJsonString().ShouldBe("""["days","reason"]""");
        var days = schema["properties"]!["days"]!;
        (days["type"]!.GetValue<string>(), days["minimum"]!.GetValue<long>(), days["maximum"]!.GetValue<long>()).ShouldBe(("integer", 1, 365));
        schema["properties"]!["reason"]!["maxLength"]!.GetValue<int>().ShouldBe(4000);
        schema["properties"]!["effectiveOn"]!["format"]!.GetValue<string>().ShouldBe("date");
    }

    [Fact]
    public void StepRows_NameEveryStepOfEveryAggregate() =>
        StepRow.All.Select(row => (row.On, row.Name)).Distinct().Count()
            .ShouldBe(Catalogue.CaseSteps.Count(step => !step.Rule.IsReading) + Catalogue.RulingSteps.Length + Catalogue.OrganisationSteps.Length);

    private static PayloadRead Read(Type payload, JsonObject document) => PayloadReader.ReadStep(payload, Encoding.UTF8.GetBytes(document.ToJsonString()));
}
