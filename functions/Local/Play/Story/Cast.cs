namespace WobWorkflow.Local;

/// <summary>The players, each with a token of their own. None of them exists.</summary>
internal sealed record Cast(
    Person Coordinator,
    Person Handler,
    Person SecondHandler,
    Person Jurist,
    Person Director,
    Person Signatory,
    Person HigherSignatory,
    Person ObjectionHandler,
    Person Litigator,
    Person Unit,
    Person Publisher,
    Person Minister,
    Person Administrator,
    Person Cvin,
    Person Rvi,
    Person Nctv,
    Person Aivd,
    Person Mivd)
{
    public static async Task<Cast> EnterAsync(Scene scene) => new(
        await scene.EnterAsync("Marijke Coördinator", ["coordinator"]),
        await scene.EnterAsync("Henk Behandelaar", ["handler", "reviewer"]),
        await scene.EnterAsync("Fatima Behandelaar", ["handler", "reviewer"]),
        await scene.EnterAsync("Joris Jurist", ["approver"]),
        await scene.EnterAsync("Dina Directeur", ["approver"]),
        await scene.EnterAsync("Sander Tekenbevoegd", ["signatory"]),
        await scene.EnterAsync("Gerda Secretaris-Generaal", ["signatory"]),
        await scene.EnterAsync("Olga Bezwaarbehandelaar", ["objection-handler"]),
        await scene.EnterAsync("Lot Procesvertegenwoordiger", ["litigator"]),
        await scene.EnterAsync("Umar Analist", ["unit"]),
        await scene.EnterAsync("Petra Publicatie", ["publisher"]),
        await scene.EnterAsync("Minister van Justitie en Veiligheid", ["signatory"]),
        await scene.EnterAsync("Ad Beheerder", ["administrator"]),
        await scene.EnterAsync("Secretariaat CVIN", ["liaison"], "CVIN"),
        await scene.EnterAsync("Secretariaat RVI", ["liaison"], "RVI"),
        await scene.EnterAsync("Contact NCTV", ["liaison"], "NCTV"),
        await scene.EnterAsync("Contact AIVD", ["liaison"], "AIVD"),
        await scene.EnterAsync("Contact MIVD", ["liaison"], "MIVD"));

    /// <summary>Whoever speaks for an agency.</summary>
    public Person Of(string agency) => agency switch
    {
        "CVIN" => Cvin,
        "RVI" => Rvi,
        "NCTV" => Nctv,
        "AIVD" => Aivd,
        _ => Mivd,
    };

    public DecisionTeam Primary => new(Handler, [Jurist, Director], Signatory);

    public DecisionTeam OnObjection => new(ObjectionHandler, [Jurist, Director], HigherSignatory);

    public DecisionTeam Second => new(SecondHandler, [Jurist, Director], Signatory);

    public DecisionTeam FirstAnew => new(Handler, [Jurist, Director], HigherSignatory);

    public DecisionTeam SecondAnew => new(SecondHandler, [Jurist, Director], HigherSignatory);
}
