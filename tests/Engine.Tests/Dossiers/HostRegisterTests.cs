using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class HostRegisterTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_Appointed_DrivesUntilTheNextIs()
    {
        var account = await azurite.OpenAsync();
        var (here, there) = (new HostRegister(new LogStore(account)), new HostRegister(new LogStore(account)));

        (await here.CurrentAsync(Ct)).ShouldBeNull();
        var first = await here.AppointAsync(null, "local", "a", By("x"), Ct);
        first.ShouldBe(new HostAppointment(true, new HostRecord("local", "a", 1)));
        (await there.CurrentAsync(Ct)).ShouldBe(first.Current);

        var second = await there.AppointAsync(first.Current, "functions", "b", By("y"), Ct);
        second.ShouldBe(new HostAppointment(true, new HostRecord("functions", "b", 2)));
        (await here.CurrentAsync(Ct)).ShouldBe(second.Current);
    }

    [Fact]
    public async Task Host_AppointedOnAStaleBelief_IsNotMade()
    {
        var register = new HostRegister(new LogStore(await azurite.OpenAsync()));
        var first = await register.AppointAsync(null, "local", "a", By("x"), Ct);

        (await register.AppointAsync(null, "functions", "b", By("y"), Ct)).ShouldBe(first with { Made = false });
    }

    [Fact]
    public async Task Appointment_Repeated_IsMadeOnce()
    {
        var register = new HostRegister(new LogStore(await azurite.OpenAsync()));
        var first = await register.AppointAsync(null, "local", "a", By("x"), Ct);

        (await register.AppointAsync(null, "local", "a", By("x"), Ct)).ShouldBe(first);
    }

    [Fact]
    public async Task Operators_AppointingAtOnce_MakeOne()
    {
        var account = await azurite.OpenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            new HostRegister(new LogStore(account)).AppointAsync(null, "local", $"h{number}", By($"x{number}"), Ct)));

        results.Count(result => result.Made).ShouldBe(1);
        results.Select(result => result.Current).Distinct().ShouldHaveSingleItem()!.Epoch.ShouldBe(1);
    }

    private static (string, string, DateTimeOffset) By(string command) => ("operator", command, LogEntries.At);
}
