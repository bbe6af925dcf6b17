using System.Collections.Immutable;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

/// <summary>Everything that code has a name for and people see has a Dutch word.</summary>
public sealed class LabelsTests
{
    public static TheoryData<string> Events() => [.. Catalogue.Events.Select(row => row.Name)];

    public static TheoryData<string> Duties() =>
        [.. typeof(Duty).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Duty)) && !type.IsAbstract).Select(type => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name))];

    /// <summary>Every enumeration that stands in a payload or in a view, and so in a form or on a page.</summary>
    public static TheoryData<string, string> Choices()
    {
        var data = new TheoryData<string, string>();
        foreach (var type in Shown().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            foreach (var name in Enum.GetNames(type))
                data.Add(type.Name, name);
        }

        return data;
    }

    [Theory, MemberData(nameof(Events))]
    public void Event_HasADutchName(string name) => Labels.Find($"event.{name}").ShouldNotBeNullOrWhiteSpace();

    [Theory, MemberData(nameof(Duties))]
    public void Duty_HasADutchName(string name) => Labels.Find($"duty.{name}").ShouldNotBeNullOrWhiteSpace();

    [Theory, MemberData(nameof(Choices))]
    public void Choice_HasADutchWord(string type, string name) => Labels.Find($"{type}.{name}").ShouldNotBeNullOrWhiteSpace();

    [Fact]
    public void Choices_AreFound() => Shown().Count.ShouldBeGreaterThan(40);

    private static ImmutableHashSet<Type> Shown()
    {
        var seen = new HashSet<Type>();
        foreach (var payload in Catalogue.CaseSteps.Select(step => step.Payload).Concat(Catalogue.RulingSteps.Select(step => step.Payload)).Concat(Catalogue.OrganisationSteps.Select(step => step.Payload)))
            Walk(payload, seen);
        foreach (var view in (Type[])[typeof(CaseView), typeof(RulingView), typeof(DocumentView), typeof(ArtifactView), typeof(CaseRow), typeof(CalendarView), typeof(YearReport)])
            Walk(view, seen);
        // What a correction overtook is shown as a sentence, which has its own tests.
        return [.. seen.Where(type => type.IsEnum && type != typeof(OvertakenKind))];
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
                Walk(argument, seen);
        }
        else if (type.Namespace?.StartsWith("WobWorkflow", StringComparison.Ordinal) == true && seen.Add(type) && !type.IsEnum)
        {
            foreach (var property in type.GetProperties())
                Walk(property.PropertyType, seen);
        }
    }
}
