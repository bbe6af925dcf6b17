using System.Text;
using WobWorkflow.Api;

namespace WobWorkflow.Engine.Tests;

public sealed class AssetsTests
{
    [Fact]
    public async Task Theme_OfAnOrganisation_TakesThePlaceOfTheNeutralOne_UnderAnAddressOfItsOwn()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("theme").FullName, "own.css");
        await File.WriteAllTextAsync(file, ":root { --wob-accent: #01689b; }", TestContext.Current.CancellationToken);

        var (neutral, own) = (new Assets(null), new Assets(file));

        own.Href("theme.css").ShouldNotBe(neutral.Href("theme.css"));
        own.Href("desk.css").ShouldBe(neutral.Href("desk.css"));
        Encoding.UTF8.GetString(own.Find(own.Href("theme.css").Split('/')[2], "theme.css")!.Content).ShouldContain("#01689b");
    }

    [Fact]
    public void Theme_ThatIsNotThere_IsSaid() => Should.Throw<IOException>(() => new Assets("/nergens/own.css"));
}
