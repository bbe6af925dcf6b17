using Microsoft.AspNetCore.Http;
using WobWorkflow.Api;

namespace WobWorkflow.Engine.Tests;

public sealed class HeadersTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("*", null)]
    [InlineData("\"5\"", 5L)]
    [InlineData("\"3\", \"7\"", 7L)]
    [InlineData("W/\"5\"", -1L)]
    [InlineData("\"someone-elses\"", -1L)]
    public void IfMatch_IsRead(string? header, long? version) => Versions.Required(Request("If-Match", header)).ShouldBe(version);

    [Theory]
    [InlineData("5")]
    [InlineData("\"5")]
    [InlineData("")]
    public void IfMatch_Unreadable_Is400(string header) =>
        Should.Throw<ProblemException>(() => Versions.Required(Request("If-Match", header))).Problem.Status.ShouldBe(400);

    [Theory]
    [InlineData(null, false)]
    [InlineData("\"5\"", true)]
    [InlineData("W/\"5\"", true)]
    [InlineData("*", true)]
    [InlineData("\"4\"", false)]
    public void IfNoneMatch_IsCompared(string? header, bool known) => Versions.IsKnown(Request("If-None-Match", header), 5).ShouldBe(known);

    [Fact]
    public void IdempotencyKey_IsRead() => IdempotencyKeys.Of(Request("Idempotency-Key", "8e03978e-40d5 ~")).ShouldBe("8e03978e-40d5 ~");

    [Theory]
    [InlineData("")]
    [InlineData("caf\u00e9")]
    [InlineData("a\tb")]
    public void IdempotencyKey_Unusable_Is400(string key) =>
        Should.Throw<ProblemException>(() => IdempotencyKeys.Of(Request("Idempotency-Key", key))).Problem.Code.ShouldBe("idempotency-key-unusable");

    [Fact]
    public void IdempotencyKey_TooLong_Is400() => Should.Throw<ProblemException>(() => IdempotencyKeys.Of(Request("Idempotency-Key", new string('k', 256))));

    [Theory]
    [InlineData(null, "Nl")]
    [InlineData("en", "En")]
    [InlineData("en-GB,nl;q=0.8", "En")]
    [InlineData("nl, en;q=0.9", "Nl")]
    [InlineData("fr, en;q=0.5", "En")]
    [InlineData("de", "Nl")]
    public void Language_IsTheFirstThatWeSpeak(string? header, string language) => Languages.Of(Request("Accept-Language", header)).ToString().ShouldBe(language);

    [Fact]
    public async Task Body_LargerThanAMebibyte_IsNotReadToItsEnd()
    {
        var endless = new Endless();
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType) = (endless, "application/json");

        (await Should.ThrowAsync<ProblemException>(() => JsonBody.ReadAsync(request, CancellationToken.None))).Problem.Status.ShouldBe(413);
        endless.Given.ShouldBeLessThan(2 * 1024 * 1024);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-16")]
    public async Task Body_ThatIsNotJson_Is415(string? contentType)
    {
        var request = new DefaultHttpContext().Request;
        (request.Body, request.ContentType) = (new MemoryStream("{}"u8.ToArray()), contentType);

        (await Should.ThrowAsync<ProblemException>(() => JsonBody.ReadAsync(request, CancellationToken.None))).Problem.Status.ShouldBe(415);
    }

    private static HttpRequest Request(string header, string? value)
    {
        var request = new DefaultHttpContext().Request;
        if (value is not null)
            request.Headers[header] = value;
        return request;
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
