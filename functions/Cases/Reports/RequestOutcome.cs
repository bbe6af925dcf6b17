namespace WobWorkflow.Cases;

/// <summary>What came of a request as a whole, in the words of the national platform for such decisions.</summary>
public enum RequestOutcome
{
    /// <summary>Openbaarmaking: everything that was asked for is disclosed.</summary>
    Disclosed,

    /// <summary>Gedeeltelijke openbaarmaking.</summary>
    PartlyDisclosed,

    /// <summary>Geen openbaarmaking.</summary>
    NotDisclosed,

    /// <summary>Reeds openbaar: everything was public already.</summary>
    AlreadyPublic,

    /// <summary>Geen documenten aangetroffen.</summary>
    NothingFound,

    /// <summary>Niet in behandeling genomen.</summary>
    NotTreated,
}
