namespace WobWorkflow.Local;

/// <summary>
/// The story of the real case, from two requests to the letter to Parliament: threat analysis and memos refused, objection, two courts, two supplementary
/// decisions. What is known of it and what is assumed stands in <see cref="StoryFacts"/>; docs/story.md says where it was read.
/// </summary>
/// <param name="sample">A PDF to collect in place of the analysis; null makes one.</param>
/// <param name="say">Told a line for each step.</param>
public sealed class KasperskyStory(Stage stage, byte[]? sample, Func<string, Task> say) : IPlay
{
    private readonly List<string> _cases = [];
    private readonly List<string> _rulings = [];

    public IReadOnlyList<string> CaseIds => _cases;

    public IReadOnlyList<string> RulingIds => _rulings;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var scene = new Scene(stage, StoryFacts.Read(), say, cancellation);
        await say("Personen, stukken en teksten zijn verzonnen. Wat niet uit openbare bronnen bekend is, heet hier aangenomen.");
        await scene.OnAsync("first-request");
        var cast = await Cast.EnterAsync(scene);
        await new House(scene, cast).ArrangeAsync();

        var journalist = await new FirstRequest(scene, cast, sample).PlayAsync(_cases);
        var objection = new Objection(scene, cast, journalist);
        await objection.PlayAsync();
        await objection.AppealAsync();
        var company = await new SecondRequest(scene, cast, sample).PlayAsync(_cases);
        var courts = new Courts(scene, cast, journalist, company);
        await courts.PlayDistrictCourtAsync(_rulings);
        var division = await courts.PlayDivisionAsync(_rulings);
        var anew = new DecidedAnew(scene, cast, journalist, company, division);
        await anew.PlayAsync();
        await new Ending(scene, cast, journalist, company, division).PlayAsync();
    }
}
