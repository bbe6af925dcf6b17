using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>Everything a letter says, as facts; <see cref="LetterWriter"/> makes the document of it.</summary>
/// <param name="Head">Who sends it.</param>
/// <param name="Addressee">To whom; an oral request (Woo 4.1(2)) may leave name and address unknown.</param>
/// <param name="Date">The day of dispatch; null in a draft, which then prints <c>[datum verzending]</c>: the legal date is the dispatch that a person records.</param>
/// <param name="Reference">Our reference (kenmerk).</param>
/// <param name="Subject">What it is about (betreft).</param>
/// <param name="Content">The facts of this kind of letter.</param>
/// <param name="Signature">Who signs; null while nobody has, which prints <c>[ondertekening]</c>.</param>
/// <param name="Annexes">Titles of what goes with it, in order.</param>
/// <param name="Exercise">True in a rehearsal: a banner on every page says that no rights follow from it.</param>
/// <param name="Marking">Marking (rubricering or merking) printed on every page; null when there is none.</param>
public sealed record Letter(
    Letterhead Head,
    LetterParty Addressee,
    DateOnly? Date,
    string Reference,
    string Subject,
    LetterContent Content,
    Signature? Signature,
    ImmutableArray<string> Annexes,
    bool Exercise,
    string? Marking)
{
    /// <summary>The kind, which is the name of the text template: <c>{kind}.nl.md.liquid</c>.</summary>
    public string Kind => Content.Kind;
}

/// <summary>The sender as printed: the organisation first, then unit and address, a line each.</summary>
/// <param name="Sender">Organisation, directorate, address.</param>
/// <param name="OurContact">Contact person or unit, telephone, e-mail (Woo 4.7).</param>
public sealed record Letterhead(ImmutableArray<string> Sender, ImmutableArray<string> OurContact);

/// <summary>To whom a letter goes.</summary>
/// <param name="Lines">Name and address, a line each; empty when unknown.</param>
/// <param name="Salutation">For instance <c>Geachte mevrouw Jansen,</c>; null prints the neutral salutation of the templates.</param>
public sealed record LetterParty(ImmutableArray<string> Lines, string? Salutation);

/// <summary>Who signs, and in what capacity (Awb 10:10: a decision under mandate names the body on whose behalf it is taken).</summary>
/// <param name="Capacity">The administrative body, for instance <c>De Minister van Justitie en Veiligheid</c>.</param>
/// <param name="OnBehalf">The office that signs under mandate; null when the body signs itself.</param>
/// <param name="Name">Name of the person; null when it is not printed.</param>
public sealed record Signature(string Capacity, string? OnBehalf, string? Name);
