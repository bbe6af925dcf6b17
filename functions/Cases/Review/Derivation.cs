using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Something in this case derives from something in another; that case is told, so that disclosure there leads to a new look here.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="PassageId">The passage here; null for the document as a whole.</param>
/// <param name="Source">What it derives from.</param>
/// <param name="Refused">Why the other case would not have it, as a code; null where it did, or wasn't told yet.</param>
public sealed record Derivation(int Number, DocumentId DocumentId, PassageId? PassageId, JudgedPlace Source, DateOnly? ToldOn = null, string? Refused = null)
{
    /// <summary>Those of a case and one more, unless it is among them or there is none.</summary>
    internal static ImmutableList<Derivation> With(Case c, DocumentId document, PassageId? passage, JudgedPlace? source) =>
        source is null || c.Derivations.Exists(known => known.DocumentId == document && known.PassageId == passage && known.Source == source)
            ? c.Derivations
            : c.Derivations.Add(new Derivation(c.Derivations.Count + 1, document, passage, source));
}

/// <summary>Something in another case that derives from something here.</summary>
/// <param name="PassageId">The passage here; null for the document as a whole.</param>
/// <param name="By">What derives from it.</param>
public sealed record DerivedElsewhere(DocumentId DocumentId, PassageId? PassageId, JudgedPlace By)
{
    /// <summary>The causes for a new look that the other case knows.</summary>
    public ImmutableHashSet<string> Told { get; init; } = [];
}

/// <summary>This case knows what derives from it in another. Appended for that case, never by a person.</summary>
public sealed record DerivationNoted(DocumentId DocumentId, PassageId? PassageId, JudgedPlace By) : CaseEvent
{
    /// <summary>Decides whether it is here to be derived from.</summary>
    public static Outcome Decide(Case c, JudgedPlace source, JudgedPlace by) =>
        c.Documents[source.DocumentId] is null ? Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.")
        : source.PassageId is { } id && c.Passages[id]?.DocumentId != source.DocumentId ? Refused.Unknown("passage-not-found", "Deze passage hoort niet bij dit document.")
        : c.DerivedElsewhere.Exists(known => known.DocumentId == source.DocumentId && known.PassageId == source.PassageId && known.By == by) ? Outcome.Of()
        : new DerivationNoted(source.DocumentId, source.PassageId, by);

    public override Case ApplyTo(Case c, Entry entry) => c with { DerivedElsewhere = c.DerivedElsewhere.Add(new DerivedElsewhere(DocumentId, PassageId, By)) };
}

/// <summary>The other case was told what derives from it, or would not have it.</summary>
/// <param name="Number">The <see cref="Derivation"/>.</param>
public sealed record DerivationTold(int Number, string? Refused, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Derivations = c.Derivations.ConvertAll(derivation => derivation.Number == Number ? derivation with { ToldOn = entry.On, Refused = Refused } : derivation),
    };
}

/// <summary>Another case put up what derives from something here.</summary>
/// <param name="Cause">The key of the cause.</param>
/// <param name="Refused">Why that case would not, as a code; null where it did.</param>
public sealed record ReassessmentAsked(JudgedPlace By, string Cause, string? Refused, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        DerivedElsewhere = c.DerivedElsewhere.ConvertAll(derived => derived.By == By ? derived with { Told = derived.Told.Add(Cause) } : derived),
    };
}
