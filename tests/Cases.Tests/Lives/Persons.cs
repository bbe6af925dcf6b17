namespace WobWorkflow.Cases.Tests;

/// <summary>Who takes the steps.</summary>
internal static class Persons
{
    public static Actor Coordinator { get; } = new("coordinator", [Role.Coordinator]);

    public static Actor Handler { get; } = new("handler", [Role.Handler]);

    /// <summary>A colleague who may do what <see cref="Handler"/> may.</summary>
    public static Actor OtherHandler { get; } = new("other-handler", [Role.Handler]);

    public static Actor Reviewer { get; } = new("reviewer", [Role.Reviewer]);

    public static Actor Approver { get; } = new("approver", [Role.Approver]);

    public static Actor Signatory { get; } = new("signatory", [Role.Signatory]);

    public static Actor ObjectionHandler { get; } = new("objection-handler", [Role.ObjectionHandler]);

    public static Actor Litigator { get; } = new("litigator", [Role.Litigator]);

    public static Actor Administrator { get; } = new("administrator", [Role.Administrator]);

    public static Actor Auditor { get; } = new("auditor", [Role.Auditor]);

    public static Actor LiaisonOf(string agency) => new($"liaison-{agency}", [Role.Liaison], new Agency(agency));

    /// <summary>The same person, holding every role there is: so that only who they are can stand in the way.</summary>
    public static Actor WithEveryRole(this Actor actor) => actor with { Roles = [.. Enum.GetValues<Role>()] };
}
