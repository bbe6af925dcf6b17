namespace WobWorkflow.Cases;

/// <summary>Says in a sentence what a correction overtook, and what a person has to look at.</summary>
public static class OvertakenWording
{
    public static Wording Of(Overtaken overtaken)
    {
        var (subject, term) = (overtaken.Subject, overtaken.TermId);
        var (onNl, fromNl, toNl) = (Nl(overtaken.On), Nl(overtaken.From), Nl(overtaken.To));
        var (onEn, fromEn, toEn) = (En(overtaken.On), En(overtaken.From), En(overtaken.To));
        Wording Held(string whatNl, string nowNl, string whatEn, string nowEn) => new(
            $"{whatNl} ({onNl}) {nowNl}: de dag die telt was {fromNl} en is {toNl}.", $"{whatEn} ({onEn}) {nowEn}: the day that counts was {fromEn} and is {toEn}.");
        return overtaken.Kind switch
        {
            OvertakenKind.DecisionLate => Held(
                $"Besluit {subject}", "gold als tijdig en blijkt te laat", $"Decision {subject}", "counted as in time and turns out late"),
            OvertakenKind.DecisionInTime => Held(
                $"Besluit {subject}", "gold als te laat en blijkt tijdig", $"Decision {subject}", "counted as late and turns out in time"),
            OvertakenKind.ExtensionTooLate => Held(
                $"De verdaging van {term}", "blijkt na de eerste termijn gegeven en heeft geen gevolg", $"The extension of {term}", "came after the first term and has no effect"),
            OvertakenKind.ExtensionInTime => Held(
                $"De verdaging van {term}", "blijkt binnen de eerste termijn gegeven en heeft gevolg", $"The extension of {term}", "came within the first term and has effect"),
            OvertakenKind.ExtensionTooLong => new(
                $"De verdaging van {term} ({onNl}) is langer dan mag onder de wet waaronder het verzoek nu valt; alleen wat mag telt mee.",
                $"The extension of {term} ({onEn}) is longer than the act allows under which the request now comes; only what is allowed counts."),
            OvertakenKind.ExtensionWithinBounds => new(
                $"De verdaging van {term} ({onNl}) was langer dan mocht en telt nu geheel mee.", $"The extension of {term} ({onEn}) was longer than allowed and now counts in full."),
            OvertakenKind.CommitteeToldTooLate => Held(
                $"De mededeling bij {subject} dat een commissie adviseert", "blijkt na de zes weken gedaan, zodat de langere termijn niet geldt",
                $"The notice at {subject} that a committee advises", "came after the six weeks, so that the longer term does not apply"),
            OvertakenKind.CommitteeToldInTime => Held(
                $"De mededeling bij {subject} dat een commissie adviseert", "blijkt binnen de zes weken gedaan, zodat de langere termijn geldt",
                $"The notice at {subject} that a committee advises", "came within the six weeks, so that the longer term applies"),
            OvertakenKind.NoticePremature => Held(
                $"Ingebrekestelling {subject}", "gold en blijkt te vroeg", $"Notice of default {subject}", "had effect and turns out premature"),
            OvertakenKind.NoticeEffective => Held(
                $"Ingebrekestelling {subject}", "gold als te vroeg en blijkt niet te vroeg", $"Notice of default {subject}", "counted as premature and turns out not to be"),
            OvertakenKind.PenaltyDue => new($"Bij {term} loopt of liep een dwangsom, vanaf {toNl}.", $"A penalty is due on {term}, from {toEn}."),
            OvertakenKind.PenaltyNotDue => new($"De dwangsom bij {term}, vanaf {fromNl}, blijkt niet verschuldigd.", $"The penalty on {term}, from {fromEn}, turns out not to be due."),
            OvertakenKind.PenaltyOtherwise => new(
                $"De dwangsom bij {term} komt op een ander bedrag: de eerste dag was {fromNl} en is {toNl}.",
                $"The penalty on {term} comes to another amount: its first day was {fromEn} and is {toEn}."),
            OvertakenKind.RemedyLate => Held($"Rechtsmiddel {subject}", "gold als tijdig en blijkt te laat", $"Remedy {subject}", "counted as in time and turns out late"),
            OvertakenKind.RemedyInTime => Held($"Rechtsmiddel {subject}", "gold als te laat en blijkt tijdig", $"Remedy {subject}", "counted as late and turns out in time"),
            OvertakenKind.RemedyPremature => Held(
                $"Rechtsmiddel {subject} tegen het uitblijven van een besluit", "blijkt te vroeg", $"Remedy {subject} for lateness", "turns out premature"),
            OvertakenKind.RemedyNotPremature => Held(
                $"Rechtsmiddel {subject} tegen het uitblijven van een besluit", "gold als te vroeg en blijkt niet te vroeg",
                $"Remedy {subject} for lateness", "counted as premature and turns out not to be"),
            OvertakenKind.ReleaseEarly => Held(
                $"De openbaarmaking {subject}", "blijkt vóór het einde van de twee weken begonnen", $"Release {subject}", "began before the two weeks had passed"),
            OvertakenKind.ReleaseNotEarly => Held(
                $"De openbaarmaking {subject}", "gold als te vroeg en blijkt na de twee weken begonnen", $"Release {subject}", "counted as early and began after the two weeks"),
            OvertakenKind.ClosedEarly => new(
                $"De zaak werd gesloten ({onNl}) terwijl er nog een rechtsmiddel open stond.", $"The case was closed ({onEn}) while a remedy still lay open."),
            OvertakenKind.ClosedInTime => new(
                $"De zaak werd gesloten ({onNl}) toen er geen rechtsmiddel meer open stond, anders dan het leek.",
                $"The case was closed ({onEn}) when no remedy lay open any more, other than it seemed."),
            _ => throw new NotSupportedException($"There are no words for {overtaken.Kind}."),
        };
    }

    private static string Nl(DateOnly? day) => day is { } known ? Dutch.Date(known) : "onbekend";

    private static string En(DateOnly? day) => day is { } known ? SpokenDate.En(known) : "unknown";
}
