using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>
/// Tells Parliament of decisions taken after a ruling (Kamerbrief; Constitution, art. 68). No case holds these facts: the measure, the nature of each document and the earlier letters are given by people.
/// </summary>
/// <param name="Act">The act under which the requests were made and decided.</param>
/// <param name="Ruling">The ruling that gave rise to them.</param>
/// <param name="Decisions">How many decisions were taken.</param>
/// <param name="DecisionAdjective">Inflected with -e, as <c>aanvullende</c>; null for none.</param>
/// <param name="Requests">On how many requests.</param>
/// <param name="Measure">The measure that the requests are about.</param>
/// <param name="Documents">What is disclosed in whole or in part.</param>
/// <param name="Passages">Passages in other papers that are disclosed with them.</param>
/// <param name="PublishedAt">Where they can be found.</param>
/// <param name="OtherBasis">What else the measure rested on, without article, as <c>informatie van de inlichtingen- en veiligheidsdiensten</c>; null when nothing is said of it.</param>
/// <param name="EarlierLetters">Earlier letters, in the order in which they are told.</param>
/// <param name="Reassessment">A later reassessment of the measure and its letter; null when there was none.</param>
/// <param name="Closing">The closing statement of policy, in full sentences; null when there is none.</param>
public sealed record LetterToParliament(
    LetterAct Act,
    RulingReported Ruling,
    int Decisions,
    string? DecisionAdjective,
    int Requests,
    MeasureReported Measure,
    ImmutableArray<DocumentReported> Documents,
    ImmutableArray<PassagesReported> Passages,
    string PublishedAt,
    string? OtherBasis,
    ImmutableArray<EarlierLetter> EarlierLetters,
    Reassessment? Reassessment,
    string? Closing) : LetterContent
{
    public override string Kind => "letter-to-parliament";
}

/// <summary>A ruling as a letter cites it, in a footnote.</summary>
/// <param name="Court">With article, as in a sentence.</param>
/// <param name="On">Date; null when not known.</param>
/// <param name="Ecli">ECLI; null when not known.</param>
/// <param name="Url">Address on the court's site; null when not published.</param>
public sealed record RulingReported(string Court, DateOnly? On, ImmutableArray<string> CaseNumbers, string? Ecli, string? Url);

/// <summary>A measure of government.</summary>
/// <param name="Name">The noun, which the letter repeats: <c>voorzorgsmaatregel</c>.</param>
/// <param name="By">Who took it, with article: <c>het kabinet</c>.</param>
/// <param name="Year">When.</param>
/// <param name="Text">What it says, beginning with <c>om</c>.</param>
/// <param name="Paper">The parliamentary paper that announced it; null when none.</param>
public sealed record MeasureReported(string Name, string By, int Year, string Text, ParliamentaryPaper? Paper);

/// <summary>A document that becomes public.</summary>
/// <param name="Title">Its title, without quotation marks.</param>
/// <param name="Nature">What it is, with article: <c>een analyse die op open bronnen is gebaseerd</c>.</param>
/// <param name="BasisOfMeasure">Whether it is one of the papers on which the measure rested.</param>
public sealed record DocumentReported(string Title, string Nature, bool BasisOfMeasure);

/// <summary>Passages that become public in papers for one or more forums.</summary>
/// <param name="What">For instance <c>enkele passages</c>.</param>
/// <param name="ParaphraseOf">Title of the document that they paraphrase; null when they stand on their own.</param>
/// <param name="Papers">For instance <c>nota's</c>.</param>
/// <param name="Forums">With article and abbreviation, as in a sentence.</param>
public sealed record PassagesReported(string What, string? ParaphraseOf, string Papers, ImmutableArray<string> Forums);

/// <summary>An earlier letter to Parliament.</summary>
/// <param name="By">Who wrote it, with article.</param>
/// <param name="About">About what, beginning with <c>over</c>.</param>
public sealed record EarlierLetter(string By, string About, ParliamentaryPaper Paper);

/// <summary>A reassessment that left the measure as it was.</summary>
/// <param name="Year">When it was done.</param>
/// <param name="Consequence">What therefore stays so, as a clause after <c>dat</c>.</param>
public sealed record Reassessment(int Year, string Consequence, ParliamentaryPaper Paper);

/// <summary>A numbered parliamentary paper, cited as <c>Kamerstukken II 2020/21, 30 821 en 26 643, nr. 117</c>.</summary>
/// <param name="Session">The session as printed, for instance <c>2020/2021</c>.</param>
/// <param name="Dossiers">One letter may sit in several dossiers under one number.</param>
public sealed record ParliamentaryPaper(string Session, ImmutableArray<string> Dossiers, string Number);
