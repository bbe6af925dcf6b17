namespace WobWorkflow.Api;

/// <summary>The key that signs the tokens of one rehearsal and of nothing else.</summary>
public interface IRehearsalKey
{
    /// <summary>At least 32 secret bytes; another key once the rehearsal was forgotten.</summary>
    ValueTask<byte[]> GetAsync();
}
