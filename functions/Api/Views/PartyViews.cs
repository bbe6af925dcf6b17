using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>The part that a party has in a remedy.</summary>
/// <param name="Joined">Whether it takes part in what another lodged.</param>
internal sealed record PartyRemedyView(string RemedyId, RemedyKind Kind, bool Joined);

/// <summary>Who acts for a party.</summary>
/// <param name="By">The representative, a party too.</param>
/// <param name="RemedyId">The remedy in which; absent in the whole case.</param>
/// <param name="Authorised">Whether it was shown that this person may act; a lawyer need not show it.</param>
internal sealed record RepresentationView(
    string RepresentationId, string By, string? RemedyId, bool Lawyer, DateOnly On, DateOnly? AskedOn, DateOnly? AnswerBy, DateOnly? ReceivedOn, DateOnly? CheckedOn, string? CheckedBy,
    bool? Accepted, DateOnly? EndedOn, bool Authorised)
{
    public static RepresentationView Of(Representation there) => new(
        there.Id.ToString(), there.By.ToString(), there.In?.ToString(), there.Lawyer, there.On, there.AskedOn, there.AnswerBy, there.ReceivedOn, there.CheckedOn, there.CheckedBy,
        there.Accepted, there.EndedOn, there.IsAuthorised);
}

/// <summary>The same person in another case.</summary>
internal sealed record PartyElsewhereView(string CaseId, string PersonId, string Href);

/// <summary>A person who is a party in several cases of a matter.</summary>
/// <param name="Name">Null where it was erased, or never known.</param>
internal sealed record MatterPartyView(
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? Name, ImmutableArray<MatterPartView> In);

internal sealed record MatterPartView(string CaseId, string PersonId, PartyRole Role);

/// <summary>Finds who is who in the cases of a matter, from what people said.</summary>
internal static class MatterParties
{
    /// <summary>Everyone who is a party in more than one of these cases.</summary>
    public static ImmutableArray<ImmutableArray<(Case Case, Party Party)>> In(IEnumerable<Case> cases)
    {
        var all = cases.SelectMany(c => c.Parties.Select(party => (Case: c, Party: party))).ToDictionary(there => (there.Case.Id, there.Party.Id));
        var group = all.Keys.ToDictionary(key => key, key => key);
        (string, PersonId) Root((string, PersonId) key)
        {
            while (group[key] != key)
                key = group[key];
            return key;
        }

        foreach (var (here, link) in all.Values.SelectMany(there => there.Case.PartyLinks.Where(link => link.Person == there.Party.Id).Select(link => (Here: (there.Case.Id, there.Party.Id), link))))
        {
            if (all.ContainsKey((link.CaseId, link.Other)))
                group[Root((link.CaseId, link.Other))] = Root(here);
        }

        return [.. all.GroupBy(there => Root(there.Key), there => there.Value).Where(same => same.Count() > 1).Select(same => same.ToImmutableArray())];
    }
}
